// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingest_service.h"

#include "ingest/ingest_worker.h"
#include "ingest/node_directory.h"
#include "ingest/webhook_secret.h"

#include <QSysInfo>

#include <boost/asio/post.hpp>

#include <pthread.h>
#include <thread>

namespace barograph {

namespace {

std::vector<MeterBank::IndexedNode> indexed(NodeDirectory &directory, const std::vector<NodeConfig> &nodes)
{
    std::vector<MeterBank::IndexedNode> result;
    result.reserve(nodes.size());
    for (const auto &config : nodes) {
        if (const auto index = directory.indexFor(config.id))
            result.push_back({*index, config});
    }
    return result;
}

/// Host part under which others reach this address.
QString reachableHost(const QString &address)
{
    if (address == QLatin1String("0.0.0.0") || address == QLatin1String("::"))
        return QSysInfo::machineHostName();
    if (address.contains(QLatin1Char(':')))
        return QLatin1Char('[') % address % QLatin1Char(']');
    return address;
}

} // namespace

/// Everything behind the public functions: the thread, and what is shared with it.
class IngestService::Worker
{
public:
    explicit Worker(const IngestOptions &options)
        : m_worker(withoutNodes(options), indexed(directory, options.nodes), mailbox, m_shared)
    {}

    void start()
    {
        m_thread = std::thread([this] {
            pthread_setname_np(pthread_self(), "ingest");
            m_worker.run();
        });
    }
    void stop()
    {
        if (!m_thread.joinable())
            return;
        post([](IngestWorker &worker) { worker.beginStop(); });
        m_thread.join();
    }
    bool takeTapped(const QString &nodeId, const QByteArray &body)
    {
        const auto node = directory.find(nodeId);
        if (!node)
            return false;
        const auto offered = m_worker.taps().inbox().offer(*node, body);
        if (offered == TapInbox::Offered::Wakes)
            post([](IngestWorker &worker) { worker.taps().drain(); });
        return offered != TapInbox::Offered::Dropped;
    }
    template<typename Action> void post(Action action)
    {
        boost::asio::post(m_worker.context(), [this, action = std::move(action)]() mutable { action(m_worker); });
    }
    QString url(const QString &nodeId, bool masked)
    {
        const std::lock_guard lock(m_shared.mutex);
        if (!m_shared.key || !m_shared.listener.listening || !directory.find(nodeId))
            return {};
        const QString secret = masked ? QString(6, QChar(0x2022))
                                      : QString::fromStdString(webhookSecret(*m_shared.key, nodeId.toStdString()));
        return QStringLiteral("%1://%2:%3/hook/%4/%5")
            .arg(m_shared.listener.tls ? QStringLiteral("https") : QStringLiteral("http"))
            .arg(reachableHost(m_shared.listener.address))
            .arg(m_shared.listener.port)
            .arg(nodeId, secret);
    }
    QByteArray certificatePem()
    {
        const std::lock_guard lock(m_shared.mutex);
        return m_shared.certificatePem;
    }
    QString verifyTokenOf(const QString &nodeId)
    {
        const std::lock_guard lock(m_shared.mutex);
        if (!m_shared.key || !directory.find(nodeId))
            return {};
        return QString::fromStdString(barograph::verifyToken(*m_shared.key, nodeId.toStdString()));
    }
    std::vector<std::pair<std::string, quint64>> unknownNames()
    {
        const std::lock_guard lock(m_shared.mutex);
        return m_shared.unknownNames;
    }

    NodeDirectory directory;
    FrameMailbox mailbox;

private:
    static IngestOptions withoutNodes(IngestOptions options)
    {
        options.nodes.clear(); // they are given with their indices
        return options;
    }

