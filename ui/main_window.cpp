// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "dialogs/control_flow.h"
#include "dialogs/setup/setup_flow.h"
#include "main_menu.h"
#include "markers/marker_book.h"
#include "numbers_menu.h"
#include "page_switch.h"
#include "palette/command_palette.h"
#include "panels/banner.h"
#include "panels/empty_state.h"
#include "panels/node_list.h"
#include "panels/node_sidebar.h"
#include "panels/node_view.h"
#include "panels/secrets_strip.h"
#include "panels/status_summary.h"
#include "theme/icons.h"
#include "widgets/announcer.h"
#include "window/frame_display.h"
#include "window/side_windows.h"
#include "window/window_layout.h"
#include "window/window_parts.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>

namespace barograph {

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_menu(std::make_unique<MainMenu>(*this))
    , m_numbers(std::make_unique<NumbersMenu>(*this))
    , m_pump(new FramePump([this] { return viewers(); }, this))
    , m_markers(new MarkerBook(this))
    , m_parts(std::make_unique<const WindowParts>(*this, WindowParts::Shared{m_time, m_timeline, *m_markers}))
    , m_flow(new ControlFlow(this))
    , m_setup(new SetupFlow([this] { return m_pump->now(); }, this))
    , m_beside(new SideWindows(this))
    , m_palette(new CommandPalette(this))
    , m_announcer(new Announcer(this))
{
    setWindowTitle(tr("Barograph"));
    setWindowIcon(applicationIcon());
    resize(1280, 720);
    m_switch = new PageSwitch(
        {*this, *m_parts->pages, *m_parts->empty, *m_parts->columns, *m_parts->list, *m_menu->fullScreen});
    m_switch->setTimeView(m_time);
    m_display = std::make_unique<FrameDisplay>(
        FrameDisplay::Targets{*m_pump, *m_parts, *m_switch, *m_menu, *m_numbers, *m_setup, *m_beside, *m_announcer});
    connectFrames();
    connectMenu();
    menuBar()->insertMenu(menuBar()->actions().constLast(), m_parts->view->panelsMenu());
    connectSetup();
    connectView();
    connectControls();
    connectSideWindows();
}

MainWindow::~MainWindow()
{
    // Children would go after our members, and the charts look at time and store to their last focus event.
    m_pump->setSource({});
    hide();
    delete m_parts->view;
}

void MainWindow::addCommands(CommandSource source)
{
    m_palette->addSource(std::move(source));
}

void MainWindow::addKeyHints(KeyHintSource source)
{
    m_keyHints.push_back(std::move(source));
}

void MainWindow::setFrameSource(FrameSource source)
{
    m_pump->setSource(std::move(source));
}

void MainWindow::setConfigPath(const QString &path)
{
    m_parts->empty->setConfigPath(path);
}

void MainWindow::setCaptureFolder(const QString &path)
{
    m_beside->setCaptureFolder(path);
}

void MainWindow::setThemeChoice(ThemeChoice choice)
{
    m_menu->setTheme(choice);
}

void MainWindow::setLanguageChoice(const QString &choice)
{
    m_menu->setLanguage(choice);
}

void MainWindow::setControlHistory(const std::vector<ControlResult> &results)
{
    m_parts->view->setHistory(results);
    for (const ControlResult &result : results)
        m_markers->addControl(result);
}

void MainWindow::chooseNode(const QString &id)
{
    m_switch->open(id);
}

void MainWindow::setFrame(const FramePtr &frame)
{
    if (!frame)
        return;
    m_pump->setFrame(frame);
    m_display->show(true);
}

void MainWindow::startControl(const ControlRequest &request)
{
    const NodeFrame *node = m_display->chosenNode();
    m_flow->start(request, node ? node->name : QString());
}

void MainWindow::showPreview(const ControlPreview &preview)
{
    m_flow->showPreview(preview);
}

void MainWindow::takeMarkers(const MarkerSpan &span)
{
    m_markers->setSpan(span);
}

void MainWindow::takeAnnotationAnswer(const AnnotationAnswer &answer)
{
    m_markers->takeAnswer(answer);
    m_parts->view->takeAnnotationAnswer(answer);
    Q_EMIT annotationAnswered(answer);
}

void MainWindow::showResult(const ControlResult &result)
{
    m_flow->showResult(result);
    m_markers->addControl(result);
    m_parts->view->addResult(result);
    // Cancelling something else must not hide a result that is still to be looked at.
    if (result.outcome != ControlOutcome::Cancelled)
        m_parts->banner->setNotice(resultNotice(result));
}

void MainWindow::copyWebhookUrl(const QString &url)
{
    QApplication::clipboard()->setText(url);
    m_parts->status->showCopied();
}

void MainWindow::showPanel(PanelId id)
{
    m_switch->showNode();
    m_parts->view->showPanel(id);
}

void MainWindow::showWebhooks()
{
    showPanel(PanelId::Webhooks);
}

void MainWindow::showMembers()
{
    showPanel(PanelId::Members);
}

void MainWindow::showNotices()
{
    showPanel(PanelId::Notices);
}

void MainWindow::copyVerifyToken(const QString &token)
{
    if (token.isEmpty()) {
        m_parts->banner->setNotice(tr("There is no verify token for this number."));
        return;
    }
    QApplication::clipboard()->setText(token);
    m_parts->status->showCopied();
}

void MainWindow::certificateSaved(bool ok, const QString &text)
{
    if (!m_beside->certificateSaved(ok, text) && !ok)
        m_parts->banner->setNotice(tr("The certificate was not saved. %1").arg(text));
}

void MainWindow::showDatabaseStats(const DatabaseStats &stats)
{
    m_beside->showDatabaseStats(stats);
}

void MainWindow::reportFinished(bool ok, const QString &text)
{
    if (!m_beside->reportFinished(ok, text) && !ok)
        m_parts->banner->setNotice(tr("The report was not written. %1").arg(text));
}

void MainWindow::setDemo(bool demo)
{
    m_setup->setDemo(demo);
    if (demo)
        setWindowTitle(tr("Barograph: demo"));
}

void MainWindow::addNumber()
{
    m_setup->addNode();
}

void MainWindow::setNodeConfigs(const std::vector<NodeConfig> &nodes)
{
    m_setup->setNodes(nodes);
    QStringList ids;
    for (const NodeConfig &node : nodes)
        ids << node.id;
    m_parts->list->setOrder(ids);
    m_parts->list->setReorderable(nodes.size() > 1);
    m_parts->side->setAddEnabled(!nodes.empty());
    m_display->updateNumbersMenu();
}

void MainWindow::setSecretsStatus(const SecretsStatus &status)
{
    m_parts->secrets->setStatus(status);
    m_setup->setSecretsStatus(status);
}

void MainWindow::configEdited(const ConfigEditResult &result)
{
    if (m_setup->configEdited(result))
        return;
    if (result.ok) {
        constexpr int kShownForMs = 6000;
        statusBar()->showMessage(result.text, kShownForMs);
        // A later success must not leave an old mistake standing, and must not take away what is not its own.
        if (!m_configNotice.isEmpty() && m_parts->banner->text().contains(m_configNotice))
            m_parts->banner->setNotice({});
        m_configNotice.clear();
        return;
    }
    m_configNotice = result.field.isEmpty()
                         ? tr("The configuration was not changed. %1").arg(result.text)
                         : tr("The configuration was not changed. %1: %2").arg(result.field, result.text);
    m_parts->banner->setNotice(m_configNotice);
}

void MainWindow::showNodeTest(const NodeTestReport &report)
{
    m_setup->showTest(report);
}

void MainWindow::showRouteOffer(const RouteOffer &offer)
{
    m_setup->showOffer(offer);
}

void MainWindow::showSelfTest(const SelfTestResult &result)
{
    m_setup->showSelfTest(result);
}

void MainWindow::showError(const QString &text)
{
    m_parts->banner->setNotice(text);
}

void MainWindow::chooseLanguage(const QString &choice)
{
    constexpr int kShownForMs = 10'000;
    // Not at once: the services hold sentences of the present language, and a restart of theirs would cost webhooks.
    statusBar()->showMessage(tr("The language changes when Barograph is started again."), kShownForMs);
    Q_EMIT languageChosen(choice);
}

QByteArray MainWindow::saveLayout() const
{
    return saveWindowLayout(*this, *m_parts->columns, *m_parts->view);
}

bool MainWindow::restoreLayout(const QByteArray &layout)
{
    return restoreWindowLayout(layout, *this, *m_parts->columns, *m_parts->view);
}

QVariantMap MainWindow::choices() const
{
    auto choices = m_switch->choices();
    choices.insert(QStringLiteral("recentCommands"), m_palette->recentToKeep());
    return choices;
}

void MainWindow::restoreChoices(const QVariantMap &choices)
{
    m_switch->restore(choices);
    m_palette->restoreRecent(choices.value(QStringLiteral("recentCommands")).toStringList());
}

bool MainWindow::grabToFile(const QString &path)
{
    return grab().save(path);
}

FramePump::Viewers MainWindow::viewers() const
{
    // A panel that was torn off goes on being looked at while the window is minimised or in the tray.
    return {(isVisible() && !isMinimized()) || m_parts->view->isWatched(), m_switch->framesEveryMs()};
}

void MainWindow::setVisible(bool visible)
{
    // Often the first frame is there by now: the first picture shows it then.
    if (visible && m_pump->fetchFirst())
        m_display->show(true);
    QMainWindow::setVisible(visible);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    m_pump->review();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    m_pump->review();
}

void MainWindow::bringUp()
{
    m_switch->bringUp({});
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // By the user's hand alone: Quit and the end of the session close for good.
    if (!event->spontaneous() || !m_switch->staysInTray()) {
        QMainWindow::closeEvent(event);
        return;
    }
    event->ignore();
    m_switch->hideToTray();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && m_switch) {
        m_menu->fullScreen->setChecked(isFullScreen());
        m_pump->review();
    }
}

} // namespace barograph
