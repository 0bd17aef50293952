// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/capture/body_capture.h"
#include "ingest/dedupe_window.h"
#include "ingest/fingerprinter.h"
#include "ingest/group_commit.h"
#include "ingest/refusal_book.h"
#include "listener/hook_sink.h"
#include "nodes/name_tally.h"

#include <vector>

namespace barograph {

/// From a request body to records in the journal: decode, tell redeliveries, add to the batch. Counting comes later,
/// when the batch is durable. Lives on the ingest thread.
class IngestEngine final : public HookSink
{
public:
    struct Parts
    {
        const Fingerprinter &prints;
        DedupeWindow &dedupe;
        GroupCommit &commit;
        std::function<UtcTime()> clock;
        std::function<void()> countUnroutable;
        RefusalBook &refusals;
        BodyCapture *capture = nullptr; ///< may be null
    };
    explicit IngestEngine(Parts parts);

    /// Requests of this node are taken from now on (or not any more).
    void setNode(NodeIndex node, const NodeConfig &config);
    void removeNode(NodeIndex node);
    /// Takes nothing more: requests are answered 503 from now on.
    void close() { m_closed = true; }

    HookOutcome take(const HookRequest &request) override;
    void badRequest(NodeIndex node) override;
    void unroutableRequest() override { m_parts.countUnroutable(); }
    void refused(std::optional<NodeIndex> node, RefusalReason reason, const PeerInfo &peer) override;
    void verified(NodeIndex node) override { m_parts.refusals.verified(node, m_parts.clock()); }

    const NameTally &unknownNames() const { return m_unknownNames; }

private:
    struct Node
    {
        Decoder *decoder = nullptr; ///< null: requests are not taken
        quint64 salt = 0;
        std::string id;
    };

    Decoder *decoderFor(NodeKind kind);
    HookOutcome store(const HookRequest &request);

    Parts m_parts;
    std::vector<Node> m_nodes; ///< by index
    std::vector<std::pair<NodeKind, std::unique_ptr<Decoder>>> m_decoders;
    std::vector<DecodedItem> m_items;
    std::vector<IngestedEvent> m_events; ///< of one request; both keep their memory for the next one
    NameTally m_unknownNames;
    bool m_closed = false;
};

} // namespace barograph
