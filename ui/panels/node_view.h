// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "frame/frame.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QSplitter;
class QTabWidget;
QT_END_NAMESPACE

namespace barograph {

class CallbacksPanel;
class HistoryPanel;
class IncomingPanel;
class MembersPanel;
class NodeHeader;
class NoticesPanel;
class OutboundPanel;
class StormsPanel;
class TimelineStore;
class TimeView;
class TpsChart;
class WebhooksPanel;

/// Everything about the chosen number: the sentence that matters, the live chart, and the panels below it.
class NodeView : public QWidget
{
    Q_OBJECT

public:
    explicit NodeView(QWidget *parent = nullptr);

    /// Moves the chart; cheap enough for each frame.
    void setChart(const FramePtr &frame, UtcTime now);
    /// Renews the figures and tables; a few times a second is all that can be read.
    void setFigures(const FramePtr &frame, const NodeFrame &node, UtcTime now);
    void setControlsEnabled(bool enabled);
    void setHistory(const std::vector<ControlResult> &results);
    void addResult(const ControlResult &result);
    /// Brings the Webhooks tab to the front.
    void showWebhooks();
    /// The same for the incoming queue, where it has no place of its own.
    void showIncoming();
    void showMembers();
    void showNotices();
    std::pair<UtcSecond, UtcSecond> chartRange() const;

    QByteArray saveLayout() const;
    bool restoreLayout(const QByteArray &layout);

Q_SIGNALS:
    /// Reason and timing are still to be asked for.
    void controlRequested(const barograph::ControlRequest &request);
    void verifyTokenRequested();
    void captureRequested(bool on);
    /// The operator has seen the settings that somebody else changed.
    void driftDismissed(const QString &nodeId);
    /// What would a message to groups of this number cost?
    void stormCostRequested();

public Q_SLOTS:
    void pauseQueue();
    void resumeQueue();
    void focusCallbacks();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeControlsColumn();
    QTabWidget *tabsWith(QWidget *page) const;
    void arrangeTables();
    void updateTabTitles(const NodeFrame &node);

    QString m_nodeId;
    TimeView *m_timeView;
    TimelineStore *m_timeline;
    NodeHeader *m_header;
    TpsChart *m_chart;
    OutboundPanel *m_outbound;
    CallbacksPanel *m_callbacks;
    StormsPanel *m_storms;
    IncomingPanel *m_incoming;
    WebhooksPanel *m_webhooks;
    MembersPanel *m_members;
    NoticesPanel *m_notices;
    HistoryPanel *m_history;
    QSplitter *m_rows;
    QSplitter *m_bottom;
    QTabWidget *m_tabs;
    QTabWidget *m_sideTabs;     ///< holds what the first has no room to show at the same time
    QTabWidget *m_incomingTabs; ///< the incoming queue alone, where there is room
};

} // namespace barograph
