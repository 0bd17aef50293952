// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "dialogs/capture_dialog.h"
#include "dialogs/certificate_dialog.h"
#include "dialogs/control_flow.h"
#include "dialogs/database_stats_dialog.h"
#include "dialogs/export_dialog.h"
#include "dialogs/setup/setup_flow.h"
#include "dialogs/storm_calculator.h"
#include "help/help_windows.h"
#include "main_menu.h"
#include "markers/marker_book.h"
#include "numbers_menu.h"
#include "page_switch.h"
#include "palette/command_palette.h"
#include "palette/window_commands.h"
#include "panels/banner.h"
#include "panels/empty_state.h"
#include "panels/node_list.h"
#include "panels/node_sidebar.h"
#include "panels/node_view.h"
#include "panels/secrets_strip.h"
#include "panels/status_summary.h"
#include "text/webhook_notices.h"
#include "theme/icons.h"
#include "widgets/announcer.h"
#include "widgets/side_window.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDataStream>
#include <QEvent>
#include <QMenu>
#include <QMenuBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace barograph {

namespace {

constexpr int kFrameMs = 100;
/// Until the first frame is here there is nothing to look at.
constexpr int kFirstFrameMs = 2;
/// Figures that change ten times a second cannot be read; the chart can.
constexpr int kTicksPerFigures = 3;
constexpr Seconds kCaptureLength{600};
constexpr quint32 kLayoutVersion = 2;
/// With two splitters where the panels are now.
constexpr quint32 kSplitterLayoutVersion = 1;
/// A frame that is a little late must not make the charts' edge tremble; one that no longer comes must not stop it.
constexpr Millis kLateFrame{1500};

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QMainWindow(parent)
    , m_menu(std::make_unique<MainMenu>(*this))
    , m_numbers(std::make_unique<NumbersMenu>(*this))
    , m_banner(new Banner(Banner::Tone::Error, this))
    , m_reminders(new Banner(Banner::Tone::Reminder, this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_columns(new QSplitter(Qt::Horizontal, this))
    , m_list(new NodeList(this))
    , m_markers(new MarkerBook(this))
    , m_view(new NodeView(m_time, m_timeline, *m_markers, this))
    , m_status(new StatusSummary(this))
    , m_flow(new ControlFlow(this))
    , m_setup(new SetupFlow([this] { return m_clock(); }, this))
    , m_secretsStrip(new SecretsStrip(this))
    , m_side(new NodeSidebar(m_list, this))
    , m_palette(new CommandPalette(this))
    , m_announcer(new Announcer(this))
{
    setWindowTitle(tr("Barograph"));
    setWindowIcon(applicationIcon());
    resize(1280, 720);
    buildCentre();
    m_switch = new PageSwitch({*this, *m_pages, *m_empty, *m_columns, *m_list, *m_menu->fullScreen});
    connect(m_switch, &PageSwitch::pageChanged, this, [this] { render(true); });
    connect(m_switch, &PageSwitch::framesWantedChanged, this, &MainWindow::updateTimer);
    connect(m_empty, &EmptyState::tryDemoRequested, this, &MainWindow::tryDemoRequested);
    connectMenu();
    menuBar()->insertMenu(menuBar()->actions().constLast(), m_view->panelsMenu());
    connectSetup();
    connect(m_list, &NodeList::chosen, this, [this] { render(true); });
    connect(m_markers, &MarkerBook::wanted, this, &MainWindow::markersWanted);
    connect(m_view, &NodeView::annotationRequested, this, &MainWindow::annotationRequested);
    connect(m_view, &NodeView::annotationRemovalRequested, this, &MainWindow::annotationRemovalRequested);
    connect(m_view, &NodeView::controlRequested, this, &MainWindow::startControl);
    connect(m_view, &NodeView::verifyTokenRequested, this, &MainWindow::requestVerifyToken);
    connect(m_view, &NodeView::driftDismissed, this, &MainWindow::driftDismissed);
    connect(m_view, &NodeView::captureRequested, this, &MainWindow::startOrStopCapture);
    connect(m_view, &NodeView::stormCostRequested, this, &MainWindow::openStormCalculator);
    connect(m_status, &StatusSummary::copyRequested, m_menu->copyAddress, &QAction::trigger);
    connect(m_flow, &ControlFlow::requested, this, &MainWindow::controlRequested);
    connect(m_flow, &ControlFlow::confirmed, this, &MainWindow::controlConfirmed);
    connect(m_flow, &ControlFlow::cancelled, this, &MainWindow::controlCancelled);
    connect(m_flow, &ControlFlow::workingChanged, m_view,
            [this](bool working) { m_view->setControlsEnabled(!working); });
    m_timer.setInterval(kFrameMs);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &MainWindow::tick);
}

MainWindow::~MainWindow()
{
    // Children would go after our members, and the charts look at time and store to their last focus event.
    m_timer.stop();
    hide();
    delete m_view;
}

void MainWindow::buildCentre()
{
    m_columns->addWidget(m_side);
    m_columns->addWidget(m_view);
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 1);
    m_columns->setChildrenCollapsible(false);
    m_columns->setSizes({290, 990});
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_columns);
    auto *centre = new QWidget(this);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_secretsStrip);
    layout->addWidget(m_banner);
    layout->addWidget(m_reminders);
    layout->addWidget(m_pages, 1);
    setCentralWidget(centre);
    statusBar()->addWidget(m_status, 1);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::connectMenu()
{
    connect(m_menu->exportReport, &QAction::triggered, this, &MainWindow::openExport);
    connect(m_menu->saveCertificate, &QAction::triggered, this, &MainWindow::openCertificate);
    connect(m_menu->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_menu->copyAddress, &QAction::triggered, this, [this] {
        if (const NodeFrame *node = chosenNode())
            Q_EMIT webhookUrlRequested(node->id);
    });
    connect(m_menu->copyVerifyToken, &QAction::triggered, this, &MainWindow::requestVerifyToken);
    connect(m_menu->capture, &QAction::triggered, this, &MainWindow::startOrStopCapture);
    connect(m_menu->resetPeak, &QAction::triggered, this, [this] {
        if (const NodeFrame *node = chosenNode())
            Q_EMIT resetPeakRequested(node->id);
    });
    // Before they do anything: what acts on a node is done in sight of it, and the view is of the chosen one by then.
    for (QAction *action : {m_menu->pauseQueue, m_menu->resumeQueue, m_menu->callbacks})
        connect(action, &QAction::triggered, m_switch, &PageSwitch::showNode);
    connect(m_menu->pauseQueue, &QAction::triggered, m_view, &NodeView::pauseQueue);
    connect(m_menu->resumeQueue, &QAction::triggered, m_view, &NodeView::resumeQueue);
    connect(m_menu->callbacks, &QAction::triggered, m_view, &NodeView::focusCallbacks);
    connect(m_menu->databaseStats, &QAction::triggered, this, &MainWindow::openDatabaseStats);
    connect(m_menu->stormCost, &QAction::triggered, this, &MainWindow::openStormCalculator);
    connect(m_menu->themes, &QActionGroup::triggered, this,
            [this](const QAction *action) { chooseTheme(static_cast<ThemeChoice>(action->data().toInt())); });
    connect(m_menu->languages, &QActionGroup::triggered, this,
            [this](const QAction *action) { chooseLanguage(action->data().toString()); });
    connect(m_menu->fullScreen, &QAction::triggered, this,
            [this](bool on) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, on)); });
    connect(m_menu->about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(m_menu->shortcuts, &QAction::triggered, this, [this] { showShortcutSheet(this, m_keyHints); });
    connect(m_menu->commandPalette, &QAction::triggered, m_palette, &CommandPalette::toggle);
    addKeyHints(generalKeyHints);
    addKeyHints(NodeList::keyHints);
    addCommands([this] { return menuCommands(*menuBar()); });
    addCommands([this] { return nodeCommands(m_frame, [this](const QString &id) { chooseNode(id); }); });
    addCommands([this] { return panelCommands(*this); });
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
    m_source = std::move(source);
    updateTimer();
}

