// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/ingest_worker.h"

#include "ingest/group_prints.h"
#include "ingest/ingest_words.h"
#include "ingest/listen_refusal.h"
#include "listener/own_certificate.h"
#include "storage/journal_recovery.h"

#include <QLoggingCategory>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <limits>

namespace barograph {

Q_LOGGING_CATEGORY(lcIngest, "barograph.ingest")

namespace {

constexpr Millis kFrameInterval{100};
constexpr Seconds kFrameAtLeastEvery{1};
constexpr Millis kStopCheckInterval{10};
constexpr int kStopChecks = 500; ///< five seconds
/// Webhooks are not to wait for more than this many bodies of taps.
constexpr std::size_t kTapBodiesAtOnce = 64;
constexpr Millis kTapRetryInterval{100};
/// A commit that takes longer is reported: requests are waiting for it.
constexpr Seconds kSlowCommit{5};

std::vector<NodeConfig> configs(const std::vector<MeterBank::IndexedNode> &nodes)
{
    std::vector<NodeConfig> result;
    for (const auto &[index, config] : nodes)
        result.push_back(config);
    return result;
}

} // namespace

IngestWorker::IngestWorker(IngestOptions options, std::vector<MeterBank::IndexedNode> nodes, FrameMailbox &mailbox,
                           Shared &shared)
    : m_options(std::move(options))
    , m_nodes(std::move(nodes))
    , m_mailbox(mailbox)
    , m_shared(shared)
    , m_meters(m_options.sinks)
    , m_dedupe(m_options.dedupeBytes)
    , m_capture(m_options.captureFolder)
{
    m_view.address = m_options.listener.address;
    m_view.port = m_options.listener.port;
}

void IngestWorker::run()
{
    m_meters.setNodes(m_nodes, m_options.clock());
    const auto stayAlive = boost::asio::make_work_guard(m_context);
    publishFrame(m_options.clock());
    armFrameTimer();
    open();
    m_context.run();
    m_capture.stopAll();
    // Another service may use the journal from here on, even while this object lives.
    m_listener.reset();
    m_engine.reset();
    m_commit.reset();
    m_lock.reset();
}

void IngestWorker::open()
{
    if (m_stopping)
        return;
    if (!m_commit) {
        const auto opened = tryOpenJournal();
        m_openError = opened ? QString() : opened.error();
    }
    if (m_commit && !m_listener->isListening())
        listen();
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
    const auto &folder = m_options.journalFolder;
    if (!m_lock) {
        auto lock = JournalLock::take(folder);
        if (!lock)
            return tl::unexpected(lock.error().text);
        m_lock = std::move(*lock);
    }
    if (!m_key) {
        const auto key = loadOrMakeInstallationKey(m_options.installationKeyFile);
        if (!key)
            return tl::unexpected(key.error());
        m_key = *key;
        m_prints.emplace(*m_key);
    }
    if (!m_journalEnd) {
        if (auto replayed = replayJournal(); !replayed)
            return replayed;
    }
    auto writer =
        std::make_unique<JournalWriter>(folder, m_options.journal, *m_journalEnd, m_options.disk, m_options.clock);
    if (const auto begun = writer->begin(restating()); !begun)
        return tl::unexpected(begun.error().text);

    auto trim = [disk = m_options.disk, folder, limits = m_options.journal, clock = m_options.clock,
                 captures = m_options.captureFolder, firstOfRun = m_journalEnd->segment,
                 began = std::chrono::steady_clock::now()] {
        // At least once an hour, and on a thread that may wait for the disk.
        if (!captures.isEmpty())
            removeOldCaptures(captures, clock());
        // What this run has written is as old as the run at most, also when the clock is set forward by days.
        const bool isYoungRun = std::chrono::steady_clock::now() - began <= limits.keepFor;
        constexpr auto kNoFile = std::numeric_limits<quint64>::max();
        return trimJournal(*disk, folder, limits, clock(), isYoungRun ? firstOfRun : kNoFile);
    };
    m_commit.emplace(
        m_context, std::move(writer), std::move(trim), GroupCommit::Options{m_options.latencyBudget}, m_options.clock,
        GroupCommit::Callbacks{[this](quint64 ticket, bool durable) { m_listener->settle(ticket, durable); },
                               [this](const std::vector<JournalRecord> &records) { onDurable(records); },
                               [this] { onJournalErrorChanged(); }});
    m_engine.emplace(IngestEngine::Parts{*m_prints, m_dedupe, *m_commit, m_options.clock,
                                         [this] { m_meters.countUnroutable(); }, m_refusals, &m_capture});
    m_listener.emplace(m_context, *m_engine, m_options.limits, [this] { m_commit->roundEnded(); });
    takeNodes();
    return {};
}

tl::expected<void, QString> IngestWorker::replayJournal()
{
    // What probes have moved the meters on in the meantime would be in the way of older seconds; so would what an
    // attempt before this one has counted.
    renewMeters();
    const auto &folder = m_options.journalFolder;
    JournalReplay replay(*m_prints, m_dedupe, m_meters, isJournalTrimmed(folder));
    const auto recovery = recoverJournal(folder, [&replay](const JournalRecord &record) { replay.visit(record); });
    if (!recovery) {
        renewMeters();
        return tl::unexpected(recovery.error().text);
    }
    replay.finish();
    for (const auto &problem : recovery->problems)
        qCWarning(lcIngest).noquote() << problem;
    m_counters.insert(replay.counters().begin(), replay.counters().end());
    m_lastWrittenAt = replay.newest().value_or(m_options.clock());
    m_journalEnd = recovery->next;
    return {};
}

void IngestWorker::renewMeters()
{
    m_meters = MeterBank(m_options.sinks);
    m_meters.setNodes(m_nodes, m_options.clock());
    for (const auto &[node, note] : m_pauseNotes) {
        if (auto *meter = m_meters.meter(node))
            meter->apply(note);
    }
    for (const auto &[node, usual] : m_usual) {
        if (auto *meter = m_meters.meter(node))
            meter->setUsualTraffic(usual);
    }
    for (const auto &[node, memory] : m_settingsSeen) {
        if (auto *meter = m_meters.meter(node))
            meter->restoreSettings(memory);
    }
}

void IngestWorker::listen()
{
    m_view.error = listenRefusal(m_options.listener, configs(m_nodes));
    if (!m_view.error.isEmpty())
        return;
    const auto retried = [this](const QString &why) -> QString {
        return why % IngestWords::tr(" Trying again every %1 s.")
                         .arg(static_cast<double>(m_options.retryPause.count()) / 1000);
    };
    auto tls = makeTls();
    if (!tls) {
        m_view.error = retried(tls.error());
        return;
    }
    m_listener->setTls(*tls);
    const auto port = m_listener->listen(m_options.listener.address, m_options.listener.port);
    if (!port) {
        m_view.error = retried(port.error());
        return;
    }
    m_view.port = *port;
    m_view.listening = true;
    m_view.warning = listenWarning(m_options.listener, configs(m_nodes));
    useTls(*std::move(tls));
    setListening(true);
}

TlsFiles IngestWorker::tlsFiles() const
{
    const auto &listener = m_options.listener;
    if (hasOwnCertificate())
        return {m_options.ownCertificateFile, m_options.ownKeyFile, listener.clientCaFile};
    return {listener.certificateFile, listener.keyFile, listener.clientCaFile};
}

/// Null without TLS.
tl::expected<std::shared_ptr<const TlsContext>, QString> IngestWorker::makeTls()
{
    if (!m_options.listener.tls)
        return nullptr;
    const auto files = tlsFiles();
    if (hasOwnCertificate()) {
        const auto made = ensureOwnCertificate({files.certificate, files.key, m_options.listener.address},
                                               Renewal::WhenNeeded, m_options.clock());
        if (!made)
            return tl::unexpected(made.error());
    }
    // Before reading: a change in between is found at the next look.
    m_tlsStamp = stampOf(files);
    return TlsContext::make(files, m_options.clock());
}

void IngestWorker::useTls(std::shared_ptr<const TlsContext> tls)
{
    m_tls = std::move(tls);
    m_tlsProblem.clear();
    m_view.tls = m_tls != nullptr;
    m_view.certificateSha256 = m_tls ? m_tls->sha256() : QString();
    m_certificateCheckedAt = {};
    checkCertificate();
}

/// Takes up a certificate that was replaced, and notices one that is about to expire.
void IngestWorker::checkCertificate()
{
    const auto now = m_options.clock();
    const auto sinceCheck = now - m_certificateCheckedAt;
    if (!m_tls || !m_view.listening || (sinceCheck >= Millis{0} && sinceCheck < m_options.certificateCheckPause))
        return;
    m_certificateCheckedAt = now;
    const auto files = tlsFiles();
    if (auto stamp = stampOf(files); stamp != m_tlsStamp) {
        m_tlsStamp = std::move(stamp);
        auto changed = TlsContext::make(files, now);
        if (changed) {
            m_listener->setTls(*changed);
            m_tls = *std::move(changed);
            m_view.certificateSha256 = m_tls->sha256();
            m_tlsProblem.clear();
        } else {
            m_tlsProblem = changed.error() % IngestWords::tr(" Until then the listener goes on with the former one.");
        }
    }
    m_view.certificateNotice =
        m_tlsProblem.isEmpty() ? certificateNotice(m_tls->expiresAt(), now, hasOwnCertificate()) : m_tlsProblem;
    m_meters.markChanged();
    shareState();
}

/// A node may have come or changed whose route nothing protects, or the last such node may have gone.
void IngestWorker::checkProtection()
{
    if (m_stopping)
        return;
    const auto nodes = configs(m_nodes);
    if (m_listener->isListening()) {
        m_view.warning = listenWarning(m_options.listener, nodes);
        if (listenRefusal(m_options.listener, nodes).isEmpty())
            return;
        stopListening();
    }
    open(); // listens if nothing stands against it any more, else says why not
}

void IngestWorker::stopListening()
{
    m_listener->stopAccepting();
    m_listener->closeAll();
    m_view.listening = false;
    m_view.warning.clear();
    m_view.certificateNotice.clear();
    setListening(false);
}

void IngestWorker::takeNodes()
{
    for (const auto &node : m_nodes) {
        m_engine->setNode(node.index, node.config);
        m_routes.renew(node, *m_key, m_listener->routes());
    }
    m_commit->setRestating(restating());
}

void IngestWorker::setNodes(std::vector<MeterBank::IndexedNode> nodes)
{
    m_meters.setNodes(nodes, countableUntil(m_options.clock()));
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
    checkProtection();
}

void IngestWorker::setListening(bool listening)
{
    const auto now = m_options.clock();
    if (m_meters.isListening() == listening)
        return;
    m_meters.setListening(listening, now);
    m_everListened = true;
    m_commit->setRestating(restating());
    m_commit->add(ListeningRecord{listening, now});
}

std::vector<JournalRecord> IngestWorker::restating() const
{
    // The first file of a run says so when the run before it ended.
    const auto now = m_everListened ? m_options.clock() : m_lastWrittenAt;
    std::vector<JournalRecord> records;
    for (const auto &[index, config] : m_nodes)
        records.emplace_back(NodeRecord{index, config.id.toStdString()});
    records.emplace_back(ListeningRecord{m_meters.isListening(), now});
    for (auto [index, delta] : m_counters) {
        delta.at = now;
        records.emplace_back(CounterRecord{index, delta});
    }
    return records;
}

void IngestWorker::onDurable(const std::vector<JournalRecord> &records)
{
    for (const auto &record : records)
        m_meters.count(record);
    for (const auto &action : std::exchange(m_deferred, {}))
        action();
}

void IngestWorker::onJournalErrorChanged()
{
    const auto &error = m_commit->error();
    const auto now = m_options.clock();
    m_meters.markChanged();
    if (error.isEmpty()) {
        if (!m_stopping && m_listener->isListening())
            setListening(true);
        return;
    }
    qCWarning(lcIngest).noquote() << error;
    // While nothing can be stored everything is refused: those seconds are not zero but unknown. In the journal this
    // stands in front of the events that are late because of it.
    if (m_meters.isListening()) {
        m_meters.setListening(false, now);
        m_commit->addBeforeFailed(ListeningRecord{false, now});
    }
}

void IngestWorker::inOrderOfTime(UtcTime at, std::function<void()> action)
{
    // A probe may close a second of which events are still on their way to the disk.
    const auto waiting = m_commit ? m_commit->oldestWaiting() : std::nullopt;
    if (waiting && secondOf(*waiting) < secondOf(at) && m_commit->error().isEmpty())
        m_deferred.push_back(std::move(action));
    else
        action();
}

void IngestWorker::apply(const ProbeResult &result)
{
    inOrderOfTime(result.at, [this, result] {
        auto *meter = m_meters.meter(result.node);
        if (meter == nullptr)
            return;
        meter->apply(result);
        takeGroups(result, *meter);
        m_meters.markChanged();
        auto delta = meter->takeCounterDelta();
        if (!delta || !m_commit)
            return;
        m_commit->add(CounterRecord{result.node, *delta});
        delta->sends = 0;
        delta->span = {};
        m_counters[result.node] = *delta;
        m_commit->setRestating(restating());
    });
}

/// Here is where raw identifiers end. Before the key could be read nothing can be made of them; the probe brings them
/// again.
void IngestWorker::takeGroups(const ProbeResult &result, NodeMeter &meter)
{
    if (!m_prints)
        return;
    const auto kind = m_meters.config(result.node).kind;
    for (const auto &group : result.groups)
        meter.setGroup(hashedGroup(group, kind, *m_prints), result.at);
}

void IngestWorker::apply(const QueueResult &result)
{
    if (auto *meter = m_meters.meter(result.node)) {
        meter->apply(result);
        m_meters.markChanged();
    }
}

void IngestWorker::apply(const PauseNote &note)
{
    m_pauseNotes.insert_or_assign(note.node, note);
    if (auto *meter = m_meters.meter(note.node)) {
        meter->apply(note);
        m_meters.markChanged();
    }
}

void IngestWorker::apply(const TapNote &note)
{
    if (note.state == TapView::Off)
        m_tapNotes.erase(note.node);
    else
        m_tapNotes[note.node] = note;
    if (auto *meter = m_meters.meter(note.node))
        meter->apply(note);
    m_meters.markChanged();
}

void IngestWorker::apply(NodeIndex node, const ControlResult &result)
{
    if (auto *meter = m_meters.meter(node))
        meter->apply(result);
}

void IngestWorker::setUsualTraffic(NodeIndex node, std::shared_ptr<const UsualTraffic> usual)
{
    m_usual[node] = usual;
    if (auto *meter = m_meters.meter(node)) {
        meter->setUsualTraffic(std::move(usual));
        m_meters.markChanged();
    }
}

void IngestWorker::restoreSettings(NodeIndex node, const DriftMemory &memory)
{
    m_settingsSeen[node] = memory;
    if (auto *meter = m_meters.meter(node)) {
        meter->restoreSettings(memory);
        m_meters.markChanged();
    }
}

void IngestWorker::dismissDrift(NodeIndex node)
{
    if (auto *meter = m_meters.meter(node)) {
        meter->dismissDrift();
        m_meters.markChanged();
    }
}

TapInbox::Drained IngestWorker::takeFromTaps(std::size_t most)
{
    const auto drained = m_tapInbox.drain(
        [this](const HookRequest &request) {
            return m_engine ? m_engine->take(request).kind : HookOutcome::Kind::Unavailable;
        },
        most);
    if (m_commit)
        m_commit->roundEnded();
    return drained;
}

void IngestWorker::drainTaps()
{
    if (m_stopping)
        return;
    switch (takeFromTaps(kTapBodiesAtOnce)) {
    case TapInbox::Drained::Empty:
        return;
    case TapInbox::Drained::More:
        boost::asio::post(m_context, [this] { drainTaps(); });
        return;
    case TapInbox::Drained::Blocked:
        m_meters.markChanged(); // what is dropped from now on has to show
        m_tapTimer.expires_after(kTapRetryInterval);
        m_tapTimer.async_wait([this](const boost::system::error_code &error) {
            if (!error)
                drainTaps();
        });
        return;
    }
}

void IngestWorker::resetPeak(NodeIndex node)
{
    if (auto *meter = m_meters.meter(node)) {
        meter->resetPeak();
        m_meters.markChanged();
    }
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
        m_routes.renew({node, m_meters.config(node)}, *m_key, m_listener->routes());
    m_meters.markChanged();
}

UtcTime IngestWorker::countableUntil(UtcTime now) const
{
    const auto waiting = m_commit ? m_commit->oldestWaiting() : std::nullopt;
    return waiting && *waiting < now ? *waiting : now;
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
        const auto sinceFrame = now - m_framedAt;
        if (m_meters.takeChanged() || sinceFrame >= kFrameAtLeastEvery || sinceFrame < Millis{0})
            publishFrame(now);
        armFrameTimer();
    });
}

