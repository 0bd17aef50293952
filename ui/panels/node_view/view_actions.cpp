// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/view_actions.h"

#include "panels/node_view/dock_area.h"
#include "panels/node_view/node_layouts.h"
#include "panels/node_view/view_bar.h"
#include "panels/node_view/view_history.h"

#include <QAction>
#include <QMenu>

namespace barograph {

namespace {

QAction *addViewAction(QMenu &menu, const QString &text, const QKeySequence &shortcut = {})
{
    QAction *action = menu.addAction(text);
    action->setShortcut(shortcut);
    return action;
}

} // namespace

ViewActions::ViewActions(DockArea &area, NodeLayouts &layouts, ViewHistory &history, ViewBar &bar, QWidget *parent)
    : QObject(parent)
    , m_area(area)
    , m_layouts(layouts)
    , m_panels(new QMenu(tr("&Panels"), parent))
    , m_layoutsMenu(new QMenu(tr("&Layout"), parent))
{
    addPanelList(*m_panels);
    m_panels->addSeparator();
    addPanelMoves(*m_panels, parent);
    m_panels->addSeparator();
    m_panels->addMenu(m_layoutsMenu);
    addTimeAndSteps(*m_panels, history, bar);
    fillLayouts();
    connect(&layouts, &NodeLayouts::changed, this, &ViewActions::fillLayouts);
    connect(m_panels, &QMenu::aboutToShow, this, &ViewActions::update);
    connect(&area, &DockArea::menuRequested, this, &ViewActions::openPanelMenu);
    update();
}

PanelDock *ViewActions::subject() const
{
    return m_area.activeDock() ? m_area.activeDock() : m_area.maximised();
}

void ViewActions::addPanelList(QMenu &menu)
{
    int number = 1;
    for (PanelDock *panel : m_area.docks()) {
        QAction *action = addViewAction(menu, panelTitle(panel->id()));
        if (number <= 10)
            action->setShortcut(QKeySequence(Qt::CTRL | (number == 10 ? Qt::Key_0 : Qt::Key(Qt::Key_0 + number))));
        ++number;
        action->setCheckable(true);
        action->setToolTip(tr("Open this panel, bring it to the front and go to it."));
        connect(action, &QAction::triggered, this, [this, panel] {
            m_area.showPanel(panel->id(), true);
            update();
        });
        m_shown << action;
    }
}

void ViewActions::addPanelMoves(QMenu &menu, QWidget *parent)
{
    const auto add = [this](QMenu &to, const QString &text, const QKeySequence &shortcut, auto what) {
        connect(addViewAction(to, text, shortcut), &QAction::triggered, this, [this, what] {
            if (PanelDock *panel = subject())
                what(panel);
        });
    };
    connect(addViewAction(menu, tr("&Next panel"), QKeySequence(Qt::Key_F6)), &QAction::triggered, this,
            [this] { m_area.focusNext(true); });
    connect(addViewAction(menu, tr("Pre&vious panel"), QKeySequence(Qt::SHIFT | Qt::Key_F6)), &QAction::triggered, this,
            [this] { m_area.focusNext(false); });
    add(menu, tr("Show this panel &alone, or all again"), QKeySequence(Qt::Key_F10),
        [this](PanelDock *panel) { m_area.setMaximised(m_area.maximised() == panel ? nullptr : panel); });
    add(menu, tr("&Tear this panel off, or put it back"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T),
        [this](PanelDock *panel) { m_area.toggleFloating(panel); });
    add(menu, tr("&Close this panel"), QKeySequence(Qt::CTRL | Qt::Key_W), [](PanelDock *panel) { panel->close(); });
    auto *move = new QMenu(tr("&Move this panel"), parent);
    menu.addMenu(move);
    const auto keys = Qt::ALT | Qt::SHIFT;
    add(*move, tr("To the &left"), QKeySequence(keys | Qt::Key_Left),
        [this](PanelDock *panel) { m_area.movePanel(panel, Qt::LeftEdge); });
    add(*move, tr("To the &right"), QKeySequence(keys | Qt::Key_Right),
        [this](PanelDock *panel) { m_area.movePanel(panel, Qt::RightEdge); });
    add(*move, tr("&Up"), QKeySequence(keys | Qt::Key_Up),
        [this](PanelDock *panel) { m_area.movePanel(panel, Qt::TopEdge); });
    add(*move, tr("&Down"), QKeySequence(keys | Qt::Key_Down),
        [this](PanelDock *panel) { m_area.movePanel(panel, Qt::BottomEdge); });
}

void ViewActions::addTimeAndSteps(QMenu &menu, ViewHistory &history, ViewBar &bar)
{
    menu.addSeparator();
    connect(addViewAction(menu, tr("Hold the c&harts still, or go live"), QKeySequence(Qt::Key_F8)),
            &QAction::triggered, &bar, &ViewBar::toggleLive);
    connect(addViewAction(menu, tr("&From … to …"), QKeySequence(Qt::CTRL | Qt::Key_T)), &QAction::triggered, &bar,
            &ViewBar::openRangePopup);
    menu.addSeparator();
    QUndoStack &steps = history.stack();
    QAction *undo = addViewAction(menu, tr("&Undo view change"), QKeySequence(Qt::CTRL | Qt::Key_Z));
    QAction *redo = addViewAction(menu, tr("&Redo view change"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    connect(undo, &QAction::triggered, &steps, &QUndoStack::undo);
    connect(redo, &QAction::triggered, &steps, &QUndoStack::redo);
    connect(&steps, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
    connect(&steps, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    undo->setEnabled(false);
    redo->setEnabled(false);
}

void ViewActions::fillLayouts()
{
    m_layoutsMenu->clear();
    const QString present = m_layouts.presentName();
    const auto add = [&](const QString &name, auto use) {
        QAction *action = m_layoutsMenu->addAction(QString(name).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(name == present);
        // Later: this menu is filled anew by it.
        connect(action, &QAction::triggered, this, use, Qt::QueuedConnection);
    };
    for (const BuiltInLayout layout : kBuiltInLayouts)
        add(layoutName(layout), [this, layout] { m_layouts.useBuiltIn(layout); });
    if (!m_layouts.book().layouts().empty())
        m_layoutsMenu->addSeparator();
    for (const NamedLayout &layout : m_layouts.book().layouts())
        add(layout.name, [this, name = layout.name] { m_layouts.use(name); });
    m_layoutsMenu->addSeparator();
    connect(addViewAction(*m_layoutsMenu, tr("Save and &manage…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)),
            &QAction::triggered, this, &ViewActions::layoutsWanted);
}

void ViewActions::update()
{
    for (qsizetype i = 0; i < m_shown.size(); ++i)
        m_shown[i]->setChecked(!m_area.docks()[static_cast<std::size_t>(i)]->isHidden());
}

void ViewActions::openPanelMenu(PanelDock *dock, const QPoint &globalPosition)
{
    auto *menu = new QMenu(m_panels->parentWidget());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("panelMenu"));
    const bool alone = m_area.maximised() == dock;
    connect(menu->addAction(alone ? tr("Show &all panels again") : tr("Show this panel &alone")), &QAction::triggered,
            dock, [this, dock, alone] { m_area.setMaximised(alone ? nullptr : dock); });
    connect(menu->addAction(dock->isFloating() ? tr("&Put it back into the window") : tr("&Tear it off")),
            &QAction::triggered, dock, [this, dock] { m_area.toggleFloating(dock); });
    QMenu *tabs = menu->addMenu(tr("Ta&b together with"));
    for (PanelDock *other : m_area.docks()) {
        if (other == dock || !other->isOnScreen() || other->isFloating())
            continue;
        connect(tabs->addAction(other->stateText()), &QAction::triggered, dock,
                [this, dock, other] { m_area.tabWith(dock, other); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Close")), &QAction::triggered, dock, &QWidget::close);
    menu->popup(globalPosition);
}

} // namespace barograph