void MainWindow::setConfigPath(const QString &path)
{
    m_empty->setConfigPath(path);
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
    m_view->setHistory(results);
    for (const ControlResult &result : results)
        m_markers->addControl(result);
}

void MainWindow::chooseNode(const QString &id)
{
    m_switch->open(id);
}

const NodeFrame *MainWindow::chosenNode() const
{
    return m_frame ? m_frame->node(m_list->chosenId()) : nullptr;
}

void MainWindow::setFrame(const FramePtr &frame)
{
    if (!frame)
        return;
    m_frame = frame;
    render(true);
}

void MainWindow::tick()
{
    const bool isFirst = !m_frame;
    if (FramePtr frame = m_source ? m_source() : nullptr)
        m_frame = std::move(frame);
    if (isFirst && m_frame)
        updateTimer();
    if (!isVisible() || isMinimized()) {
        // For the wall and the tray alone.
        if (m_frame)
            m_switch->setFrame(m_frame, m_clock());
        return;
    }
    // Also without a new frame: ages grow, and the chart has to move away from data that no longer come.
    render(m_ticks++ % kTicksPerFigures == 0);
}

void MainWindow::render(bool withFigures)
{
    if (!m_frame)
        return;
    const UtcTime now = m_clock();
    if (withFigures) {
        m_markers->setFrame(*m_frame);
        const QSignalBlocker blocker(m_list);
        m_list->setFrame(m_frame, now);
        m_side->updateState();
        m_setup->setFrame(*m_frame, now);
        m_switch->setFrame(m_frame, now);
    }
    const NodeFrame *node = chosenNode();
    m_time.setNow(now - m_frame->takenAt < kLateFrame ? m_frame->takenAt : now);
    m_timeline.setFrame(m_frame);
    const bool viewed = m_switch->shown() == ShownPage::Node;
    if (node && viewed && withFigures)
        m_view->setFigures(m_frame, *node, now);
    if (node && viewed)
        m_view->advance(m_frame, *node, now);
    else if (!node)
        m_view->showNothing();
    if (!withFigures)
        return;
    if (node && m_calculator)
        m_calculator->setNode(*node);
    m_announcer->say(stateNews(m_states, *m_frame));
    m_states = nodeStates(*m_frame);
    m_menu->setNodeChosen(node != nullptr);
    updateNumbersMenu();
    m_menu->setWebhooks(node, m_frame->listener.tls, now);
    m_menu->setDatabase(node);
    m_status->setFrame(*m_frame, node, now);
    m_banner->setStanding(standingErrors(*m_frame, now));
    m_reminders->setStanding(standingReminders(*m_frame, now).join(u'\n'));
}

