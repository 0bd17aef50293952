// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view.h"

#include "charts/incoming_chart.h"
#include "charts/lag_chart.h"
#include "charts/outbound_chart.h"
#include "charts/tps_chart.h"
#include "frame/stale_frame.h"
#include "panels/callbacks_panel.h"
#include "panels/capacity_panel.h"
#include "panels/controls_panel.h"
#include "panels/event_log_panel.h"
#include "panels/history_panel.h"
#include "panels/incoming_panel.h"
#include "panels/members_panel.h"
#include "panels/node_header.h"
#include "panels/node_view/dock_area.h"
#include "panels/node_view/dock_title.h"
#include "panels/node_view/layouts_dialog.h"
#include "panels/node_view/node_charts.h"
#include "panels/node_view/node_layouts.h"
#include "panels/node_view/panel_states.h"
#include "panels/node_view/view_actions.h"
#include "panels/node_view/view_bar.h"
#include "panels/node_view/view_condition.h"
#include "panels/notices_panel.h"
#include "panels/outbound_panel.h"
#include "panels/storms_panel.h"
#include "panels/webhooks_panel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace barograph {

namespace {

QWidget *makeNothingChosen(QWidget *parent)
{
    auto *text = new QLabel(NodeView::tr("No number is chosen.\nChoose one in the list on the left to see what its "
                                         "budget is spent on."),
                            parent);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::PlaceholderText);
    return text;
}

} // namespace

NodeView::NodeView(TimeView &view, TimelineStore &store, MarkerBook &markers, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_store(store)
    , m_header(new NodeHeader(this))
    , m_condition(new ConditionStrip(this))
    , m_pages(new QStackedWidget(this))
    , m_nothing(makeNothingChosen(this))
    , m_content(new QWidget(this))
    , m_area(new DockArea(m_content))
    , m_steps(new ViewHistory(view, *m_area, this))
    , m_options(new ViewOptionWatch(this))
    , m_layouts(new NodeLayouts(*m_area, *m_steps, this))
    , m_bar(new ViewBar(view, m_steps->stack(), this))
{
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(6, 4, 6, 4);
    content->setSpacing(3);
    content->addWidget(m_header);
    content->addWidget(m_bar);
    content->addWidget(m_condition);
    content->addWidget(m_area, 1);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_pages);

    m_steps->watch(*m_options);
    makePanels(markers);
    m_actions = new ViewActions(*m_area, *m_layouts, *m_steps, *m_bar, this);
    m_bar->setMenus(m_actions->layoutsMenu(), m_actions->panelsMenu());
    connect(m_actions, &ViewActions::layoutsWanted, this, &NodeView::openLayouts);
    connect(m_area, &DockArea::shown, this, &NodeView::renewShown);
    connect(m_layouts, &NodeLayouts::changed, this, [this] { m_bar->setLayoutName(m_layouts->presentName()); });
    connect(m_layouts, &NodeLayouts::notice, m_condition, &ConditionStrip::setNotice);
    const ViewHistory::Pause pause(*m_steps);
    m_area->arrange(BuiltInLayout::Overview);
    m_bar->setLayoutName(m_layouts->presentName());
}

NodeView::~NodeView() = default;

template<typename Make> void NodeView::addPanel(PanelId id, Make make)
{
    m_area->addPanel(id, [this, id, make] {
        PanelBody body = bodyOf(make());
        m_options->add(*body.widget);
        // As the others are at this moment.
        if (body.enableControls)
            body.enableControls(m_controlsEnabled);
        if (body.figures)
            m_area->dock(id)->setGrey(m_grey);
        return body;
    });
}

