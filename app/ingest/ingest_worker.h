// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest/frame_publisher.h"
#include "ingest/ingest_engine.h"
#include "ingest/journal_session.h"
#include "ingest/meter_feed.h"
#include "listener/listener.h"

namespace barograph {

/// What IngestService runs on its thread: brings its parts up, in their order, and down again, and keeps them going.
/// All functions are called on that thread, inside run(), unless noted.
class IngestWorker
{
public:
    /// What other threads may look at, guarded by the mutex.
    struct Shared
    {
        std::mutex mutex;
        std::optional<InstallationKey> key;
        ListenerView listener;
        QByteArray certificatePem; ///< while listening with TLS
        std::vector<std::pair<std::string, quint64>> unknownNames;
    };

    IngestWorker(IngestOptions options, std::vector<MeterBank::IndexedNode> nodes, FrameMailbox &mailbox,
                 Shared &shared);

    /// Where other threads post to. Any thread.
    boost::asio::io_context &context() { return m_context; }
    /// Opens everything and works until beginStop() has come to its end.
    void run();
    /// Stops taking requests, makes durable and answers what was taken, then lets run() return.
    void beginStop();

    /// For what polls, controls and history tell about nodes.
    MeterFeed &feed() { return m_feed; }
    /// Its inbox from any thread.
    TapIntake &taps() { return m_taps; }
    void apply(const TapNote &note);
    void setNodes(std::vector<MeterBank::IndexedNode> nodes);
    void startCapture(NodeIndex node, Seconds duration);
    void stopCapture(NodeIndex node);
    void setWebhookSecret(NodeIndex node, const Secret &secret);

private:
    void open();
    tl::expected<void, QString> tryOpenJournal();
    tl::expected<void, QString> openJournal();
    void renewMeters();
    void takeNodes();
    void reviewListening();
    void setListening(bool listening);
    void restate();
    std::vector<FeedRecord> changedFeeds();
    void noteFeeds(const std::vector<FeedRecord> &feeds);
    void onDurable(const std::vector<JournalRecord> &records);
    void onJournalErrorChanged();
    void onCounterMoved(NodeIndex node, const CounterDelta &delta);
    void armFrameTimer();
    void onSecond(UtcTime now);
    void emitFinished(UtcTime now);
    void lookAtCertificate();
    void shareState();
    void finishStop();

    IngestOptions m_options;
    std::vector<MeterBank::IndexedNode> m_nodes;
    Shared &m_shared;

    boost::asio::io_context m_context{1};
    boost::asio::steady_timer m_frameTimer{m_context};
    boost::asio::steady_timer m_retryTimer{m_context};
    boost::asio::steady_timer m_stopTimer{m_context};
    MeterBank m_meters;
    DedupeWindow m_dedupe;
    BodyCapture m_capture;
    RefusalBook m_refusals;
    RouteRegister m_routes;
    JournalSession m_journal;
    NodeFeeds m_feeds;
    ListenerGate m_gate;
    std::optional<GroupCommit> m_commit;
    std::optional<IngestEngine> m_engine;
    std::optional<Listener> m_listener; ///< goes before the ones above: it uses them
    QString m_openError;                ///< the journal or the key could not be opened
    MeterFeed m_feed;
    TapIntake m_taps;
    FramePublisher m_frames;

    QString m_loggedTrimProblem;
    UtcSecond m_second{};
    bool m_stopping = false;
    int m_stopChecks = 0;
};

} // namespace barograph
