// SPDX-License-Identifier: GPL-3.0-or-later
#include "runtime/backend.h"

#include "listener/auth/route_policy.h"
#include "report/report_job.h"
#include "setup/route_text.h"
#include "setup/self_test.h"
#include "storage/journal_lock.h"

#include <QDir>
#include <QLoggingCategory>

#include <cerrno>

namespace barograph {

Q_LOGGING_CATEGORY(lcBackend, "barograph.backend")

namespace {

/// Between looks for a webhook secret that is not stored yet.
constexpr Seconds kMissingSecretPause{5};
/// Between looks at what is usual; sooner while there is no history to look at.
constexpr Seconds kUsualTrafficPause{900};
constexpr Seconds kNoHistoryPause{30};
constexpr Seconds kFirstUsualTraffic{2};

/// The history takes the seconds of one node at a time; the ingest thread hands over those of all nodes mixed.
void storeSeconds(HistoryWriter &history, const NodeNames &names, const std::vector<ClosedSecond> &seconds,
                  const MeterBank::NodeIds &nodeId)
{
    std::vector<std::vector<ClosedSecond>> byNode;
    for (const auto &second : seconds) {
        if (second.node >= byNode.size())
            byNode.resize(second.node + 1U);
        byNode[second.node].push_back(second);
    }
    for (std::size_t node = 0; node < byNode.size(); ++node) {
        if (byNode[node].empty())
            continue;
        const QString id = nodeId(static_cast<NodeIndex>(node));
        const auto name = names.nameOf(id);
        history.enqueue(id, name.shown, name.simulated, std::move(byNode[node]));
    }
}

void takeLimits(const Config &config, IngestOptions &options)
{
    constexpr std::size_t kLeastPerPeer = 64;
    options.limits.maxConnections = static_cast<std::size_t>(config.listener.maxConnections);
    options.limits.maxConnectionsPerPeer = std::max(options.limits.maxConnections / 4, kLeastPerPeer);
    options.journal.keepFor = std::chrono::hours{config.journal.keepHours};
    options.journal.keepBytes = qint64{config.journal.keepMegabytes} << 20;
    options.latencyBudget = Millis{config.journal.latencyBudgetMs};
    options.dedupeBytes = static_cast<std::size_t>(config.journal.dedupeMegabytes) << 20U;
}

} // namespace

Backend::Backend(Paths paths, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_paths(std::move(paths))
    , m_secrets(secrets)
    , m_poller(secrets)
    , m_controls(m_poller, m_paths.auditFile(), m_paths.dataDir)
    , m_taps(secrets, [this](const QString &nodeId, const QByteArray &body) { m_ingest->takeTapped(nodeId, body); })
    , m_settings(m_paths.settingsMemoryFile())
    , m_usual(m_paths.historyFile())
{
    m_background.setMaxThreadCount(1);
    m_usualTimer.setSingleShot(true);
    connect(&m_usualTimer, &QTimer::timeout, this, &Backend::learnUsualTraffic);
    qRegisterMetaType<HistoryStatus>();
    connect(&m_poller, &Poller::probed, this, [this](const ProbeResult &result) { applyToNode(result); });
    connect(&m_poller, &Poller::queueSeen, this, [this](const QueueResult &result) { applyToNode(result); });
    connect(&m_poller, &Poller::databaseStatsSeen, this, &Backend::databaseStatsSeen);
    connect(&m_taps, &TapHub::noted, this, [this](const TapNote &note) { applyToNode(note); });
    connect(&m_secretTimer, &QTimer::timeout, this, &Backend::lookForMissingSecrets);
    // A file of secrets was opened, or the keychain was found: what could not be read before can be now.
    connect(&m_secrets, &SecretStore::statusChanged, this, &Backend::readSecretsAnew);
    connect(&m_controls, &ControlService::pauseNoted, this, [this](const PauseNote &note) { applyToNode(note); });
    connect(&m_controls, &ControlService::finished, this, [this](const ControlResult &result) {
        if (m_history)
            m_history->enqueueControl(result);
        applyToNode(result);
    });
}

Backend::~Backend()
{
    stop();
}

tl::expected<void, QString> Backend::start(const Config &config)
{
    for (const auto &folder : {m_paths.dataDir, m_paths.journalDir(), m_paths.stateDir}) {
        if (!makePrivateFolder(folder))
            return tl::make_unexpected(
                tr("The folder %1 cannot be made or written. Check its permissions and the room on its disk, or name "
                   "another one with --data.")
                    .arg(QDir::toNativeSeparators(folder)));
    }
    // Told now and not in frames alone: those would say that events are refused, while the other one takes them.
    // All else that keeps the journal closed can pass by itself.
    if (const auto lock = JournalLock::take(m_paths.journalDir()); !lock && lock.error().systemError == EWOULDBLOCK)
        return tl::make_unexpected(lock.error().text);

    m_history = std::make_unique<HistoryWriter>(m_paths.historyFile());
    connect(m_history.get(), &HistoryWriter::statusChanged, this, &Backend::historyStatusChanged, Qt::QueuedConnection);
    connect(m_history.get(), &HistoryWriter::noteAnswered, this, &Backend::finishAnnotation, Qt::QueuedConnection);
    m_tiles = std::make_unique<TileReader>(m_paths.historyFile());
    connect(m_tiles.get(), &TileReader::tilesRead, this, &Backend::tilesRead, Qt::QueuedConnection);

    m_names.learn(config.nodes);
    m_listener = config.listener;
    IngestOptions options;
    options.journalFolder = m_paths.journalDir();
    options.installationKeyFile = m_paths.installationKeyFile();
    options.captureFolder = m_paths.captureDir();
    options.listener = config.listener;
    options.ownCertificateFile = m_paths.listenerCertificateFile();
    options.ownKeyFile = m_paths.listenerKeyFile();
    options.nodes = config.nodes;
    takeLimits(config, options);
    options.sinks.closedSeconds = [this](const std::vector<ClosedSecond> &seconds, const MeterBank::NodeIds &nodeId) {
        storeSeconds(*m_history, m_names, seconds, nodeId);
    };
    options.sinks.storm = [this](const QString &nodeId, const StormView &storm) {
        m_history->enqueueStorm(nodeId, storm);
    };
    options.sinks.settings = [this](const QString &nodeId, const DriftMemory &memory) {
        m_settings.remember(nodeId, memory);
        m_background.start([this] { m_settings.write(); });
    };
    options.sinks.marker = [this](const Marker &marker) { m_history->enqueueMarker(marker); };
    m_curves = std::make_unique<CurveKeeper>(m_paths.receiptCurvesFile());
    options.sinks.curve = [this](const QString &nodeId, const ReceiptCurve &curve) { m_curves->keep(nodeId, curve); };
    options.sinks.curveOf = [this](const QString &nodeId) { return m_curves->curveOf(nodeId); };
    m_ingest = std::make_unique<IngestService>(std::move(options));
    m_settingsOfEarlierRuns = m_settings.load();
    restoreSettings(config.nodes);
    m_ingest->start();
    m_usualTimer.start(kFirstUsualTraffic);
    fetchWebhookSecrets(config.nodes);
    m_poller.start(numbered(config.nodes));
    m_taps.setNodes(tapped(config.nodes));
    return {};
}

void Backend::stop()
{
    m_secretTimer.stop();
    m_usualTimer.stop();
    m_reports.waitForDone();
    m_poller.stop();
    m_taps.stop();
    m_background.waitForDone();
    // The ingest thread writes into the history and the curves until it has ended.
    m_ingest.reset();
    m_background.waitForDone(); // settings that it gave out last
    m_curves.reset();
    m_tiles.reset(); // the writer closes the file in order only if it is the last
    m_history.reset();
}

void Backend::setNodes(const std::vector<NodeConfig> &nodes)
{
    m_names.learn(nodes);
    m_ingest->setNodes(nodes);
    restoreSettings(nodes);
    fetchWebhookSecrets(nodes);
    m_poller.setNodes(numbered(nodes));
    m_taps.setNodes(tapped(nodes));
}

void Backend::reserveRoute(const NodeConfig &node)
{
    m_names.learn({node});
    m_ingest->setNodes({node});
    fetchWebhookSecrets({node});
}

void Backend::restoreSettings(const std::vector<NodeConfig> &nodes)
{
    for (const auto &node : nodes) {
        const auto known = m_settingsOfEarlierRuns.find(node.id);
        if (known == m_settingsOfEarlierRuns.end())
            continue;
        m_ingest->restoreSettings(node.id, known->second);
        m_settingsOfEarlierRuns.erase(known);
    }
}

void Backend::learnUsualTraffic()
{
    if (!m_ingest)
        return;
    m_background.start([this] {
        const auto learnt = m_usual.look(utcNow());
        if (learnt) {
            for (const auto &[nodeId, usual] : *learnt)
                m_ingest->setUsualTraffic(nodeId, std::make_shared<const UsualTraffic>(usual));
        }
        // Without a history yet there is nothing to say; that it cannot be written is told elsewhere.
        const auto pause = learnt && !learnt->empty() ? kUsualTrafficPause : kNoHistoryPause;
        QMetaObject::invokeMethod(
            this,
            [this, pause] {
                if (m_ingest)
                    m_usualTimer.start(pause);
            },
            Qt::QueuedConnection);
    });
}

void Backend::credentialsChanged(const QString &nodeId)
{
    m_poller.credentialsChanged(nodeId);
    m_taps.credentialsChanged(nodeId);
    const auto node = findNode(nodeId);
    if (node != m_nodes.end())
        fetchWebhookSecret(*node);
}

void Backend::readSecretsAnew()
{
    if (!m_ingest)
        return;
    for (const auto &node : std::vector<NodeConfig>(m_nodes))
        credentialsChanged(node.id);
}

void Backend::fetchWebhookSecrets(const std::vector<NodeConfig> &nodes)
{
    m_nodes = nodes;
    for (const auto &node : nodes)
        fetchWebhookSecret(node);
}

void Backend::lookForMissingSecrets()
{
    for (const auto &id : QSet<QString>(m_secretsAwaited)) {
        const auto node = findNode(id);
        if (node != m_nodes.end())
            fetchWebhookSecret(*node);
        else
            m_secretsAwaited.remove(id);
    }
    if (m_secretsAwaited.isEmpty())
        m_secretTimer.stop();
}

std::vector<NodeConfig>::const_iterator Backend::findNode(const QString &id) const
{
    return std::find_if(m_nodes.begin(), m_nodes.end(), [&id](const NodeConfig &node) { return node.id == id; });
}

void Backend::fetchWebhookSecret(const NodeConfig &node)
{
    if (!needsSecret(node.webhook.auth))
        return;
    m_secrets.get(node.id, SecretName::kWebhookSecret, this, [this, id = node.id](const SecretStore::Found &found) {
        if (!m_ingest)
            return;
        const bool awaited = m_secretsAwaited.contains(id);
        if (!found && !awaited)
            qCWarning(lcBackend).noquote() << found.error();
        const auto secret = found ? found->value_or(Secret()) : Secret();
        // A store that is locked does not say that there is none: requests are to come again (503) until it is open.
        if (found)
            m_ingest->setWebhookSecret(id, secret);
        // Another process (`barograph secret`) may store it any moment, and nobody tells.
        if (!secret.isEmpty()) {
            m_secretsAwaited.remove(id);
        } else if (!awaited) {
            m_secretsAwaited.insert(id);
            m_secretTimer.start(kMissingSecretPause);
        }
    });
}

void Backend::offerRoute(const QString &nodeId)
{
    const auto node = findNode(nodeId);
    if (node == m_nodes.end())
        return;
    m_secrets.get(nodeId, SecretName::kWebhookSecret, this, [this, config = *node](const SecretStore::Found &found) {
        if (!m_ingest)
            return;
        RouteFacts facts;
        facts.node = config;
        facts.listener = m_listener;
        facts.url = m_ingest->webhookUrl(config.id);
        facts.shownUrl = m_ingest->webhookUrlMasked(config.id);
        facts.verifyToken = m_ingest->verifyToken(config.id);
        facts.secretMissing = needsSecret(config.webhook.auth) && found && found->value_or(Secret()).isEmpty();
        Q_EMIT routeOffered(makeRouteOffer(facts));
    });
}

void Backend::selfTest(const QString &nodeId)
{
    const auto node = findNode(nodeId);
    if (node == m_nodes.end()) {
        Q_EMIT selfTested({nodeId, false, tr("This node is not in the configuration any more.")});
        return;
    }
    m_secrets.get(nodeId, SecretName::kWebhookSecret, this, [this, config = *node](const SecretStore::Found &found) {
        if (!m_ingest)
            return;
        SelfTestTask task;
        task.node = config;
        task.listenAddress = m_listener.address;
        task.url = m_ingest->webhookUrl(config.id);
        task.certificatePem = m_ingest->certificatePem();
        task.verifyToken = m_ingest->verifyToken(config.id);
        task.secret = found ? found->value_or(Secret()) : Secret();
        runSelfTest(task, this, [this](const SelfTestResult &result) { Q_EMIT selfTested(result); });
    });
}

void Backend::requestTiles(const std::vector<TileKey> &keys)
{
    if (m_tiles)
        m_tiles->request(keys);
}

void Backend::exportReport(const ExportReportRequest &request)
{
    m_reports.start([this, request, file = m_paths.historyFile()] {
        // What is on screen must be in the report too.
        m_history->flush();
        const auto written = writeReport(request, file);
        const QString text =
            written ? tr("The report is in %1.").arg(QDir::toNativeSeparators(request.filePath)) : written.error();
        QMetaObject::invokeMethod(
            this, [this, ok = written.has_value(), text] { Q_EMIT reportFinished(ok, text); }, Qt::QueuedConnection);
    });
}

template<typename News> void Backend::applyToNode(const News &news)
{
    if (m_ingest)
        m_ingest->apply(news);
}

std::vector<PolledNode> Backend::numbered(const std::vector<NodeConfig> &nodes) const
{
    std::vector<PolledNode> result;
    for (const auto &node : nodes) {
        if (const auto index = m_ingest->nodeIndex(node.id))
            result.push_back({*index, node});
    }
    return result;
}

std::vector<PolledNode> Backend::tapped(const std::vector<NodeConfig> &nodes) const
{
    auto result = numbered(nodes);
    std::erase_if(result, [](const PolledNode &node) { return !node.config.enabled; });
    return result;
}

} // namespace barograph