void MainWindow::startControl(const ControlRequest &request)
{
    const NodeFrame *node = chosenNode();
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
    m_view->takeAnnotationAnswer(answer);
    Q_EMIT annotationAnswered(answer);
}

void MainWindow::showResult(const ControlResult &result)
{
    m_flow->showResult(result);
    m_markers->addControl(result);
    m_view->addResult(result);
    // Cancelling something else must not hide a result that is still to be looked at.
    if (result.outcome != ControlOutcome::Cancelled)
        m_banner->setNotice(resultNotice(result));
}

void MainWindow::copyWebhookUrl(const QString &url)
{
    QApplication::clipboard()->setText(url);
    m_status->showCopied();
}

void MainWindow::showWebhooks()
{
    m_switch->showNode();
    m_view->showPanel(PanelId::Webhooks);
}

void MainWindow::showMembers()
{
    m_switch->showNode();
    m_view->showPanel(PanelId::Members);
}

void MainWindow::showNotices()
{
    m_switch->showNode();
    m_view->showPanel(PanelId::Notices);
}

void MainWindow::requestVerifyToken()
{
    if (const NodeFrame *node = chosenNode())
        Q_EMIT verifyTokenRequested(node->id);
}

void MainWindow::copyVerifyToken(const QString &token)
{
    if (token.isEmpty()) {
        m_banner->setNotice(tr("There is no verify token for this number."));
        return;
    }
    QApplication::clipboard()->setText(token);
    m_status->showCopied();
}

bool MainWindow::isCapturing(const NodeFrame &node) const
{
    return node.route.captureUntil && *node.route.captureUntil > m_clock();
}

void MainWindow::startOrStopCapture()
{
    const NodeFrame *node = chosenNode();
    if (!node)
        return;
    if (isCapturing(*node)) {
        Q_EMIT captureRequested(node->id, false, Seconds{0});
        return;
    }
    if (raiseIfOpen(this, QStringLiteral("captureDialog"), node->id))
        return;
    auto *dialog = new CaptureDialog(node->name, m_captureFolder, this);
    dialog->setObjectName(QStringLiteral("captureDialog"));
    markAbout(*dialog, node->id);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The number that was asked about, whichever is chosen by then.
    connect(dialog, &QDialog::accepted, this,
            [this, id = node->id] { Q_EMIT captureRequested(id, true, kCaptureLength); });
    bringToFront(*dialog);
}

void MainWindow::openCertificate()
{
    if (m_certificate) {
        bringToFront(*m_certificate);
        return;
    }
    m_certificate = new CertificateDialog(m_frame ? m_frame->listener.certificateSha256 : QString(), this);
    m_certificate->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_certificate, &CertificateDialog::saveRequested, this, &MainWindow::saveCertificateRequested);
    m_certificate->show();
}