void NodeView::makePanels(MarkerBook &markers)
{
    m_charts = new NodeCharts({m_view, m_store}, markers, this);
    connect(m_charts, &NodeCharts::noteRequested, this, [this](UtcTime at) {
        showPanel(PanelId::EventLog);
        m_log->noteAt(at);
    });
    addPanel(PanelId::Tps, [this] { return m_charts->tps(); });
    addPanel(PanelId::Lag, [this] { return m_charts->lag(); });
    addPanel(PanelId::IncomingChart, [this] { return m_charts->incoming(); });
    addPanel(PanelId::OutboundChart, [this] { return m_charts->outbound(); });
    addPanel(PanelId::Capacity, [this] { return new CapacityPanel(m_view, m_store, this); });
    addPanel(PanelId::EventLog, [this] { return makeEventLog(); });
    addPanel(PanelId::Incoming, [this] { return new IncomingPanel(this); });
    addPanel(PanelId::Controls, [this] { return makeControls(); });
    addPanel(PanelId::Storms, [this] {
        auto *storms = new StormsPanel(this);
        connect(storms, &StormsPanel::calculatorRequested, this, &NodeView::stormCostRequested);
        return storms;
    });
    addPanel(PanelId::Members, [this] { return new MembersPanel(this); });
    addPanel(PanelId::Notices, [this] {
        auto *notices = new NoticesPanel(this);
        connect(notices, &NoticesPanel::driftDismissed, this, [this] { Q_EMIT driftDismissed(m_nodeId); });
        return notices;
    });
    addPanel(PanelId::Webhooks, [this] {
        auto *webhooks = new WebhooksPanel(this);
        connect(webhooks, &WebhooksPanel::verifyTokenRequested, this, &NodeView::verifyTokenRequested);
        connect(webhooks, &WebhooksPanel::captureRequested, this, &NodeView::captureRequested);
        return webhooks;
    });
    addPanel(PanelId::History, [this] { return makeHistory(); });
    // What the operator looks at first.
    m_area->dock(PanelId::Tps)->make();
}

EventLogPanel *NodeView::makeEventLog()
{
    m_log = new EventLogPanel(m_view, this);
    connect(m_log, &EventLogPanel::annotationRequested, this, &NodeView::annotationRequested);
    connect(m_log, &EventLogPanel::annotationRemovalRequested, this, &NodeView::annotationRemovalRequested);
    return m_log;
}

ControlsPanel *NodeView::makeControls()
{
    m_controls = new ControlsPanel(this);
    connect(&m_controls->outbound(), &OutboundPanel::pauseRequested, this, &NodeView::pauseQueue);
    connect(&m_controls->outbound(), &OutboundPanel::resumeRequested, this, &NodeView::resumeQueue);
    connect(&m_controls->callbacks(), &CallbacksPanel::changeRequested, this, [this](const CallbackSettings &wanted) {
        Q_EMIT controlRequested(SetCallbacksRequest{m_nodeId, wanted, {}});
    });
    return m_controls;
}

HistoryPanel *NodeView::makeHistory()
{
    m_historyPanel = new HistoryPanel(this);
    connect(m_historyPanel, &HistoryPanel::restoreRequested, this,
            [this](const QString &nodeId, const QString &controlId) {
                Q_EMIT controlRequested(RestoreRequest{nodeId, controlId, {}});
            });
    return m_historyPanel;
}

void NodeView::advance(const FramePtr &frame, const NodeFrame &node, UtcTime now)
{
    const PanelInput input{frame, node, now};
    for (const PanelDock *panel : m_area->docks()) {
        if (panel->body().advance && panel->isOnScreen())
            panel->body().advance(input);
    }
}

