// SPDX-License-Identifier: GPL-3.0-or-later
#include "taps/tap_hub_worker.h"

#include "taps/tap_endpoint.h"

namespace barograph {

namespace {

/// Whether the connection can go on as it is. What is polled, and how often, does not concern it.
bool isSameTap(const PolledNode &a, const PolledNode &b)
{
    return a.index == b.index && a.config.kind == b.config.kind && a.config.tap == b.config.tap &&
           a.config.tls == b.config.tls;
}

} // namespace

TapHubWorker::TapHubWorker(SecretStore &secrets, TapHub::TakeBody take, const TapTimings &timings)
    : m_secrets(secrets)
    , m_take(std::move(take))
    , m_timings(timings)
{}

void TapHubWorker::setNodes(const std::vector<PolledNode> &nodes)
{
    std::map<QString, Tapped> before;
    m_taps.swap(before);
    for (const auto &node : nodes) {
        if (!node.config.tap || !kindHasTap(node.config.kind))
            continue;
        const auto known = before.find(node.config.id);
        if (known != before.end() && isSameTap(known->second.node, node))
            m_taps.insert(before.extract(known));
        else
            begin(node);
    }
    for (const auto &[id, gone] : before) {
        if (m_taps.find(id) == m_taps.end())
            Q_EMIT noted({gone.node.index, TapView::Off, {}, utcNow()});
    }
}

void TapHubWorker::begin(const PolledNode &node)
{
    const QString id = node.config.id;
    Tapped tapped;
    tapped.node = node;
    tapped.connection = std::make_unique<TapConnection>(
        node.config, m_secrets, [this, id](const QByteArray &body) { m_take(id, body); }, m_timings);
    connect(tapped.connection.get(), &TapConnection::stateChanged, this,
            [this, index = node.index](TapView::State state, const QString &detail, UtcTime since) {
                Q_EMIT noted({index, state, detail, since});
            });
    tapped.connection->connectNow();
    m_taps.insert_or_assign(id, std::move(tapped));
}

void TapHubWorker::credentialsChanged(const QString &nodeId)
{
    if (const auto found = m_taps.find(nodeId); found != m_taps.end())
        found->second.connection->connectNow();
}

} // namespace barograph
