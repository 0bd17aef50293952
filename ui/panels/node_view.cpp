// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view.h"

#include "charts/tps_chart.h"
#include "core/node_traits.h"
#include "panels/callbacks_panel.h"
#include "panels/history_panel.h"
#include "panels/incoming_panel.h"
#include "panels/members_panel.h"
#include "panels/node_header.h"
#include "panels/notices_panel.h"
#include "panels/outbound_panel.h"
#include "panels/storms_panel.h"
#include "panels/webhooks_panel.h"
#include "theme/icons.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

#include <QDataStream>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace barograph {

namespace {

/// A frame that is a little late must not make the chart's edge tremble; one that no longer comes must not stop it.
constexpr Millis kLateFrame{1500};
constexpr int kControlsWidth = 262;
/// A paused queue with a reason of two lines and the callbacks below it.
constexpr int kControlsHeight = 316;
/// From this width on, storms have a place of their own beside the tabs.
constexpr int kWideFrom = 1300;
/// What waits to come in then stands beside the chart.
constexpr int kIncomingWidth = 330;

} // namespace

NodeView::NodeView(QWidget *parent)
    : QWidget(parent)
    , m_timeView(new TimeView(this))
    , m_timeline(new TimelineStore(this))
    , m_header(new NodeHeader(this))
    , m_chart(new TpsChart(ChartContext{*m_timeView, *m_timeline}, this))
    , m_outbound(new OutboundPanel(this))
    , m_callbacks(new CallbacksPanel(this))
    , m_storms(new StormsPanel(this))
    , m_incoming(new IncomingPanel(this))
    , m_webhooks(new WebhooksPanel(this))
    , m_members(new MembersPanel(this))
    , m_notices(new NoticesPanel(this))
    , m_history(new HistoryPanel(this))
    , m_rows(new QSplitter(Qt::Vertical, this))
    , m_bottom(new QSplitter(Qt::Horizontal, this))
    , m_tabs(new QTabWidget(this))
    , m_sideTabs(new QTabWidget(this))
    , m_incomingTabs(new QTabWidget(this))
{
    auto *top = new QWidget(this);
    auto *topLayout = new QHBoxLayout(top);
    topLayout->setContentsMargins({});
    topLayout->setSpacing(6);
    topLayout->addWidget(m_chart, 1);
    topLayout->addWidget(m_incomingTabs);
    m_bottom->addWidget(makeControlsColumn());
    m_bottom->addWidget(m_tabs);
    m_bottom->addWidget(m_sideTabs);
    m_tabs->addTab(m_storms, tr("Storms"));
    m_tabs->addTab(m_incoming, tr("Incoming"));
    m_tabs->addTab(m_webhooks, tr("Webhooks"));
    m_tabs->addTab(m_members, tr("Members"));
    m_tabs->addTab(m_notices, tr("Notices"));
    m_tabs->addTab(m_history, tr("Control history"));
    m_sideTabs->hide();
    m_incomingTabs->hide();
    m_incomingTabs->setFixedWidth(kIncomingWidth);
    m_bottom->setChildrenCollapsible(false);
    m_bottom->setStretchFactor(0, 0);
    m_bottom->setStretchFactor(1, 3);
    m_bottom->setStretchFactor(2, 2);
    m_rows->addWidget(top);
    m_rows->addWidget(m_bottom);
    m_rows->setChildrenCollapsible(false);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->addWidget(m_header);
    layout->addWidget(m_rows, 1);

    connect(m_outbound, &OutboundPanel::pauseRequested, this, &NodeView::pauseQueue);
    connect(m_outbound, &OutboundPanel::resumeRequested, this, &NodeView::resumeQueue);
    connect(m_callbacks, &CallbacksPanel::changeRequested, this, [this](const CallbackSettings &wanted) {
        Q_EMIT controlRequested(SetCallbacksRequest{m_nodeId, wanted, {}});
    });
    connect(m_webhooks, &WebhooksPanel::verifyTokenRequested, this, &NodeView::verifyTokenRequested);
    connect(m_webhooks, &WebhooksPanel::captureRequested, this, &NodeView::captureRequested);
    connect(m_notices, &NoticesPanel::driftDismissed, this, [this] { Q_EMIT driftDismissed(m_nodeId); });
    connect(m_storms, &StormsPanel::calculatorRequested, this, &NodeView::stormCostRequested);
    connect(m_history, &HistoryPanel::restoreRequested, this, [this](const QString &nodeId, const QString &controlId) {
        Q_EMIT controlRequested(RestoreRequest{nodeId, controlId, {}});
    });
}

QWidget *NodeView::makeControlsColumn()
{
    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    layout->setSpacing(4);
    layout->addWidget(m_outbound, 1);
    layout->addWidget(m_callbacks);
    column->setMinimumWidth(kControlsWidth);
    column->setMinimumHeight(kControlsHeight);
    return column;
}

void NodeView::setChart(const FramePtr &frame, UtcTime now)
{
    m_timeline->setFrame(frame);
    m_timeView->setNow(now - frame->takenAt < kLateFrame ? frame->takenAt : now);
    m_chart->advance();
}

