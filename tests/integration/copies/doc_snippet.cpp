// SPDX-License-Identifier: GPL-3.0-or-later
#include "doc_snippet.h"

#include <QFile>
#include <QStringBuilder>

QString docSnippet(const QString &name)
{
    QFile page(QStringLiteral(BAROGRAPH_DOCS "/receiving-webhooks.md"));
    if (!page.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(page.readAll());
    const QString marker = QLatin1String("<!-- snippet: ") % name % QLatin1String(" -->\n```");
    const auto at = text.indexOf(marker);
    if (at < 0)
        return {};
    const auto begin = text.indexOf(QLatin1Char('\n'), at + marker.size()) + 1;
    const auto end = text.indexOf(QLatin1String("\n```"), begin);
    return text.mid(begin, end + 1 - begin);
}

QString withReplaced(const QString &text, const QString &from, const QString &to, qsizetype times)
{
    if (text.count(from) != times)
        return {};
    QString replaced = text;
    return replaced.replace(from, to);
}
