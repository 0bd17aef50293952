// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCommandLineParser;

namespace barograph {

/// The parser's help with `program` as the name of what is run, e.g. "barograph secret". Qt itself would name the
/// executable file, or nothing at all while there is no application object.
QString helpTextOf(const QCommandLineParser &parser, const QString &program);

} // namespace barograph
