// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/joined.h"

#include "text/shown_locale.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct JoinedWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Joined)
};

} // namespace

QString joinedList(QStringList entries)
{
    entries.removeAll(QString());
    return shownLocale().createSeparatedList(entries);
}

QString joinedSentences(QStringList sentences)
{
    sentences.removeAll(QString());
    if (sentences.isEmpty())
        return {};
    QString text = sentences.takeFirst();
    for (const QString &next : sentences)
        text = JoinedWords::tr("%1 %2", "two whole sentences, one after the other").arg(text, next);
    return text;
}

} // namespace barograph
