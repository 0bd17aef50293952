// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/database_stats.h"
#include "widgets/fitted_dialog.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
class QTreeWidget;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;

/// Warns of what counting the database of an on-premises client can cost, asks, and shows what came of it. Waits for
/// nothing: the window can be used meanwhile.
class DatabaseStatsDialog : public FittedDialog
{
    Q_OBJECT

public:
    DatabaseStatsDialog(const QString &nodeId, const QString &nodeName, QWidget *parent = nullptr);

    const QString &nodeId() const { return m_nodeId; }

public Q_SLOTS:
    /// The end of what requested() began.
    void finish(const barograph::DatabaseStats &stats);

Q_SIGNALS:
    void requested(const QString &nodeId);

private:
    void start();
    void showFigures(const DatabaseStats &stats);

    QString m_nodeId;
    QString m_nodeName;
    QLabel *m_heading;
    MarkLabel *m_words;
    QProgressBar *m_progress;
    QTreeWidget *m_table;
    QPushButton *m_count;
    QPushButton *m_close;
};

} // namespace barograph