void IngestWorker::onSecond(UtcTime now)
{
    m_second = secondOf(now);
    m_meters.advance(countableUntil(now));
    m_meters.emitClosed();
    m_meters.emitStorms(now);
    m_meters.emitSettings();
    m_meters.emitMarkers();
    if (m_capture.stopOverdue())
        m_meters.markChanged();
    if (m_commit && m_meters.isListening()) {
        m_commit->add(HeartbeatRecord{now});
        m_commit->setRestating(restating()); // with the present time, for a file that may begin any moment
    }
    if (m_commit && m_commit->trimProblem() != m_loggedTrimProblem) {
        m_loggedTrimProblem = m_commit->trimProblem();
        if (!m_loggedTrimProblem.isEmpty())
            qCWarning(lcIngest).noquote() << m_loggedTrimProblem;
    }
    checkCertificate();
    shareState();
}

void IngestWorker::publishFrame(UtcTime now)
{
    m_framedAt = now;
    const auto until = countableUntil(now);
    m_meters.advance(until);
    auto frame = std::make_shared<Frame>();
    frame->sequence = ++m_sequence;
    frame->listener = m_view;
    if (m_listener)
        frame->listener.connections = static_cast<quint32>(m_listener->connectionCount());
    frame->journalError = journalErrorText(now);
    m_meters.fillFrame(*frame, until);
    m_routes.fill(*frame);
    m_refusals.fill(*frame, [this](NodeIndex node) { return m_meters.config(node).id; });
    for (auto &node : frame->nodes)
        node.route.captureUntil = m_capture.until(node.index);
    fillTaps(*frame);
    m_mailbox.publish(std::move(frame));
}

