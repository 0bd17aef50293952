// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/dock_area.h"

#include "panels/node_view/dock_access.h"
#include "panels/node_view/dock_title.h"
#include "widgets/font_scaled.h"

#include <QApplication>
#include <QGuiApplication>
#include <QLayout>
#include <QScopedValueRollback>
#include <QScreen>
#include <QStyle>
#include <QTabBar>

#include <utility>

namespace barograph {

namespace {

/// Several things change together when a panel is dragged; they are one change.
constexpr int kSettleMs = 60;
/// From the first picture to the panels that it was without.
constexpr int kOpenMs = 10;

} // namespace

DockArea::DockArea(QWidget *parent)
    : QMainWindow(parent, Qt::Widget)
{
    // A QMainWindow makes itself a window; here it is a part of one.
    setWindowFlags(Qt::Widget);
    installDockAccess();
    setAccessibleName(tr("Panels of the number"));
    setDockOptions(AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDocumentMode(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    connect(&m_settle, &QTimer::timeout, this, &DockArea::settle);
    m_sight.setSingleShot(true);
    m_sight.setInterval(0);
    connect(&m_sight, &QTimer::timeout, this, &DockArea::updateSight);
    connect(this, &QMainWindow::tabifiedDockWidgetActivated, this, [this] { noteChange(false); });
    m_opening.setSingleShot(true);
    m_opening.setInterval(kOpenMs);
    connect(&m_opening, &QTimer::timeout, this, [this] {
        m_opened = true;
        updateSight();
    });
    connect(qGuiApp, &QGuiApplication::screenRemoved, this,
            [this] { QTimer::singleShot(0, this, &DockArea::bringBackToScreens); });
}

DockArea::~DockArea()
{
    // They go down with the QMainWindow, later than what their signals would reach here.
    for (PanelDock *panel : m_docks)
        panel->disconnect(this);
}

PanelDock *DockArea::addPanel(PanelId id, MakePanel make)
{
    auto *added = new PanelDock(id, std::move(make), this);
    m_docks.push_back(added);
    added->hide();
    connect(added, &PanelDock::changedByUser, this, [this] { noteChange(true); });
    connect(added, &PanelDock::sightChanged, this, [this] { m_sight.start(); });
    connect(added, &QDockWidget::topLevelChanged, this, [this] { noteChange(true); });
    connect(added, &QDockWidget::dockLocationChanged, this, [this] { noteChange(true); });
    connect(&added->title(), &DockTitle::maximiseRequested, this,
            [this, added] { setMaximised(m_maximised == added ? nullptr : added); });
    connect(&added->title(), &DockTitle::floatRequested, this, [this, added] { toggleFloating(added); });
    connect(&added->title(), &DockTitle::menuRequested, this,
            [this, added](const QPoint &at) { Q_EMIT menuRequested(added, at); });
    return added;
}

PanelDock *DockArea::dock(PanelId id) const
{
    for (PanelDock *candidate : m_docks) {
        if (candidate->id() == id)
            return candidate;
    }
    return nullptr;
}

PanelDock *DockArea::activeDock() const
{
    for (QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        for (PanelDock *candidate : m_docks) {
            if (candidate == widget)
                return candidate;
        }
    }
    return nullptr;
}

QStringList DockArea::panelKeys() const
{
    QStringList keys;
    for (const PanelDock *panel : m_docks)
        keys << panelKey(panel->id());
    return keys;
}

PanelDock *DockArea::firstOf(const LayoutCell &cell) const
{
    if (cell.shape == LayoutCell::Shape::Tabs)
        return dock(cell.panels.front());
    return firstOf(cell.parts.front());
}

void DockArea::place(const LayoutCell &cell)
{
    if (cell.shape == LayoutCell::Shape::Tabs)
        return;
    const auto orientation = cell.shape == LayoutCell::Shape::Row ? Qt::Horizontal : Qt::Vertical;
    for (std::size_t i = 1; i < cell.parts.size(); ++i)
        splitDockWidget(firstOf(cell.parts[i - 1]), firstOf(cell.parts[i]), orientation);
    for (const LayoutCell &part : cell.parts)
        place(part);
}

void DockArea::tabify(const LayoutCell &cell)
{
    for (const LayoutCell &part : cell.parts)
        tabify(part);
    for (std::size_t i = 1; i < cell.panels.size(); ++i)
        tabifyDockWidget(dock(cell.panels[i - 1]), dock(cell.panels[i]));
    if (!cell.panels.empty())
        dock(cell.panels.front())->raise();
}

double DockArea::letters() const
{
    return fontScaled(100, font()) / 100.0;
}

void DockArea::arrange(BuiltInLayout layout)
{
    m_layout = layout;
    m_maximisedWhenDue = nullptr;
    m_isDue = !m_docks.empty();
    if (m_hasRoom)
        arrangeIfDue();
}

void DockArea::arrangeIfDue()
{
    if (!std::exchange(m_isDue, false))
        return;
    arrangeNow();
    PanelDock *front = std::exchange(m_frontWhenDue, nullptr);
    PanelDock *alone = std::exchange(m_maximisedWhenDue, nullptr);
    if (front)
        front->raise();
    if (alone && (!front || front == alone))
        setMaximised(alone);
}

void DockArea::arrangeNow()
{
    const QScopedValueRollback arranging(m_arranging, true);
    m_maximised = nullptr;
    m_onShow.clear();
    std::vector<PanelId> ids;
    for (PanelDock *panel : m_docks) {
        panel->title().setMaximised(false);
        panel->setFloating(false);
        removeDockWidget(panel);
        ids.push_back(panel->id());
    }
    m_room = roomOf(size(), letters());
    m_cell = prunedCell(layoutCell(*m_layout, m_room, letters()), ids);
    addDockWidget(Qt::TopDockWidgetArea, firstOf(m_cell));
    place(m_cell);
    // Only now: what is tabbed cannot be split any more.
    for (PanelDock *panel : m_docks)
        panel->show();
    tabify(m_cell);
    fit();
    updateTabs();
    m_sight.start();
    m_settle.start();
}

void DockArea::fit()
{
    if (!m_layout || m_maximised || m_docks.empty())
        return;
    const int separator = style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent, nullptr, this);
    QList<QDockWidget *> panels;
    QList<int> widths;
    QList<int> heights;
    for (const PlacedPanel &placed : placedPanels(m_cell, size(), separator)) {
        if (placed.size.isEmpty())
            return; // no room yet
        panels << dock(placed.panel);
        widths << placed.size.width();
        heights << placed.size.height();
    }
    resizeDocks(panels, widths, Qt::Horizontal);
    resizeDocks(panels, heights, Qt::Vertical);
}

DockState DockArea::state() const
{
    const QString layout = m_layout ? layoutKey(*m_layout) : QString();
    if (m_maximised)
        return {m_beforeMaximised, panelKey(m_maximised->id()), layout};
    if (m_maximisedWhenDue)
        return {saveState(kDockFormat), panelKey(m_maximisedWhenDue->id()), layout};
    return {saveState(kDockFormat), {}, layout};
}

bool DockArea::restore(const DockState &state, const QStringList &known)
{
    const QScopedValueRollback arranging(m_arranging, true);
    const auto wanted = panelFromKey(state.maximised);
    if (const auto layout = layoutFromKey(state.layout)) {
        // Made anew rather than restored: it fits whatever room there is now.
        arrange(*layout);
        PanelDock *alone = wanted ? dock(*wanted) : nullptr;
        if (m_isDue)
            m_maximisedWhenDue = alone;
        else
            setMaximised(alone);
        return true;
    }
    m_layout.reset();
    m_isDue = false;
    m_maximisedWhenDue = nullptr;
    m_frontWhenDue = nullptr; // the saved arrangement says what is in front
    m_maximised = nullptr;
    for (PanelDock *panel : m_docks)
        panel->title().setMaximised(false);
    if (!restoreState(state.docks, kDockFormat))
        return false;
    // Without its real size yet, it takes the docks' sizes for too large and forgets them.
    m_onShow = isVisible() ? QByteArray() : state.docks;
    placeUnknown(known);
    bringBackToScreens();
    if (wanted && dock(*wanted))
        setMaximised(dock(*wanted));
    updateTabs();
    m_sight.start();
    m_settle.start();
    return true;
}

void DockArea::placeUnknown(const QStringList &known)
{
    PanelDock *host = nullptr;
    for (PanelDock *panel : m_docks) {
        if (known.contains(panelKey(panel->id())) && !panel->isFloating() && panel->id() != PanelId::Controls &&
            panel->id() != PanelId::Tps)
            host = panel;
    }
    for (PanelDock *panel : m_docks) {
        if (known.contains(panelKey(panel->id())))
            continue;
        removeDockWidget(panel);
        if (host)
            tabifyDockWidget(host, panel);
        else
            addDockWidget(Qt::BottomDockWidgetArea, panel);
        panel->show();
        if (host)
            host->raise();
    }
}

void DockArea::showPanel(PanelId id, bool focus)
{
    PanelDock *panel = dock(id);
    if (!panel)
        return;
    if (m_isDue) {
        m_frontWhenDue = panel;
        panel->make();
        return;
    }
    if (m_maximised && m_maximised != panel)
        setMaximised(nullptr);
    if (panel->isHidden()) {
        panel->show();
        noteChange(true);
    }
    panel->raise();
    panel->make();
    updateSight();
    if (focus)
        panel->focusContent();
}

void DockArea::setMaximised(PanelDock *panel)
{
    arrangeIfDue();
    if (panel && panel->isFloating()) {
        panel->isMaximized() ? panel->showNormal() : panel->showMaximized();
        return;
    }
    if (panel == m_maximised)
        return;
    const bool wasArranging = m_arranging;
    const QScopedValueRollback arranging(m_arranging, true);
    PanelDock *alone = m_maximised;
    if (m_maximised) {
        m_maximised->title().setMaximised(false);
        m_maximised = nullptr;
        restoreState(m_beforeMaximised, kDockFormat);
    }
    if (panel) {
        m_beforeMaximised = saveState(kDockFormat);
        for (PanelDock *other : m_docks) {
            if (other != panel && !other->isFloating())
                other->hide();
        }
        panel->show();
        panel->title().setMaximised(true);
        m_maximised = panel;
    }
    updateTabs();
    updateSight();
    if (!panel)
        fit();
    // Whoever comes back from one panel alone goes on in it.
    (panel ? panel : alone)->focusContent();
    if (!wasArranging) {
        m_byUser = true;
        m_settle.start();
    }
}

void DockArea::bringBackToScreens()
{
    QList<QRect> screens;
    for (const QScreen *screen : QGuiApplication::screens())
        screens << screen->availableGeometry();
    for (PanelDock *panel : m_docks) {
        if (!panel->isFloating())
            continue;
        const QRect wanted = placedOnScreens(panel->geometry(), screens);
        if (wanted != panel->geometry())
            panel->setGeometry(wanted);
    }
}

bool DockArea::hasWindows() const
{
    return std::any_of(m_docks.begin(), m_docks.end(),
                       [](const PanelDock *panel) { return panel->isFloating() && panel->isOnScreen(); });
}

QRect placedOnScreens(const QRect &window, const QList<QRect> &screens)
{
    constexpr int kGrip = 60;
    // What is grabbed is the title.
    const QRect title(window.topLeft(), QSize(window.width(), kGrip / 2));
    for (const QRect &screen : screens) {
        const QRect seen = title.intersected(screen);
        if (seen.width() >= std::min(kGrip, window.width()) && seen.height() >= kGrip / 4)
            return window;
    }
    if (screens.isEmpty())
        return window;
    const QRect home = screens.front();
    QRect placed(QPoint(), window.size().boundedTo(home.size()));
    placed.moveCenter(home.center());
    return placed;
}

} // namespace barograph
