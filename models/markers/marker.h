// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QMetaType>
#include <QString>

#include <memory>
#include <vector>

namespace barograph {

/// What is marked on the time axis. The numbers are in the history: only append.
enum class MarkerKind : quint8 {
    Control,     ///< something that was done from here, whatever came of it
    StateChange, ///< the node's state became another one: what alerts are made of
    Failover,    ///< another CoreApp took over
    Drift,       ///< settings were changed elsewhere
    Annotation   ///< written by the operator
};
inline constexpr std::size_t kMarkerKindCount = 5;

/// One moment worth marking. `text` has no message text, no phone number and no secret in it.
struct Marker
{
    QString id; ///< unique; of a control, ControlResult::id
    UtcTime at{};
    MarkerKind kind = MarkerKind::Annotation;
    QString nodeId;
    QString text;     ///< one short sentence
    bool bad = false; ///< for the worse: a state that is worse than before, a control that failed

    friend bool operator==(const Marker &, const Marker &) = default;
};

/// By time, oldest first.
using MarkerList = std::shared_ptr<const std::vector<Marker>>;

} // namespace barograph

Q_DECLARE_METATYPE(barograph::Marker)
