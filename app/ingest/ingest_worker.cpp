// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingest_worker.h"

#include "ingest/ingest_log.h"
#include "ingest/ingest_words.h"

#include <boost/asio/executor_work_guard.hpp>

namespace barograph {

Q_LOGGING_CATEGORY(lcIngest, "barograph.ingest")

namespace {

constexpr Millis kFrameInterval{100};
constexpr Millis kStopCheckInterval{10};
constexpr int kStopChecks = 500; ///< five seconds

} // namespace

IngestWorker::IngestWorker(IngestOptions options, std::vector<MeterBank::IndexedNode> nodes, FrameMailbox &mailbox,
                           Shared &shared)
    : m_options(std::move(options))
    , m_nodes(std::move(nodes))
    , m_shared(shared)
    , m_meters(m_options.sinks)
    , m_dedupe(m_options.dedupeBytes)
    , m_capture(m_options.captureFolder)
    , m_journal(m_options)
    , m_gate(m_options)
    , m_feed({m_meters, m_commit, [this] { return m_journal.prints(); },
              [this](NodeIndex node, const CounterDelta &delta) { onCounterMoved(node, delta); }})
    , m_taps(m_context, {[this](const HookRequest &request) {
                             return m_engine ? m_engine->take(request).kind : HookOutcome::Kind::Unavailable;
                         },
                         [this] {
                             if (m_commit)
                                 m_commit->roundEnded();
                         },
                         [this] { m_meters.markChanged(); }})
    , m_frames({m_options, m_meters, m_gate, m_listener, m_commit, m_openError, m_routes, m_refusals, m_capture, m_taps,
                mailbox})
{}

void IngestWorker::run()
{
    m_meters.setNodes(m_nodes, m_options.clock());
    const auto stayAlive = boost::asio::make_work_guard(m_context);
    m_frames.publish(m_options.clock());
    armFrameTimer();
    open();
    m_context.run();
    m_capture.stopAll();
    // Another service may use the journal from here on, even while this object lives.
    m_listener.reset();
    m_engine.reset();
    m_commit.reset();
    m_journal.release();
}

void IngestWorker::open()
{
    if (m_stopping)
        return;
    if (!m_commit) {
        const auto opened = tryOpenJournal();
        m_openError = opened ? QString() : opened.error();
    }
    if (m_commit && !m_listener->isListening() && m_gate.open(*m_listener, m_nodes)) {
        lookAtCertificate();
        setListening(true);
    }
    m_meters.markChanged();
    shareState();
    if (m_commit && m_listener->isListening())
        return;
    m_retryTimer.expires_after(m_options.retryPause);
    m_retryTimer.async_wait([this](const boost::system::error_code &error) {
        if (!error)
            open();
    });
}

tl::expected<void, QString> IngestWorker::tryOpenJournal()
{
    QString reason;
    try {
        return openJournal();
    } catch (const std::exception &error) {
        // No thread or no descriptor to be had. What was begun is taken back, and all of it tried again.
        reason = QString::fromLocal8Bit(error.what());
    }
    m_listener.reset();
    m_engine.reset();
    m_commit.reset();
    return tl::unexpected(
        IngestWords::tr("The webhook listener could not be set up: %1. Close other programs.").arg(reason));
}

tl::expected<void, QString> IngestWorker::openJournal()
{
    if (auto opened = m_journal.open(m_dedupe, m_meters, [this] { renewMeters(); }); !opened)
        return opened;
    // Nothing has been taken in yet, by whatever way it may come.
    m_feeds.setNodes(m_nodes);
    for (const auto &feed : m_feeds.review([](NodeIndex) { return false; }, m_options.clock()))
        m_meters.count(feed);
    auto writer = m_journal.begin(m_journal.restating(m_nodes, m_meters.isListening(), m_feeds));
    if (!writer)
        return tl::unexpected(writer.error());
    m_commit.emplace(
        m_context, *std::move(writer), m_journal.trimmer(), GroupCommit::Options{m_options.latencyBudget},
        m_options.clock,
        GroupCommit::Callbacks{[this](quint64 ticket, bool durable) { m_listener->settle(ticket, durable); },
                               [this](const std::vector<JournalRecord> &records) { onDurable(records); },
                               [this] { onJournalErrorChanged(); }});
    m_engine.emplace(IngestEngine::Parts{*m_journal.prints(), m_dedupe, *m_commit, m_options.clock,
                                         [this] { m_meters.countUnroutable(); }, m_refusals, &m_capture});
    m_listener.emplace(m_context, *m_engine, m_options.limits, [this] { m_commit->roundEnded(); });
    takeNodes();
    noteFeeds(changedFeeds());
    return {};
}

void IngestWorker::renewMeters()
{
    m_meters = MeterBank(m_options.sinks);
    m_meters.setNodes(m_nodes, m_options.clock());
    m_feed.tellAgain();
}

void IngestWorker::lookAtCertificate()
{
    if (!m_listener || !m_gate.lookAtCertificate(*m_listener))
        return;
    m_meters.markChanged();
    shareState();
}

/// A node may have come or changed whose route nothing protects, or the last such node may have gone.
void IngestWorker::reviewListening()
{
    if (m_stopping)
        return;
    if (m_listener->isListening()) {
        if (m_gate.mayStayOpen(m_nodes))
            return;
        m_gate.close(*m_listener);
        setListening(false);
    }
    open(); // listens if nothing stands against it any more, else says why not
}

void IngestWorker::takeNodes()
{
    for (const auto &node : m_nodes) {
        m_engine->setNode(node.index, node.config);
        m_routes.renew(node, *m_journal.key(), m_listener->routes());
    }
    restate();
}

void IngestWorker::setNodes(std::vector<MeterBank::IndexedNode> nodes)
{
    m_meters.setNodes(nodes, countableUntil(m_commit, m_options.clock()));
    const auto before = std::exchange(m_nodes, std::move(nodes));
    for (const auto &[index, config] : before) {
        if (!m_meters.isActive(index))
            m_routes.forget(index);
    }
    if (!m_engine)
        return;
    for (const auto &[index, config] : before) {
        if (!m_meters.isActive(index)) {
            m_capture.stop(index);
            m_engine->removeNode(index);
            m_listener->routes().remove(config.id.toStdString());
        }
    }
    takeNodes();
    // The journal must know a new node before its first event.
    for (const auto &[index, config] : m_nodes)
        m_commit->add(NodeRecord{index, config.id.toStdString()});
    m_feeds.setNodes(m_nodes);
    noteFeeds(changedFeeds());
    setListening(m_listener->isListening());
    reviewListening();
}

void IngestWorker::setListening(bool listening)
{
    const auto now = m_options.clock();
    // Also a listener that opens while nothing can be stored hears nothing. And with nobody to name, the journal could
    // not tell that those who were there before are not any more.
    listening = listening && !m_stopping && m_commit->error().isEmpty() && !m_nodes.empty();
    if (m_meters.isListening() == listening)
        return;
    m_meters.setListening(listening, now);
    m_journal.noteListening();
    restate();
    m_commit->add(ListeningRecord{listening, now});
    if (listening)
        noteFeeds(m_feeds.all(now));
}

/// A tap came or went, or a node that has one.
std::vector<FeedRecord> IngestWorker::changedFeeds()
{
    const bool storing = m_commit->error().isEmpty() && !m_stopping;
    auto changes = m_feeds.review(
        [this, storing](NodeIndex node) { return storing && m_meters.isActive(node) && m_taps.isConnected(node); },
        m_options.clock());
    if (!changes.empty()) {
        m_journal.noteListening();
        restate();
    }
    return changes;
}

/// The meters are told when it is durable, behind the events that came before it: as a replay tells them.
void IngestWorker::noteFeeds(const std::vector<FeedRecord> &feeds)
{
    for (const auto &feed : feeds)
        m_commit->add(feed);
}

/// What the journal's next file begins with has changed.
void IngestWorker::restate()
{
    m_commit->setRestating(m_journal.restating(m_nodes, m_meters.isListening(), m_feeds));
}

void IngestWorker::onDurable(const std::vector<JournalRecord> &records)
{
    for (const auto &record : records)
        m_meters.count(record);
    m_feed.catchUp();
}

void IngestWorker::onJournalErrorChanged()
{
    const auto &error = m_commit->error();
    const auto now = m_options.clock();
    m_meters.markChanged();
    if (error.isEmpty()) {
        if (!m_stopping && m_listener->isListening())
            setListening(true);
        // What was on its way when the disk failed may say otherwise.
        changedFeeds();
        noteFeeds(m_feeds.all(now));
        return;
    }
    qCWarning(lcIngest).noquote() << error;
    // While nothing can be stored everything is refused: those seconds are not zero but unknown. In the journal this
    // stands in front of the events that are late because of it.
    if (m_meters.isListening()) {
        m_meters.setListening(false, now);
        m_commit->addBeforeFailed(ListeningRecord{false, now});
    }
    for (const auto &feed : changedFeeds()) {
        m_meters.count(feed);
        m_commit->addBeforeFailed(feed);
    }
}

void IngestWorker::onCounterMoved(NodeIndex node, const CounterDelta &delta)
{
    if (!m_commit)
        return;
    m_commit->add(CounterRecord{node, delta});
    m_journal.setCounter(node, delta);
    restate();
}

void IngestWorker::apply(const TapNote &note)
{
    m_taps.apply(note);
    if (auto *meter = m_meters.meter(note.node))
        meter->apply(note);
    if (m_commit)
        noteFeeds(changedFeeds());
    m_meters.markChanged();
}

void IngestWorker::startCapture(NodeIndex node, Seconds duration)
{
    const auto entry = std::find_if(m_nodes.begin(), m_nodes.end(), [node](const MeterBank::IndexedNode &candidate) {
        return candidate.index == node;
    });
    if (entry == m_nodes.end() || m_stopping)
        return;
    m_capture.start(node, entry->config.id, duration, m_options.clock());
    m_meters.markChanged();
}

void IngestWorker::stopCapture(NodeIndex node)
{
    m_capture.stop(node);
    m_meters.markChanged();
}

void IngestWorker::setWebhookSecret(NodeIndex node, const Secret &secret)
{
    if (!m_meters.isActive(node))
        return;
    m_routes.setSecret(node, secret);
    if (m_listener)
        m_routes.renew({node, m_meters.config(node)}, *m_journal.key(), m_listener->routes());
    m_meters.markChanged();
}

void IngestWorker::armFrameTimer()
{
    m_frameTimer.expires_after(kFrameInterval);
    m_frameTimer.async_wait([this](const boost::system::error_code &error) {
        if (error)
            return;
        const auto now = m_options.clock();
        if (secondOf(now) != m_second)
            onSecond(now);
        m_frames.publishIfDue(now);
        armFrameTimer();
    });
}

void IngestWorker::emitFinished(UtcTime now)
{
    m_meters.emitClosed();
    m_meters.emitStorms(now);
    m_meters.emitSettings();
    m_meters.emitMarkers();
}

void IngestWorker::onSecond(UtcTime now)
{
    m_second = secondOf(now);
    m_meters.advance(countableUntil(m_commit, now));
    emitFinished(now);
    if (m_capture.stopOverdue())
        m_meters.markChanged();
    if (m_commit && (m_meters.isListening() || m_feeds.anyByTap())) {
        m_commit->add(HeartbeatRecord{now});
        restate(); // with the present time, for a file that may begin any moment
    }
    if (m_commit && m_commit->trimProblem() != m_loggedTrimProblem) {
        m_loggedTrimProblem = m_commit->trimProblem();
        if (!m_loggedTrimProblem.isEmpty())
            qCWarning(lcIngest).noquote() << m_loggedTrimProblem;
    }
    lookAtCertificate();
    shareState();
}

void IngestWorker::shareState()
{
    const std::lock_guard lock(m_shared.mutex);
    m_shared.listener = m_gate.view();
    m_shared.key = m_journal.key();
    m_shared.certificatePem = m_gate.certificatePem();
    if (m_engine)
        m_shared.unknownNames = m_engine->unknownNames().top();
}

void IngestWorker::beginStop()
{
    if (std::exchange(m_stopping, true))
        return;
    m_retryTimer.cancel();
    m_taps.stop();
    if (m_commit) {
        m_taps.takeRest();
        m_engine->close();
        m_listener->stopAccepting();
        setListening(false);
        noteFeeds(changedFeeds());
    }
    m_gate.stop();
    finishStop();
}

void IngestWorker::finishStop()
{
    const bool done = !m_commit || m_commit->isIdle() || !m_commit->error().isEmpty();
    if (!done && ++m_stopChecks < kStopChecks) {
        m_stopTimer.expires_after(kStopCheckInterval);
        m_stopTimer.async_wait([this](const boost::system::error_code &error) {
            if (!error)
                finishStop();
        });
        return;
    }
    const auto now = m_options.clock();
    m_meters.advance(now);
    emitFinished(now);
    m_frames.publish(now);
    shareState();
    m_frameTimer.cancel();
    if (m_listener)
        m_listener->closeAll();
    m_context.stop();
}

} // namespace barograph