void NodeView::setFigures(const FramePtr &frame, const NodeFrame &node, UtcTime now)
{
    m_pages->setCurrentWidget(m_content);
    m_frame = frame;
    m_nodeId = node.id;
    m_now = now;
    m_condition->setCondition(viewConditionOf(*frame, node, now));
    const bool stale = m_condition->condition().kind == ViewCondition::Kind::Stale;
    if (stale)
        m_staleNode = staleCopyOf(node);
    const NodeFrame &shown = stale ? m_staleNode : node;
    setGrey(stale);
    m_charts->setNode(node.id);
    m_header->setNode(shown, now, stale ? &node : nullptr);
    m_bar->updateState(m_store.completeness(node.id), m_store.failure(node.id));
    const PanelInput input{frame, shown, now};
    for (PanelDock *panel : m_area->docks()) {
        const PanelState state = panelStateOf(panel->id(), shown, now, m_controlFailed);
        panel->setState(state.title, state.tab, state.mark);
        // Beside charts that stand still, what goes on has to say so; not in a tab, which has no room for it.
        if (!m_view.isLive() && panel->body().figures && !panel->body().advance) {
            panel->title().setContent(
                tr("%1, of now", "title of a panel while the charts are held still").arg(state.title), state.mark);
        }
        panel->updateShown();
        if (panel->body().figures && panel->isOnScreen())
            panel->body().figures(input);
    }
    m_area->updateTabs();
}

void NodeView::takeAnnotationAnswer(const AnnotationAnswer &answer)
{
    if (m_log)
        m_log->takeAnswer(answer);
}

void NodeView::renewShown()
{
    const NodeFrame *node = m_frame ? m_frame->node(m_nodeId) : nullptr;
    if (!node)
        return;
    setFigures(m_frame, *node, m_now);
    advance(m_frame, *node, m_now);
}

void NodeView::showNothing()
{
    m_nodeId.clear();
    m_pages->setCurrentWidget(m_nothing);
}

void NodeView::setGrey(bool grey)
{
    if (grey == m_grey)
        return;
    m_grey = grey;
    for (PanelDock *panel : m_area->docks()) {
        if (panel->body().figures)
            panel->setGrey(grey);
    }
}

void NodeView::setControlsEnabled(bool enabled)
{
    m_controlsEnabled = enabled;
    for (const PanelDock *panel : m_area->docks()) {
        if (panel->body().enableControls)
            panel->body().enableControls(enabled);
    }
}

void NodeView::setHistory(const std::vector<ControlResult> &results)
{
    if (results.empty() && !m_historyPanel)
        return;
    m_area->dock(PanelId::History)->make();
    m_historyPanel->setResults(results);
    m_controlFailed = m_historyPanel->needsAttention();
}

void NodeView::addResult(const ControlResult &result)
{
    m_area->dock(PanelId::History)->make();
    m_historyPanel->addResult(result);
    m_controlFailed = m_historyPanel->needsAttention();
}

void NodeView::showPanel(PanelId id)
{
    m_area->showPanel(id, false);
}

bool NodeView::isPanelShown(PanelId id) const
{
    const PanelDock *panel = m_area->dock(id);
    return panel && panel->isOnScreen();
}

bool NodeView::isWatched() const
{
    // The window is hidden before what is in it.
    return (isVisible() && window()->isVisible() && !window()->isMinimized()) || m_area->hasWindows();
}

std::pair<UtcSecond, UtcSecond> NodeView::chartRange() const
{
    return {secondOf(m_view.left()), secondOf(m_view.right())};
}

QMenu *NodeView::panelsMenu() const
{
    return m_actions->panelsMenu();
}

QByteArray NodeView::saveLayout() const
{
    return m_layouts->pack();
}

void NodeView::restoreLayout(const QByteArray &layout)
{
    m_layouts->unpack(layout);
}

void NodeView::openLayouts()
{
    if (!m_layoutsDialog) {
        m_layoutsDialog = new LayoutsDialog(*m_layouts, this);
        m_layoutsDialog->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_layoutsDialog->show();
    m_layoutsDialog->raise();
    m_layoutsDialog->activateWindow();
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
    m_area->showPanel(PanelId::Controls, false);
    m_controls->callbacks().setFocus(Qt::ShortcutFocusReason);
}

void NodeView::keyPressEvent(QKeyEvent *event)
{
    // Only what nothing inside has a use for: a button or a table that has the focus keeps its space.
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        m_bar->toggleLive();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace barograph