void IngestWorker::fillTaps(Frame &frame) const
{
    for (auto &node : frame.nodes) {
        const auto note = m_tapNotes.find(node.index);
        if (note == m_tapNotes.end())
            continue;
        const auto counts = m_tapInbox.counts(node.index);
        node.tap = TapView{note->second.state, note->second.detail, note->second.since,
                           counts.frames,      counts.dropped,      counts.unreadable};
    }
}

QString IngestWorker::journalErrorText(UtcTime now) const
{
    if (!m_openError.isEmpty())
        return m_openError;
    if (!m_commit)
        return {};
    if (!m_commit->error().isEmpty())
        return m_commit->error();
    const auto since = m_commit->committingSince();
    if (since && now - *since >= kSlowCommit)
        return IngestWords::tr(
                   "The disk has not confirmed a write for %1 s; requests are waiting for it. Check the disk "
                   "of %2.")
            .arg(std::chrono::duration_cast<Seconds>(now - *since).count())
            .arg(m_options.journalFolder);
    return {};
}

void IngestWorker::shareState()
{
    const std::lock_guard lock(m_shared.mutex);
    m_shared.listener = m_view;
    m_shared.key = m_key;
    m_shared.certificatePem = m_view.listening && m_tls ? m_tls->certificatePem() : QByteArray();
    if (m_engine)
        m_shared.unknownNames = m_engine->unknownNames().top();
}

void IngestWorker::beginStop()
{
    if (std::exchange(m_stopping, true))
        return;
    m_retryTimer.cancel();
    m_tapTimer.cancel();
    if (m_commit) {
        // Nobody sends again what a tap has brought.
        takeFromTaps(std::numeric_limits<std::size_t>::max());
        m_engine->close();
        m_listener->stopAccepting();
        setListening(false);
    }
    m_view.listening = false;
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
    m_meters.emitClosed();
    m_meters.emitStorms(now);
    m_meters.emitSettings();
    m_meters.emitMarkers();
    publishFrame(now);
    shareState();
    m_frameTimer.cancel();
    if (m_listener)
        m_listener->closeAll();
    m_context.stop();
}

} // namespace barograph
