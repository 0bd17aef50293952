// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCompleter>

namespace barograph {

/// Completes the last word of a line, not the whole line.
class WordCompleter : public QCompleter
{
    Q_OBJECT

public:
    explicit WordCompleter(const QStringList &words, QObject *parent = nullptr);

    QStringList splitPath(const QString &line) const override;
    QString pathFromIndex(const QModelIndex &index) const override;

private:
    mutable QString m_before; ///< the last word, as QCompleter asked last
};

} // namespace barograph
