// SPDX-License-Identifier: GPL-3.0-or-later
#include "page_switch.h"

#include "overview/overview_page.h"
#include "overview/tile_grid.h"
#include "page_crumb.h"
#include "panels/node_list.h"
#include "text/situation.h"
#include "tray/window_tray.h"
#include "wall/wall_window.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSignalBlocker>
#include <QStackedWidget>

namespace barograph {

namespace {

constexpr int kWallEveryMs = 300;
constexpr int kTrayEveryMs = 1'000;
const QString kKeepInTray = QStringLiteral("keepInTray");

QMenu *menuOf(const QAction &action)
{
    for (QObject *object : action.associatedObjects()) {
        if (auto *menu = qobject_cast<QMenu *>(object))
            return menu;
    }
    return nullptr;
}

} // namespace

PageSwitch::PageSwitch(const Parts &parts)
    : QObject(&parts.window)
    , m_parts(parts)
    , m_overview(new OverviewPage(&parts.window))
    , m_crumb(new PageCrumb(parts.window.menuBar()))
    , m_tray(new WindowTray(parts.window))
{
    parts.pages.addWidget(m_overview);
    parts.window.menuBar()->setCornerWidget(m_crumb, Qt::TopRightCorner);
    if (auto *centre = qobject_cast<QBoxLayout *>(parts.pages.parentWidget()->layout()))
        centre->insertWidget(0, &m_tray->hint());
    makeActions();
    connect(m_tray, &WindowTray::openRequested, this, &PageSwitch::bringUp);
    connect(m_tray, &WindowTray::wallRequested, this, &PageSwitch::showWall);
    connect(m_tray, &WindowTray::thereChanged, this, &PageSwitch::framesWantedChanged);
    connect(m_crumb, &PageCrumb::backRequested, this, &PageSwitch::showOverview);
    connect(m_overview, &OverviewPage::chosen, &parts.list, &NodeList::choose);
    connect(m_overview, &OverviewPage::opened, this, &PageSwitch::open);
    // What can be done with a node is the same wherever it is shown.
    connect(m_overview, &OverviewPage::menuRequested, &parts.list, &NodeList::menuRequested);
    connect(&parts.list, &NodeList::chosen, m_overview, &OverviewPage::choose);
}

PageSwitch::~PageSwitch() = default;

void PageSwitch::makeActions()
{
    QMenu *view = menuOf(m_parts.besides);
    m_toOverview = new QAction(tr("&Overview"), this);
    m_toOverview->setShortcuts({QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::ALT | Qt::Key_Home)});
    m_toNode = new QAction(tr("Chosen &number"), this);
    m_toNode->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Right));
    m_toWall = new QAction(tr("&Wall mode"), this);
    m_toWall->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F11));
    for (QAction *action : {m_toOverview, m_toNode})
        action->setCheckable(true);
    const QList<QAction *> there = view ? view->actions() : QList<QAction *>();
    QAction *first = there.isEmpty() ? nullptr : there.first();
    for (QAction *action : {m_toOverview, m_toNode, m_toWall, &m_tray->keepAction()}) {
        if (view)
            view->insertAction(first, action);
        m_parts.window.addAction(action);
    }
    if (view)
        view->insertSeparator(first);
    // Only where it means nothing else: a field keeps its Backspace.
    auto *back = new QAction(tr("Back to the overview"), this);
    back->setShortcut(QKeySequence(Qt::Key_Backspace));
    back->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_parts.nodePage.addAction(back);
    connect(back, &QAction::triggered, this, &PageSwitch::showOverview);
    connect(m_toOverview, &QAction::triggered, this, &PageSwitch::showOverview);
    connect(m_toNode, &QAction::triggered, this, &PageSwitch::showNode);
    connect(m_toWall, &QAction::triggered, this, &PageSwitch::showWall);
}

void PageSwitch::setFrame(const FramePtr &frame, UtcTime now)
{
    m_frame = frame;
    m_troubles.update(*frame, now);
    const Situation situation = situationOf(frame.get(), m_troubles, now);
    choosePage();
    if (m_shown == ShownPage::Overview) {
        m_overview->setFrame(frame, m_troubles, situation, now);
        m_overview->choose(m_parts.list.chosenId());
    }
    if (m_wall && m_wall->isVisible())
        m_wall->setFrame(frame, m_troubles, now);
    m_tray->setFrame(frame, m_troubles, situation, now);
}

