// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/word_completer.h"

namespace barograph {

WordCompleter::WordCompleter(const QStringList &words, QObject *parent)
    : QCompleter(words, parent)
{
    setCaseSensitivity(Qt::CaseInsensitive);
    setCompletionMode(QCompleter::PopupCompletion);
}

QStringList WordCompleter::splitPath(const QString &line) const
{
    const auto begin = line.lastIndexOf(u' ') + 1;
    m_before = line.left(begin);
    const QString word = line.mid(begin);
    // Nothing typed of it yet would offer everything.
    return {word.isEmpty() ? QString(QChar(0xFFFF)) : word};
}

QString WordCompleter::pathFromIndex(const QModelIndex &index) const
{
    return m_before + QCompleter::pathFromIndex(index);
}

} // namespace barograph
