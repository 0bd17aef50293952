// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/paths.h"
#include "core/time.h"

#include <QStringList>
#include <QTimeZone>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace barograph {

/// Exit codes of the command line.
inline constexpr int kExitDone = 0;
inline constexpr int kExitFailed = 1;       ///< the arguments are fine, but it did not work
inline constexpr int kExitBadArguments = 2; ///< the arguments can never work

/// Where a command's text goes and what its times are relative to.
struct CommandContext
{
    QIODevice &out;
    QIODevice &errors;
    UtcTime now{};
    QTimeZone zone;
};

/// barograph report --node N --from T --to T --format pdf|csv --out FILE
///
/// `args` are those after the word "report". Times are those of parseTimeArgument(); --to is "now" when left out, the
/// format is told by the ending of FILE when left out, "--out -" writes CSV to standard output. A range that reaches
/// into the future ends now. FILE is replaced whole or not at all. Messages go to standard error and say what to do.
/// Format pdf needs a QGuiApplication (any platform plug-in, also offscreen), the rest a QCoreApplication.
int runReportCommand(const QStringList &args, const Paths &paths);
int runReportCommand(const QStringList &args, const Paths &paths, const CommandContext &context);

} // namespace barograph