void NodeView::setFigures(const FramePtr &frame, const NodeFrame &node, UtcTime now)
{
    m_nodeId = node.id;
    m_header->setNode(node, now);
    m_chart->setNode(node, now);
    m_outbound->setNode(node, now);
    m_callbacks->setNode(node, now);
    m_storms->setNode(frame, node, now);
    m_incoming->setNode(node, now);
    m_webhooks->setNode(*frame, node, now);
    m_members->setNode(node, now);
    m_notices->setNode(node, now);
    updateTabTitles(node);
}

void NodeView::setControlsEnabled(bool enabled)
{
    m_outbound->setControlsEnabled(enabled);
    m_callbacks->setControlsEnabled(enabled);
    m_history->setControlsEnabled(enabled);
}

void NodeView::setHistory(const std::vector<ControlResult> &results)
{
    m_history->setResults(results);
}

void NodeView::addResult(const ControlResult &result)
{
    m_history->addResult(result);
}

std::pair<UtcSecond, UtcSecond> NodeView::chartRange() const
{
    return {secondOf(m_timeView->left()), secondOf(m_timeView->right())};
}

QByteArray NodeView::saveLayout() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_rows->saveState() << m_bottom->saveState();
    return bytes;
}

bool NodeView::restoreLayout(const QByteArray &layout)
{
    QDataStream stream(layout);
    QByteArray rows;
    QByteArray bottom;
    stream >> rows >> bottom;
    return stream.status() == QDataStream::Ok && m_rows->restoreState(rows) && m_bottom->restoreState(bottom);
}

void NodeView::pauseQueue()
{
    Q_EMIT controlRequested(PauseQueueRequest{m_nodeId, {}, {}});
}

void NodeView::resumeQueue()
{
    Q_EMIT controlRequested(ResumeQueueRequest{m_nodeId, {}});
}

void NodeView::focusCallbacks()
{
    m_callbacks->setFocus(Qt::ShortcutFocusReason);
}

void NodeView::showWebhooks()
{
    tabsWith(m_webhooks)->setCurrentWidget(m_webhooks);
}

void NodeView::showIncoming()
{
    tabsWith(m_incoming)->setCurrentWidget(m_incoming);
}

void NodeView::showMembers()
{
    tabsWith(m_members)->setCurrentWidget(m_members);
}

void NodeView::showNotices()
{
    tabsWith(m_notices)->setCurrentWidget(m_notices);
}

QTabWidget *NodeView::tabsWith(QWidget *page) const
{
    if (m_incomingTabs->indexOf(page) >= 0)
        return m_incomingTabs;
    return m_tabs->indexOf(page) >= 0 ? m_tabs : m_sideTabs;
}

void NodeView::arrangeTables()
{
    const bool wide = width() >= kWideFrom;
    if (wide != m_sideTabs->isHidden())
        return;
    // Where there is room, storms and what comes in stay in sight whichever of the other tables is looked at.
    QTabWidget *target = wide ? m_sideTabs : m_tabs;
    (wide ? m_incomingTabs : m_tabs)->addTab(m_incoming, tr("Incoming"));
    target->addTab(m_webhooks, tr("Webhooks"));
    target->addTab(m_members, tr("Members"));
    target->addTab(m_notices, tr("Notices"));
    target->addTab(m_history, tr("Control history"));
    m_sideTabs->setVisible(wide);
    m_incomingTabs->setVisible(wide);
}

void NodeView::updateTabTitles(const NodeFrame &node)
{
    const auto title = [this](QWidget *page, const QString &text, bool alarming) {
        QTabWidget *tabs = tabsWith(page);
        const int index = tabs->indexOf(page);
        tabs->setTabText(index, text);
        const bool hasIcon = !tabs->tabIcon(index).isNull();
        if (alarming != hasIcon)
            tabs->setTabIcon(index, alarming ? markIcon(Mark::Warning, palette()) : QIcon());
    };
    const auto active =
        std::count_if(node.storms.begin(), node.storms.end(), [](const StormView &storm) { return storm.active; });
    title(m_storms, active > 0 ? tr("Storms (%1 running)").arg(active) : tr("Storms"), active > 0);
    title(m_incoming, m_incoming->badge().isEmpty() ? tr("Incoming") : tr("Incoming (%1)").arg(m_incoming->badge()),
          m_incoming->needsAttention());
    title(m_webhooks, node.route.secretMissing ? tr("Webhooks (secret missing)") : tr("Webhooks"),
          m_webhooks->needsAttention());
    const Judgement &judgement = node.judgement;
    title(m_members,
          judgement.expected > 0 ? tr("Members (%1 of %2)").arg(judgement.connected).arg(judgement.expected)
                                 : tr("Members"),
          tellsMembers(node.kind) && (judgement.state == NodeState::Degraded || judgement.state == NodeState::Down));
    title(m_notices, m_notices->count() > 0 ? tr("Notices (%1)").arg(m_notices->count()) : tr("Notices"),
          m_notices->needsAttention());
    title(m_history, tr("Control history"), m_history->needsAttention());
}

void NodeView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeTables();
}

} // namespace barograph
