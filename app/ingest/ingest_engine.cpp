// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingest_engine.h"

#include <QLoggingCategory>

namespace barograph {

Q_LOGGING_CATEGORY(lcWebhooks, "barograph.webhooks")

namespace {

int statusOf(HookOutcome::Kind kind)
{
    switch (kind) {
    case HookOutcome::Kind::Stored:
    case HookOutcome::Kind::Nothing:
        return 200;
    case HookOutcome::Kind::Malformed:
        return 400;
    case HookOutcome::Kind::NoSuchNode:
        return 404;
    case HookOutcome::Kind::Unavailable:
        break;
    }
    return 503;
}

} // namespace

IngestEngine::IngestEngine(Parts parts)
    : m_parts(std::move(parts))
{}

void IngestEngine::setNode(NodeIndex node, const NodeConfig &config)
{
    if (m_nodes.size() <= node)
        m_nodes.resize(std::size_t{node} + 1);
    m_nodes[node] = {decoderFor(config.kind), m_parts.prints.nodeSalt(config.id.toStdString()),
                     config.id.toStdString()};
}

void IngestEngine::removeNode(NodeIndex node)
{
    if (node < m_nodes.size())
        m_nodes[node].decoder = nullptr;
}

Decoder *IngestEngine::decoderFor(NodeKind kind)
{
    for (const auto &[known, decoder] : m_decoders) {
        if (known == kind)
            return decoder.get();
    }
    return m_decoders.emplace_back(kind, makeDecoder(kind)).second.get();
}

HookOutcome IngestEngine::take(const HookRequest &request)
{
    const auto outcome = store(request);
    if (m_parts.capture != nullptr && m_parts.capture->isOn(request.node))
        m_parts.capture->offer(request.node, m_parts.clock(), statusOf(outcome.kind), outcome.reason,
                               {request.body.data, request.body.size});
    return outcome;
}

HookOutcome IngestEngine::store(const HookRequest &request)
{
    if (request.node >= m_nodes.size() || m_nodes[request.node].decoder == nullptr)
        return {HookOutcome::Kind::NoSuchNode, 0, {}};
    if (m_closed || !m_parts.commit.takesRequests())
        return {HookOutcome::Kind::Unavailable, 0, {}};
    const auto &node = m_nodes[request.node];
    m_items.clear();
    const auto stats = node.decoder->decode(request.body, {m_parts.prints, m_unknownNames}, m_items);
    if (!stats) {
        badRequest(request.node);
        return {HookOutcome::Kind::Malformed, 0, stats.error().reason};
    }

    const auto arrival = m_parts.clock();
    m_events.clear();
    for (const auto &item : m_items) {
        IngestedEvent &event = m_events.emplace_back(eventOf(request.node, item, arrival));
        if (m_items.size() > 1)
            announce(event, node.salt, m_parts.dedupe);
    }
    HookOutcome outcome;
    for (auto &event : m_events) {
        classify(event, node.salt, m_parts.dedupe);
        outcome.ticket = m_parts.commit.add(event);
    }
    if (stats->rejected > 0)
        outcome.ticket =
            m_parts.commit.add(TallyRecord{request.node, TallyRecord::What::RejectedItems, stats->rejected, arrival});
    outcome.kind = outcome.ticket != 0 ? HookOutcome::Kind::Stored : HookOutcome::Kind::Nothing;
    return outcome;
}

void IngestEngine::refused(std::optional<NodeIndex> node, RefusalReason reason, const PeerInfo &peer)
{
    const auto line = m_parts.refusals.add(peer, node, reason, m_parts.clock());
    if (!line)
        return;
    const auto id = line->node && *line->node < m_nodes.size() ? QString::fromStdString(m_nodes[*line->node].id)
                                                               : QStringLiteral("no node");
    qCWarning(lcWebhooks).noquote() << QStringLiteral("Turned away a request from %1 for %2: %3. Before it, unlogged: "
                                                      "%4 of the same kind, %5 of others.")
                                           .arg(line->address, id, refusalText(line->reason))
                                           .arg(line->suppressed)
                                           .arg(line->others);
}

void IngestEngine::badRequest(NodeIndex node)
{
    if (m_parts.commit.isFull())
        m_parts.countUnroutable();
    else
        m_parts.commit.add(TallyRecord{node, TallyRecord::What::BadRequests, 1, m_parts.clock()});
}

} // namespace barograph
