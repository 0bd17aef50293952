// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe_result.h"
#include "core/secret.h"
#include "frame/frame.h"
#include "ingest/ingest_options.h"

#include <memory>
#include <string>
#include <utility>

namespace barograph {

/// The whole way from a webhook to what is on screen, on a thread of its own: listener, decoders, dedupe, journal,
/// meters, frames. A request is answered 200 only after its events are durable in the journal; on start the journal is
/// replayed, which gives the same counts and seconds again. Trouble (port taken, disk full, another Barograph) is
/// reported in the frame and tried again; the program goes on.
///
/// All functions may be called on any thread and do not wait, except stop().
class IngestService
{
public:
    explicit IngestService(const IngestOptions &options);
    ~IngestService(); ///< stop()
    IngestService(const IngestService &) = delete;
    IngestService &operator=(const IngestService &) = delete;

    /// Starts the thread and returns. Once only.
    void start();
    /// Takes no more requests, makes what it took durable, answers it and ends the thread. Waits for that: some
    /// milliseconds, or as long as a write that the disk has begun takes it to end.
    void stop();

    /// The newest frame, each once: null when there is none newer, so keep the one you have. Never waits. Ten a second
    /// while anything changes, else one a second.
    FramePtr latestFrame();

    void apply(const ProbeResult &result);
    void apply(const QueueResult &result);
    void apply(const PauseNote &note);
    void apply(const TapNote &note);
    /// A control of ours has changed a node: its settings that differ afterwards are no drift.
    void apply(const ControlResult &result);
    /// What a node's history says is usual, see NodeMeter::setUsualTraffic().
    void setUsualTraffic(const QString &nodeId, std::shared_ptr<const UsualTraffic> usual);
    /// Settings as an earlier run saw them last; before the first look of this one.
    void restoreSettings(const QString &nodeId, const DriftMemory &memory);
    void dismissDrift(const QString &nodeId);
    /// A webhook's body that came by a tap instead: it is taken like one, but there is nobody to acknowledge it to.
    /// While nothing can be stored it waits in a room of fixed size. False: that was full or the node is unknown, and
    /// the body is dropped (and counted in the frame).
    bool takeTapped(const QString &nodeId, const QByteArray &body);
    /// Adds, changes and removes nodes. Indices stay; new nodes get the next ones.
    void setNodes(const std::vector<NodeConfig> &nodes);
    /// The index that results about this node have to carry; known as soon as the node has been given.
    std::optional<NodeIndex> nodeIndex(const QString &nodeId) const;
    void resetPeak(const QString &nodeId);
    /// Writes redacted bodies of this node's webhooks to a file in IngestOptions::captureFolder, for at most
    /// kCaptureMost; RouteView::captureUntil tells. See BodyCapture.
    void startCapture(const QString &nodeId, Seconds duration = kCaptureDefault);
    void stopCapture(const QString &nodeId);
    /// What webhook requests for this node have to prove they know. An empty one says that none is stored: then they
    /// are refused. Until one of the two is known they are answered 503, so that their senders come again: some do not
    /// after a 401. Only for nodes whose WebhookConfig asks for one; forgotten when the node is taken out.
    void setWebhookSecret(const QString &nodeId, const Secret &secret);

    /// Full address with its secret, for the copy button. Empty before listening has begun and for unknown nodes.
    QString webhookUrl(const QString &nodeId) const;
    /// The same with •••••• for the secret.
    QString webhookUrlMasked(const QString &nodeId) const;
    /// The certificate that the listener shows, with the chain behind it, never its key: for upload to a node that
    /// shall trust it. Empty while it does not listen or without TLS.
    QByteArray certificatePem() const;
    /// What has to be entered beside the address for nodes that ask for a verification handshake (Cloud API): always
    /// the same for a node of this installation. Empty before the key could be read and for unknown nodes.
    QString verifyToken(const QString &nodeId) const;
    /// Keys and values in bodies that no decoder knew, most frequent first, as of the newest second.
    std::vector<std::pair<std::string, quint64>> unknownNames() const;

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace barograph