void PageSwitch::choosePage()
{
    if (m_frame->nodes.empty()) {
        show(ShownPage::Empty);
    } else {
        const ShownPage byNumber = m_frame->nodes.size() == 1 ? ShownPage::Node : ShownPage::Overview;
        const ShownPage page = m_wanted != ShownPage::Empty  ? m_wanted
                               : m_shown == ShownPage::Empty ? byNumber
                                                             : m_shown;
        if (m_shown == ShownPage::Empty && page == ShownPage::Overview) {
            // Begin with the worst: it stands first, and the menu is about it.
            const QSignalBlocker blocker(m_parts.list);
            m_parts.list.choose(idsByTrouble(*m_frame, m_troubles).first());
        }
        show(page);
    }
    const bool some = m_shown != ShownPage::Empty;
    for (QAction *action : {m_toOverview, m_toNode, m_toWall})
        action->setEnabled(some);
    m_crumb->setPlace(m_shown == ShownPage::Node && m_frame->nodes.size() > 1 ? chosenName() : QString());
}

QString PageSwitch::chosenName() const
{
    const NodeFrame *node = m_frame ? m_frame->node(m_parts.list.chosenId()) : nullptr;
    return !node ? QString() : node->name.isEmpty() ? node->id : node->name;
}

void PageSwitch::show(ShownPage page)
{
    m_toOverview->setChecked(page == ShownPage::Overview);
    m_toNode->setChecked(page == ShownPage::Node);
    if (page == m_shown)
        return;
    m_shown = page;
    QWidget *widget = page == ShownPage::Empty  ? &m_parts.empty
                      : page == ShownPage::Node ? &m_parts.nodePage
                                                : static_cast<QWidget *>(m_overview);
    if (page == ShownPage::Overview)
        m_overview->choose(m_parts.list.chosenId());
    m_parts.pages.setCurrentWidget(widget);
    if (page == ShownPage::Overview)
        m_overview->grid().setFocus(Qt::OtherFocusReason);
    else if (page == ShownPage::Node)
        m_parts.list.setFocus(Qt::OtherFocusReason);
}

void PageSwitch::showOverview()
{
    if (m_shown == ShownPage::Empty) {
        m_wanted = ShownPage::Overview;
        return;
    }
    m_wanted = ShownPage::Overview;
    show(m_wanted);
    Q_EMIT pageChanged();
}

void PageSwitch::showNode()
{
    m_wanted = ShownPage::Node;
    if (m_shown == ShownPage::Empty || m_shown == m_wanted) {
        m_toNode->setChecked(m_shown == ShownPage::Node);
        return;
    }
    show(m_wanted);
    Q_EMIT pageChanged();
}

void PageSwitch::open(const QString &id)
{
    m_parts.list.choose(id);
    showNode();
}

void PageSwitch::startFilter()
{
    m_overview->startFilter();
}

void PageSwitch::showWall()
{
    if (!m_frame || m_frame->nodes.empty())
        return;
    if (!m_wall) {
        m_wall = std::make_unique<WallWindow>();
        m_wall->setInterval(Seconds{m_wallSeconds});
        connect(m_wall.get(), &WallWindow::closed, this, &PageSwitch::framesWantedChanged);
        connect(m_wall.get(), &WallWindow::intervalChanged, this,
                [this](Seconds interval) { m_wallSeconds = static_cast<int>(interval.count()); });
    }
    m_wall->showFullScreen();
    m_wall->activateWindow();
    Q_EMIT framesWantedChanged();
    Q_EMIT pageChanged();
}

int PageSwitch::framesEveryMs() const
{
    if (m_wall && m_wall->isVisible())
        return kWallEveryMs;
    return m_tray->isThere() ? kTrayEveryMs : 0;
}

bool PageSwitch::staysInTray() const
{
    return m_tray->staysOnClose();
}

void PageSwitch::hideToTray()
{
    m_tray->hideWindow();
}

void PageSwitch::setTimeView(TimeView &time)
{
    m_tray->setTimeView(time);
}

void PageSwitch::bringUp(const QString &id)
{
    if (!id.isEmpty())
        open(id);
    m_tray->showWindow();
}

QVariantMap PageSwitch::choices() const
{
    QVariantMap map;
    if (m_wanted != ShownPage::Empty)
        map[QStringLiteral("page")] = m_wanted == ShownPage::Node ? QStringLiteral("node") : QStringLiteral("overview");
    map[QStringLiteral("order")] = tileOrderName(m_overview->order());
    map[QStringLiteral("wallSeconds")] = m_wallSeconds;
    if (const auto keep = m_tray->keepChoice())
        map[kKeepInTray] = *keep;
    return map;
}

void PageSwitch::restore(const QVariantMap &choices)
{
    const QString page = choices.value(QStringLiteral("page")).toString();
    m_wanted = page == QLatin1String("node")       ? ShownPage::Node
               : page == QLatin1String("overview") ? ShownPage::Overview
                                                   : ShownPage::Empty;
    m_overview->setOrder(tileOrderFromName(choices.value(QStringLiteral("order")).toString()));
    m_wallSeconds = choices.value(QStringLiteral("wallSeconds"), m_wallSeconds).toInt();
    m_tray->restoreKeepChoice(choices.contains(kKeepInTray) ? std::optional(choices.value(kKeepInTray).toBool())
                                                            : std::nullopt);
}

} // namespace barograph
