// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QString>
#include <QTimeZone>

#include <tl/expected.hpp>

namespace barograph {

/// A moment given on the command line, cut to the whole second:
///   now
///   -90s  -30m  -1h  -7d         before `now`
///   2026-01-31T23:59:59+05:30    with offset, or Z for UTC
///   2026-01-31T23:59:59          wall clock of `zone`; seconds may be left out, a space may stand for the T
///   2026-01-31                   midnight in `zone`
/// The error says what was given and what is understood. A wall clock time that does not exist in `zone` (the hour
/// skipped in spring) is an error too.
tl::expected<UtcSecond, QString> parseTimeArgument(const QString &text, UtcTime now, const QTimeZone &zone);

} // namespace barograph
