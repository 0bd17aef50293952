// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"

#include <QColor>
#include <QFont>

namespace barograph::pdf {

/// Paper is light whatever the theme on screen. All lengths are device units at kResolution: ten to a point.
inline constexpr int kResolution = 720;
inline constexpr double kPoint = kResolution / 72.0;

inline const QColor kInk{0x1f, 0x23, 0x28};
inline const QColor kFaintInk{0x59, 0x63, 0x6e};
inline const QColor kRule{0xd0, 0xd7, 0xde};
inline const QColor kBand{0xf3, 0xf5, 0xf7};
inline const QColor kGap{0xe4, 0xe7, 0xeb};
inline const QColor kAlarm{0xb4, 0x23, 0x18};
inline const QColor kSimulated{0x8a, 0x4b, 0x00};

/// Distinct for colour-blind readers (after Okabe and Ito), at least 3:1 against white.
QColor kindColor(EventKind kind);

QFont font(double points, QFont::Weight weight = QFont::Normal);

} // namespace barograph::pdf
