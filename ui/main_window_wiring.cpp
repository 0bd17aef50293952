// SPDX-License-Identifier: GPL-3.0-or-later
// Who hears whom in the main window.
#include "main_window.h"

#include "dialogs/control_flow.h"
#include "dialogs/setup/setup_flow.h"
#include "help/help_windows.h"
#include "main_menu.h"
#include "markers/marker_book.h"
#include "numbers_menu.h"
#include "page_switch.h"
#include "palette/command_palette.h"
#include "palette/window_commands.h"
#include "panels/empty_state.h"
#include "panels/node_list.h"
#include "panels/node_sidebar.h"
#include "panels/node_view.h"
#include "panels/status_summary.h"
#include "window/frame_display.h"
#include "window/setup_entries.h"
#include "window/side_windows.h"
#include "window/window_parts.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenuBar>

namespace barograph {

/// For what is about the chosen node, as it stands by then; nothing happens while none is chosen.
template<typename Wish> auto MainWindow::aboutChosen(Wish wish)
{
    return [this, wish] {
        if (const NodeFrame *node = m_display->chosenNode())
            wish(*node);
    };
}

void MainWindow::connectFrames()
{
    connect(m_switch, &PageSwitch::framesWantedChanged, m_pump, &FramePump::review);
    connect(m_pump, &FramePump::due, this, [this](bool withFigures) { m_display->show(withFigures); });
    connect(m_pump, &FramePump::dueElsewhere, this, [this] { m_switch->setFrame(m_pump->frame(), m_pump->now()); });
    connect(m_switch, &PageSwitch::pageChanged, this, [this] { m_display->show(true); });
    connect(m_parts->list, &NodeList::chosen, this, [this] { m_display->show(true); });
}

void MainWindow::connectMenu()
{
    const MainMenu &menu = *m_menu;
    connect(menu.quit, &QAction::triggered, this, &QWidget::close);
    connect(menu.copyAddress, &QAction::triggered, this,
            aboutChosen([this](const NodeFrame &node) { Q_EMIT webhookUrlRequested(node.id); }));
    connect(menu.copyVerifyToken, &QAction::triggered, this,
            aboutChosen([this](const NodeFrame &node) { Q_EMIT verifyTokenRequested(node.id); }));
    connect(menu.resetPeak, &QAction::triggered, this,
            aboutChosen([this](const NodeFrame &node) { Q_EMIT resetPeakRequested(node.id); }));
    connect(menu.themes, &QActionGroup::triggered, this, [this](const QAction *action) {
        const auto choice = static_cast<ThemeChoice>(action->data().toInt());
        applyTheme(*qApp, choice);
        Q_EMIT themeChosen(choice);
    });
    connect(menu.languages, &QActionGroup::triggered, this,
            [this](const QAction *action) { chooseLanguage(action->data().toString()); });
    connect(menu.fullScreen, &QAction::triggered, this,
            [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    connect(menu.about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(menu.shortcuts, &QAction::triggered, this, [this] { showShortcutSheet(this, m_keyHints); });
    connect(menu.commandPalette, &QAction::triggered, m_palette, &CommandPalette::toggle);
    connect(m_numbers->filter, &QAction::triggered, this, [this] {
        if (m_switch->shown() == ShownPage::Overview)
            m_switch->startFilter();
        else
            m_parts->side->startFilter();
    });
    addKeyHints(generalKeyHints);
    addKeyHints(NodeList::keyHints);
    addCommands([this] { return menuCommands(*menuBar()); });
    addCommands([this] { return nodeCommands(m_pump->frame(), [this](const QString &id) { chooseNode(id); }); });
    addCommands([this] { return panelCommands(*this); });
}

void MainWindow::connectSetup()
{
    connectSetupEntries(*this, *m_numbers, *m_parts, *m_setup);
    connect(m_parts->empty, &EmptyState::tryDemoRequested, this, &MainWindow::tryDemoRequested);
    connect(m_setup, &SetupFlow::editRequested, this, &MainWindow::configEditRequested);
    connect(m_setup, &SetupFlow::testRequested, this, &MainWindow::nodeTestRequested);
    connect(m_setup, &SetupFlow::testCancelled, this, &MainWindow::nodeTestCancelled);
    connect(m_setup, &SetupFlow::offerRequested, this, &MainWindow::routeOfferRequested);
    connect(m_setup, &SetupFlow::selfTestRequested, this, &MainWindow::selfTestRequested);
    connect(m_setup, &SetupFlow::secretsChosen, this, &MainWindow::secretsChosen);
    connect(m_setup, &SetupFlow::finished, this, &MainWindow::chooseNode);
    connect(m_setup, &SetupFlow::leaveDemoRequested, this, &MainWindow::leaveDemoRequested);
}

void MainWindow::connectView()
{
    connect(m_parts->status, &StatusSummary::copyRequested, m_menu->copyAddress, &QAction::trigger);
    connect(m_markers, &MarkerBook::wanted, this, &MainWindow::markersWanted);
    const NodeView *view = m_parts->view;
    connect(view, &NodeView::annotationRequested, this, &MainWindow::annotationRequested);
    connect(view, &NodeView::annotationRemovalRequested, this, &MainWindow::annotationRemovalRequested);
    connect(view, &NodeView::verifyTokenRequested, this,
            aboutChosen([this](const NodeFrame &node) { Q_EMIT verifyTokenRequested(node.id); }));
    connect(view, &NodeView::driftDismissed, this, &MainWindow::driftDismissed);
}

void MainWindow::connectControls()
{
    NodeView *view = m_parts->view;
    // Before they do anything: what acts on a node is done in sight of it, and the view is of the chosen one by then.
    for (QAction *action : {m_menu->pauseQueue, m_menu->resumeQueue, m_menu->callbacks})
        connect(action, &QAction::triggered, m_switch, &PageSwitch::showNode);
    connect(m_menu->pauseQueue, &QAction::triggered, view, &NodeView::pauseQueue);
    connect(m_menu->resumeQueue, &QAction::triggered, view, &NodeView::resumeQueue);
    connect(m_menu->callbacks, &QAction::triggered, view, &NodeView::focusCallbacks);
    connect(view, &NodeView::controlRequested, this, &MainWindow::startControl);
    connect(m_flow, &ControlFlow::requested, this, &MainWindow::controlRequested);
    connect(m_flow, &ControlFlow::confirmed, this, &MainWindow::controlConfirmed);
    connect(m_flow, &ControlFlow::cancelled, this, &MainWindow::controlCancelled);
    connect(m_flow, &ControlFlow::workingChanged, view, [view](bool working) { view->setControlsEnabled(!working); });
}

void MainWindow::connectSideWindows()
{
    const MainMenu &menu = *m_menu;
    connect(menu.exportReport, &QAction::triggered, this, [this] {
        if (const FramePtr &frame = m_pump->frame())
            m_beside->openExport(*frame, m_parts->list->chosenId(), m_pump->now(), m_parts->view->chartRange());
    });
    connect(menu.saveCertificate, &QAction::triggered, this, [this] {
        const FramePtr &frame = m_pump->frame();
        m_beside->openCertificate(frame ? frame->listener.certificateSha256 : QString());
    });
    const auto openDatabaseStats = aboutChosen([this](const NodeFrame &node) { m_beside->openDatabaseStats(node); });
    connect(menu.databaseStats, &QAction::triggered, this, openDatabaseStats);
    const auto openStormCost = aboutChosen([this](const NodeFrame &node) { m_beside->openStormCalculator(node); });
    connect(menu.stormCost, &QAction::triggered, this, openStormCost);
    connect(m_parts->view, &NodeView::stormCostRequested, this, openStormCost);
    const auto capture =
        aboutChosen([this](const NodeFrame &node) { m_beside->startOrStopCapture(node, m_pump->now()); });
    connect(menu.capture, &QAction::triggered, this, capture);
    connect(m_parts->view, &NodeView::captureRequested, this, capture);
    connect(m_beside, &SideWindows::exportReportRequested, this, &MainWindow::exportReportRequested);
    connect(m_beside, &SideWindows::saveCertificateRequested, this, &MainWindow::saveCertificateRequested);
    connect(m_beside, &SideWindows::databaseStatsRequested, this, &MainWindow::databaseStatsRequested);
    connect(m_beside, &SideWindows::captureRequested, this, &MainWindow::captureRequested);
}

} // namespace barograph
