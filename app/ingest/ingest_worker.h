// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame_mailbox.h"
#include "ingest/ingest_engine.h"
#include "ingest/ingest_options.h"
#include "ingest/journal_replay.h"
#include "ingest/route_register.h"
#include "ingest/tap_inbox.h"
#include "listener/listener.h"
#include "storage/journal_lock.h"

#include <map>

namespace barograph {

/// What IngestService runs on its thread. All functions are called on that thread, inside run(), unless noted.
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

    void apply(const ProbeResult &result);
    void apply(const QueueResult &result);
    void apply(const PauseNote &note);
    void apply(const TapNote &note);
    void apply(NodeIndex node, const ControlResult &result);
    void setUsualTraffic(NodeIndex node, std::shared_ptr<const UsualTraffic> usual);
    void restoreSettings(NodeIndex node, const DriftMemory &memory);
    void dismissDrift(NodeIndex node);
    /// Where taps put their bodies. Any thread.
    TapInbox &tapInbox() { return m_tapInbox; }
    /// Takes what waits in the inbox; to be posted when its offer() says so.
    void drainTaps();
    void setNodes(std::vector<MeterBank::IndexedNode> nodes);
    void resetPeak(NodeIndex node);
    void startCapture(NodeIndex node, Seconds duration);
    void stopCapture(NodeIndex node);
    void setWebhookSecret(NodeIndex node, const Secret &secret);

private:
    void open();
    tl::expected<void, QString> tryOpenJournal();
    tl::expected<void, QString> openJournal();
    tl::expected<void, QString> replayJournal();
    void renewMeters();
    void listen();
    tl::expected<std::shared_ptr<const TlsContext>, QString> makeTls();
    TlsFiles tlsFiles() const;
    bool hasOwnCertificate() const { return m_options.listener.certificateFile.isEmpty(); }
    void useTls(std::shared_ptr<const TlsContext> tls);
    void checkCertificate();
    void checkProtection();
    void stopListening();
    void takeNodes();
    void onDurable(const std::vector<JournalRecord> &records);
    void onJournalErrorChanged();
    void setListening(bool listening);
    std::vector<JournalRecord> restating() const;
    void armFrameTimer();
    void onSecond(UtcTime now);
    void publishFrame(UtcTime now);
    void fillTaps(Frame &frame) const;
    TapInbox::Drained takeFromTaps(std::size_t most);
    QString journalErrorText(UtcTime now) const;
    void takeGroups(const ProbeResult &result, NodeMeter &meter);
    void shareState();
    void finishStop();
    void inOrderOfTime(UtcTime at, std::function<void()> action);
    UtcTime countableUntil(UtcTime now) const;

    IngestOptions m_options;
    std::vector<MeterBank::IndexedNode> m_nodes;
    FrameMailbox &m_mailbox;
    Shared &m_shared;

    boost::asio::io_context m_context{1};
    boost::asio::steady_timer m_frameTimer{m_context};
    boost::asio::steady_timer m_retryTimer{m_context};
    boost::asio::steady_timer m_stopTimer{m_context};
    boost::asio::steady_timer m_tapTimer{m_context};
    TapInbox m_tapInbox;
    MeterBank m_meters;
    DedupeWindow m_dedupe;
    BodyCapture m_capture;
    RefusalBook m_refusals;
    RouteRegister m_routes;
    std::optional<InstallationKey> m_key;
    std::optional<Fingerprinter> m_prints;
    std::optional<JournalLock> m_lock;
    std::optional<GroupCommit> m_commit;
    std::optional<IngestEngine> m_engine;
    std::optional<Listener> m_listener; ///< goes first: it uses the ones above

    std::shared_ptr<const TlsContext> m_tls; ///< null: plain HTTP, or not listening yet
    QByteArray m_tlsStamp;                   ///< of the files as they were last looked at, see stampOf()
    QString m_tlsProblem;                    ///< changed files that cannot be used
    UtcTime m_certificateCheckedAt{};
    ListenerView m_view;
    QString m_openError; ///< the journal or the key could not be opened
    std::map<NodeIndex, NodeMeter::CounterDelta> m_counters;
    std::map<NodeIndex, TapNote> m_tapNotes; ///< of nodes that have a tap
    std::map<NodeIndex, std::shared_ptr<const UsualTraffic>> m_usual;
    std::map<NodeIndex, DriftMemory> m_settingsSeen; ///< by an earlier run
    std::map<NodeIndex, PauseNote> m_pauseNotes;     ///< the newest of each: nobody repeats them, as polls are
    std::vector<std::function<void()>> m_deferred;
    std::optional<JournalWriter::Start> m_journalEnd; ///< once it has been replayed
    UtcTime m_lastWrittenAt{};                        ///< what the journal of earlier runs ends with
    bool m_everListened = false;
    QString m_loggedTrimProblem;
    UtcSecond m_second{};
    UtcTime m_framedAt{};
    quint64 m_sequence = 0;
    bool m_stopping = false;
    int m_stopChecks = 0;
};

} // namespace barograph