void MainWindow::openStormCalculator()
{
    const NodeFrame *node = chosenNode();
    if (!node)
        return;
    if (!m_calculator) {
        m_calculator = new StormCalculator(this);
        m_calculator->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_calculator->setNode(*node);
    bringToFront(*m_calculator);
}

void MainWindow::certificateSaved(bool ok, const QString &text)
{
    if (m_certificate)
        m_certificate->finish(ok, text);
    else if (!ok)
        m_banner->setNotice(tr("The certificate was not saved. %1").arg(text));
}

void MainWindow::openDatabaseStats()
{
    const NodeFrame *node = chosenNode();
    if (!node)
        return;
    if (m_databaseStats && m_databaseStats->nodeId() == node->id) {
        bringToFront(*m_databaseStats);
        return;
    }
    if (m_databaseStats)
        m_databaseStats->close();
    m_databaseStats = new DatabaseStatsDialog(node->id, node->name, this);
    m_databaseStats->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_databaseStats, &DatabaseStatsDialog::requested, this, &MainWindow::databaseStatsRequested);
    m_databaseStats->show();
}

void MainWindow::showDatabaseStats(const DatabaseStats &stats)
{
    if (m_databaseStats && m_databaseStats->nodeId() == stats.nodeId)
        m_databaseStats->finish(stats);
}

void MainWindow::openExport()
{
    if (m_export) {
        bringToFront(*m_export);
        return;
    }
    std::vector<std::pair<QString, QString>> nodes;
    for (const NodeFrame &node : m_frame->nodes)
        nodes.emplace_back(node.id, node.name);
    m_export = new ExportDialog(nodes, m_list->chosenId(), m_clock(), this);
    m_export->setAttribute(Qt::WA_DeleteOnClose);
    const auto [from, to] = m_view->chartRange();
    m_export->setChartRange(from, to);
    connect(m_export, &ExportDialog::exportRequested, this, &MainWindow::exportReportRequested);
    m_export->show();
}

void MainWindow::reportFinished(bool ok, const QString &text)
{
    if (m_export)
        m_export->finish(ok, text);
    else if (!ok)
        m_banner->setNotice(tr("The report was not written. %1").arg(text));
}

void MainWindow::setDemo(bool demo)
{
    m_setup->setDemo(demo);
}

void MainWindow::addNumber()
{
    m_setup->addNode();
}

void MainWindow::connectSetup()
{
    connect(m_numbers->add, &QAction::triggered, m_setup, &SetupFlow::addNode);
    connect(m_empty, &EmptyState::addRequested, m_setup, &SetupFlow::addNode);
    connect(m_side, &NodeSidebar::addRequested, m_setup, &SetupFlow::addNode);
    const auto withChosen = [this](QAction *action, auto what) {
        connect(action, &QAction::triggered, this, [this, what] { what(*m_setup, m_list->chosenId()); });
    };
    withChosen(m_numbers->edit, [](SetupFlow &setup, const QString &id) { setup.editNode(id); });
    withChosen(m_numbers->webhooks, [](SetupFlow &setup, const QString &id) { setup.openRoute(id); });
    withChosen(m_numbers->toggle, [](SetupFlow &setup, const QString &id) { setup.switchNode(id); });
    withChosen(m_numbers->duplicate, [](SetupFlow &setup, const QString &id) { setup.duplicateNode(id); });
    withChosen(m_numbers->group, [](SetupFlow &setup, const QString &id) { setup.chooseGroup(id); });
    withChosen(m_numbers->moveUp, [](SetupFlow &setup, const QString &id) { setup.moveNode(id, false); });
    withChosen(m_numbers->moveDown, [](SetupFlow &setup, const QString &id) { setup.moveNode(id, true); });
    withChosen(m_numbers->remove, [](SetupFlow &setup, const QString &id) { setup.removeNode(id); });
    connect(m_numbers->filter, &QAction::triggered, this, [this] {
        if (m_switch->shown() == ShownPage::Overview)
            m_switch->startFilter();
        else
            m_side->startFilter();
    });
    connect(m_empty, &EmptyState::importRequested, m_setup, &SetupFlow::importConfig);
    connect(m_numbers->importFile, &QAction::triggered, m_setup, &SetupFlow::importConfig);
    connect(m_numbers->exportFile, &QAction::triggered, m_setup, &SetupFlow::exportConfig);
    connect(m_numbers->secrets, &QAction::triggered, m_setup, &SetupFlow::openSecrets);
    connect(m_secretsStrip, &SecretsStrip::openRequested, m_setup, &SetupFlow::openSecrets);
    connect(m_list, &NodeList::editRequested, m_setup, &SetupFlow::editNode);
    connect(m_list, &NodeList::moveRequested, m_setup, &SetupFlow::moveNodeTo);
    connect(m_list, &NodeList::menuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("numberMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(m_numbers->nodeActions());
        menu->addSeparator();
        menu->addAction(m_numbers->add);
        menu->popup(at);
    });
    connect(m_setup, &SetupFlow::editRequested, this, &MainWindow::configEditRequested);
    connect(m_setup, &SetupFlow::testRequested, this, &MainWindow::nodeTestRequested);
    connect(m_setup, &SetupFlow::testCancelled, this, &MainWindow::nodeTestCancelled);
    connect(m_setup, &SetupFlow::offerRequested, this, &MainWindow::routeOfferRequested);
    connect(m_setup, &SetupFlow::selfTestRequested, this, &MainWindow::selfTestRequested);
    connect(m_setup, &SetupFlow::secretsChosen, this, &MainWindow::secretsChosen);
    connect(m_setup, &SetupFlow::finished, this, &MainWindow::chooseNode);
    connect(m_setup, &SetupFlow::leaveDemoRequested, this, &MainWindow::leaveDemoRequested);
}

