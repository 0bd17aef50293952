// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QPushButton;
QT_END_NAMESPACE

namespace barograph {

class ControlHistoryModel;
class TableView;

/// What was done to nodes and queues, and how it ended. What could not be verified stands out in red, with a word.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryPanel(QWidget *parent = nullptr);

    void setResults(const std::vector<ControlResult> &results);
    void addResult(const ControlResult &result);
    void setControlsEnabled(bool enabled);
    /// The last control ended unverified or failed.
    bool needsAttention() const { return m_needsAttention; }

Q_SIGNALS:
    void restoreRequested(const QString &nodeId, const QString &controlId);

private:
    void updateButton();

    ControlHistoryModel *m_history;
    TableView *m_table;
    QPushButton *m_restore;
    bool m_controlsEnabled = true;
    bool m_needsAttention = false;
};

} // namespace barograph
