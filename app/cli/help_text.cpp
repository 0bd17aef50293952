// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help_text.h"

#include <QCommandLineParser>

namespace barograph {

QString helpTextOf(const QCommandLineParser &parser, const QString &program)
{
    QString text = parser.helpText();
    const QLatin1String before("Usage: ");
    const auto end = text.indexOf(QLatin1Char(' '), before.size());
    if (!text.startsWith(before) || end < 0)
        return text;
    return before % program % QStringView(text).mid(end);
}

} // namespace barograph