void MainWindow::updateNumbersMenu()
{
    const QString id = m_list->chosenId();
    m_numbers->setNode(m_setup->node(id), m_setup->canMove(id, false), m_setup->canMove(id, true));
}

void MainWindow::setNodeConfigs(const std::vector<NodeConfig> &nodes)
{
    m_setup->setNodes(nodes);
    QStringList ids;
    for (const NodeConfig &node : nodes)
        ids << node.id;
    m_list->setOrder(ids);
    m_list->setReorderable(nodes.size() > 1);
    m_side->setAddEnabled(!nodes.empty());
    updateNumbersMenu();
}

void MainWindow::setSecretsStatus(const SecretsStatus &status)
{
    m_secretsStrip->setStatus(status);
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
        if (!m_configNotice.isEmpty() && m_banner->text().contains(m_configNotice))
            m_banner->setNotice({});
        m_configNotice.clear();
        return;
    }
    m_configNotice = result.field.isEmpty()
                         ? tr("The configuration was not changed. %1").arg(result.text)
                         : tr("The configuration was not changed. %1: %2").arg(result.field, result.text);
    m_banner->setNotice(m_configNotice);
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
    m_banner->setNotice(text);
}

void MainWindow::chooseTheme(ThemeChoice choice)
{
    applyTheme(*qApp, choice);
    Q_EMIT themeChosen(choice);
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
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << kLayoutVersion << saveGeometry() << m_columns->saveState() << m_view->saveLayout();
    return bytes;
}

bool MainWindow::restoreLayout(const QByteArray &layout)
{
    QDataStream stream(layout);
    quint32 version = 0;
    QByteArray geometry;
    QByteArray columns;
    QByteArray view;
    stream >> version;
    if (version != kLayoutVersion && version != kSplitterLayoutVersion)
        return false;
    stream >> geometry >> columns >> view;
    if (stream.status() != QDataStream::Ok || !restoreGeometry(geometry))
        return false;
    m_columns->restoreState(columns);
    if (version == kLayoutVersion)
        m_view->restoreLayout(view);
    return true;
}

QVariantMap MainWindow::choices() const
{
    return m_switch->choices();
}

void MainWindow::restoreChoices(const QVariantMap &choices)
{
    m_switch->restore(choices);
}

bool MainWindow::grabToFile(const QString &path)
{
    return grab().save(path);
}

void MainWindow::updateTimer()
{
    // A panel that was torn off goes on being looked at while the window is minimised.
    const bool watched = isVisible() && (!isMinimized() || m_view->isWatched());
    const int every = watched ? (m_frame ? kFrameMs : kFirstFrameMs) : m_switch->framesEveryMs();
    if (m_source && every > 0)
        m_timer.start(every);
    else
        m_timer.stop();
}

void MainWindow::setVisible(bool visible)
{
    // Often the first frame is there by now: the first picture shows it then.
    if (visible && !m_frame && m_source)
        setFrame(m_source());
    QMainWindow::setVisible(visible);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    updateTimer();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    updateTimer();
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
        updateTimer();
    }
}

} // namespace barograph