    IngestWorker::Shared m_shared;
    IngestWorker m_worker;
    std::thread m_thread;
};

IngestService::IngestService(const IngestOptions &options)
    : m_worker(std::make_unique<Worker>(options))
{}

IngestService::~IngestService()
{
    stop();
}

void IngestService::start()
{
    m_worker->start();
}

void IngestService::stop()
{
    m_worker->stop();
}

FramePtr IngestService::latestFrame()
{
    return m_worker->mailbox.take();
}

std::optional<NodeIndex> IngestService::nodeIndex(const QString &nodeId) const
{
    return m_worker->directory.find(nodeId);
}

void IngestService::apply(const ProbeResult &result)
{
    m_worker->post([result](IngestWorker &worker) { worker.feed().apply(result); });
}

void IngestService::apply(const QueueResult &result)
{
    m_worker->post([result](IngestWorker &worker) { worker.feed().apply(result); });
}

void IngestService::apply(const PauseNote &note)
{
    m_worker->post([note](IngestWorker &worker) { worker.feed().apply(note); });
}

void IngestService::apply(const TapNote &note)
{
    m_worker->post([note](IngestWorker &worker) { worker.apply(note); });
}

void IngestService::apply(const ControlResult &result)
{
    if (const auto index = nodeIndex(result.nodeId))
        m_worker->post([node = *index, result](IngestWorker &worker) { worker.feed().apply(node, result); });
}

void IngestService::setUsualTraffic(const QString &nodeId, std::shared_ptr<const UsualTraffic> usual)
{
    if (const auto index = nodeIndex(nodeId)) {
        m_worker->post([node = *index, usual = std::move(usual)](IngestWorker &worker) mutable {
            worker.feed().setUsualTraffic(node, std::move(usual));
        });
    }
}

void IngestService::restoreSettings(const QString &nodeId, const DriftMemory &memory)
{
    if (const auto index = nodeIndex(nodeId))
        m_worker->post([node = *index, memory](IngestWorker &worker) { worker.feed().restoreSettings(node, memory); });
}

void IngestService::dismissDrift(const QString &nodeId)
{
    if (const auto index = nodeIndex(nodeId))
        m_worker->post([node = *index](IngestWorker &worker) { worker.feed().dismissDrift(node); });
}

bool IngestService::takeTapped(const QString &nodeId, const QByteArray &body)
{
    return m_worker->takeTapped(nodeId, body);
}

void IngestService::setNodes(const std::vector<NodeConfig> &nodes)
{
    m_worker->post([list = indexed(m_worker->directory, nodes)](IngestWorker &worker) { worker.setNodes(list); });
}

void IngestService::resetPeak(const QString &nodeId)
{
    if (const auto index = nodeIndex(nodeId))
        m_worker->post([node = *index](IngestWorker &worker) { worker.feed().resetPeak(node); });
}

void IngestService::startCapture(const QString &nodeId, Seconds duration)
{
    if (const auto index = nodeIndex(nodeId))
        m_worker->post([node = *index, duration](IngestWorker &worker) { worker.startCapture(node, duration); });
}

void IngestService::stopCapture(const QString &nodeId)
{
    if (const auto index = nodeIndex(nodeId))
        m_worker->post([node = *index](IngestWorker &worker) { worker.stopCapture(node); });
}

void IngestService::setWebhookSecret(const QString &nodeId, const Secret &secret)
{
    if (const auto index = nodeIndex(nodeId))
        m_worker->post([node = *index, secret](IngestWorker &worker) { worker.setWebhookSecret(node, secret); });
}

QString IngestService::verifyToken(const QString &nodeId) const
{
    return m_worker->verifyTokenOf(nodeId);
}

QString IngestService::webhookUrl(const QString &nodeId) const
{
    return m_worker->url(nodeId, false);
}

QString IngestService::webhookUrlMasked(const QString &nodeId) const
{
    return m_worker->url(nodeId, true);
}

QByteArray IngestService::certificatePem() const
{
    return m_worker->certificatePem();
}

std::vector<std::pair<std::string, quint64>> IngestService::unknownNames() const
{
    return m_worker->unknownNames();
}

} // namespace barograph
