// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/frame_factory.h"

namespace barograph::testing {

namespace {

constexpr qint64 kTenMinutes = 600;

template<typename T> Reading<T> measured(T value)
{
    return Reading<T>::measured(std::move(value), frameTime());
}

/// Rates that follow from the last seconds of the series, as a meter would give them.
void setRates(NodeFrame &node)
{
    const auto &samples = node.series->samples;
    const std::size_t end = samples.size() - 1;
    const std::array<std::size_t, 3> windows{1, 10, 60};
    for (std::size_t window = 0; window < windows.size(); ++window) {
        double sum = 0;
        for (std::size_t i = end - windows[window]; i < end; ++i)
            sum += samples[i].counts.total();
        node.tps[window] = measured(sum / static_cast<double>(windows[window]));
    }
    for (const EventKind kind : kEventKinds) {
        double sum = 0;
        for (std::size_t i = end - 10; i < end; ++i)
            sum += samples[i].counts[kind];
        node.tpsByKind[kind] = measured(sum / 10);
        const SecondSample &last = samples[end - 1];
        if ((last.notMeasuredMask & SecondSample::bit(kind)) != 0)
            node.tpsByKind[kind] = Reading<double>::notMeasured();
        else if (!last.isKnown(kind))
            node.tpsByKind[kind] = {};
    }
    for (std::size_t i = 0; i < end; ++i) {
        if (samples[i].counts.total() > node.peak.tps)
            node.peak = {samples[i].counts.total(), node.series->first + Seconds{static_cast<qint64>(i)}};
    }
}

Member member(const char *name, MemberRole role, GatewayStatus gateway)
{
    return {QString::fromLatin1(name), role, gateway};
}

void setEventAges(NodeFrame &node, Millis newest)
{
    Millis age = newest;
    for (const EventKind kind : kEventKinds) {
        node.lastEvent[kind] = frameTime() - age;
        age += Millis{1300};
    }
}

/// A little life that is the same each time.
quint32 wobble(std::size_t i, quint32 seed)
{
    return static_cast<quint32>((i * 2654435761U + std::size_t{seed} * 40503U) >> 7) % 3;
}

StormView storm(const char *label, quint32 deliveries, quint32 reads, quint32 fanOut, double rate, bool active)
{
    StormView view;
    view.message = {1, deliveries};
    view.label = QString::fromLatin1(label);
    view.firstSeen = frameTime() - Seconds{150};
    view.lastSeen = frameTime() - Millis{active ? 100 : 95'000};
    view.deliveries = deliveries;
    view.reads = reads;
    view.participants = std::max(deliveries, reads);
    view.receiptsPerSecond = rate;
    view.active = active;
    if (fanOut > 0) {
        view.groupSize = measured<quint32>(fanOut / 2);
        view.fanOut = Reading<quint32>::estimated(fanOut, frameTime());
        view.remaining = Reading<quint32>::estimated(fanOut - view.seen(), frameTime());
    }
    return view;
}

} // namespace

UtcTime frameTime()
{
    return fromUnixMillis(1'772'678'467'400);
}

std::shared_ptr<SecondSeries> flatSeries(const Counts &counts)
{
    auto series = std::make_shared<SecondSeries>();
    series->first = secondOf(frameTime()) - Seconds{kTenMinutes};
    SecondSample sample;
    sample.counts.counts = counts;
    sample.knownMask = kAllKindsMask;
    series->samples.assign(kTenMinutes + 1, sample);
    return series;
}

NodeFrame calmNode()
{
    NodeFrame node;
    node.id = QStringLiteral("support-eu");
    node.name = QStringLiteral("Support EU");
    node.allocatedTps = measured(20.0);
    node.judgement = {NodeState::Ok, QStringLiteral("connected to WhatsApp"), 1, 1};
    node.probe.lastSuccess = frameTime() - Millis{1200};
    node.probe.lastAttempt = node.probe.lastSuccess;
    node.health =
        measured(HealthReport{{member("", MemberRole::Single, GatewayStatus::Connected)}, QStringLiteral("2.53.1")});
    auto series = flatSeries({2, 2, 2, 1});
    for (std::size_t i = 0; i < series->samples.size(); ++i) {
        for (std::size_t kind = 0; kind < kEventKindCount; ++kind)
            series->samples[i].counts.counts[kind] += wobble(i, static_cast<quint32>(kind)) / 2;
    }
    node.series = series;
    setRates(node);
    setEventAges(node, Millis{400});
    node.lag = measured(Millis{900});
    node.sendSource = SendSource::SentStatuses;
    node.callbacks = measured(CallbackSettings{true, true, true});
    node.callbackQueueSize = measured<qint64>(0);
    node.outbound.configured = true;
    node.outbound.name = QStringLiteral("outbound");
    node.outbound.depthMessages = measured<qint64>(0);
    node.outbound.oldestAge = measured(Millis{0});
    node.outbound.paused = measured(false);
    return node;
}

NodeFrame stormNode()
{
    NodeFrame node = calmNode();
    node.id = QStringLiteral("groups-latam");
    node.name = QStringLiteral("Groups LATAM");
    auto series = std::make_shared<SecondSeries>(*node.series);
    for (std::size_t i = series->samples.size() - 131; i < series->samples.size(); ++i) {
        series->samples[i].counts[EventKind::Delivery] += 3 + wobble(i, 7);
        series->samples[i].counts[EventKind::Read] += 13 + wobble(i, 3);
    }
    for (std::size_t i = 180; i < 240; ++i)
        series->samples[i] = {};
    node.series = series;
    setRates(node);
    node.lag = measured(Millis{8200});
    node.callbackQueueSize = measured<qint64>(1840);
    node.outbound.depthMessages = measured<qint64>(412);
    node.outbound.oldestAge = measured(Millis{47'000});
    node.storms = {storm("message 3fa9c2", 410, 366, 1022, node.tps[1].value() * 0.71, true),
                   storm("message 77b01d", 96, 12, 0, 0.4, true), storm("message c81e90", 255, 201, 512, 0, false)};
    return node;
}

NodeFrame degradedNode()
{
    NodeFrame node = calmNode();
    node.id = QStringLiteral("campaigns-sim");
    node.name = QStringLiteral("Campaigns APAC with a rather long name");
    node.simulated = true;
    node.allocatedTps = measured(80.0);
    node.judgement = {NodeState::Degraded, QStringLiteral("shard 2 of 4 is not connected"), 4, 5};
    node.health =
        measured(HealthReport{{member("wa-1:6d0f2c", MemberRole::PrimaryMaster, GatewayStatus::Connected),
                               member("wa-2:91ab3e", MemberRole::SecondaryMaster, GatewayStatus::Disconnected),
                               member("wa-3:04c7d1", MemberRole::CoreApp, GatewayStatus::Connected),
                               member("wa-4:5577aa", MemberRole::CoreApp, GatewayStatus::Disconnected),
                               member("wa-5:e01b9c", MemberRole::CoreApp, GatewayStatus::Connecting)},
                              QStringLiteral("2.53.1")});
    auto series = flatSeries({9, 14, 12, 7});
    for (std::size_t i = series->samples.size() - 240; i < series->samples.size(); ++i) {
        series->samples[i].counts[EventKind::Read] = 0;
        series->samples[i].knownMask = kAllKindsMask & ~SecondSample::bit(EventKind::Read);
        series->samples[i].notMeasuredMask = SecondSample::bit(EventKind::Read);
    }
    node.series = series;
    setRates(node);
    node.sendSource = SendSource::StatsCounter;
    node.callbacks = measured(CallbackSettings{false, true, false});
    node.outbound.name = QStringLiteral("campaigns");
    node.outbound.depthMessages = measured<qint64>(3120);
    node.outbound.oldestAge = measured(Millis{725'000});
    node.outbound.paused = measured(true);
    node.outbound.pausedSince = frameTime() - Seconds{730};
    node.outbound.pausedWhy = QStringLiteral("shard 2 is down, keep the backlog here");
    node.outbound.resumesAt = frameTime() + Seconds{170};
    return node;
}

NodeFrame downNode()
{
    NodeFrame node = calmNode();
    node.id = QStringLiteral("sales-us");
    node.name = QStringLiteral("Sales US");
    node.judgement = {NodeState::Down, QStringLiteral("the node does not answer: connection refused"), 0, 1};
    node.probe.fault = ProbeFault::Unreachable;
    node.probe.detail = QStringLiteral("Connection refused. Check that the web app container runs.");
    node.probe.lastSuccess = frameTime() - Seconds{312};
    node.health = node.health.asStale();
    auto series = flatSeries({1, 1, 1, 0});
    for (std::size_t i = series->samples.size() - 300; i < series->samples.size(); ++i)
        series->samples[i].counts = {};
    node.series = series;
    setRates(node);
    setEventAges(node, Millis{301'000});
    node.lag = {};
    node.callbackQueueSize = Reading<qint64>::measured(5231, frameTime() - Seconds{312}).asStale();
    node.outbound.depthMessages = Reading<qint64>::measured(88, frameTime() - Seconds{40}).asStale();
    node.outbound.oldestAge = Reading<Millis>::notSupported();
    node.outbound.paused = {};
    node.callbacks = Reading<CallbackSettings>::measured({true, true, false}, frameTime() - Seconds{312}).asStale();
    return node;
}

NodeFrame nodeOfKind(NodeKind kind)
{
    NodeFrame node = calmNode();
    node.kind = kind;
    node.id = nodeKindName(kind) + QStringLiteral("-1");
    node.visibility = visibilityOf(kind);
    node.totals.counts = {48'120, 51'903, 50'211, 30'770};
    node.apart[indexOf(ApartKind::Reaction)] = 1840;
    node.apart[indexOf(ApartKind::Failed)] = 27;
    node.apart[indexOf(ApartKind::SendEcho)] = 924;
    node.ingest = {184'230, 181'004, 2791, 412, 23, 4};
    node.route.protection = QStringLiteral("secret address");
    switch (kind) {
    case NodeKind::OnPremises:
        node.name = QStringLiteral("On-premises");
        node.errors = {{1014, 12, frameTime() - Seconds{40}}, {470, 15, frameTime() - Seconds{3600}}};
        return node;
    case NodeKind::CloudApi:
        node.name = QStringLiteral("Cloud API");
        node.route.protection = QStringLiteral("secret address, HMAC-SHA256 of the body");
        node.route.wantsHandshake = true;
        node.errors = {{131'047, 4, frameTime() - Seconds{300}}};
        break;
    case NodeKind::PickyAssist:
        node.name = QStringLiteral("Picky Assist");
        break;
    case NodeKind::Waha:
        node.name = QStringLiteral("WAHA");
        node.route.protection = QStringLiteral("secret address, HMAC-SHA512 of the body");
        node.session = SessionView{SessionState::Working, frameTime() - Seconds{7200}};
        node.tap = TapView{TapView::Connected, {}, frameTime() - Seconds{3600}, 18'412, 0, 0};
        break;
    case NodeKind::Evolution:
        node.name = QStringLiteral("Evolution API");
        node.route.protection = QStringLiteral("secret address, JWT");
        node.session = SessionView{SessionState::NeedsLogin, frameTime() - Seconds{95}};
        break;
    case NodeKind::Gowa: {
        node.name = QStringLiteral("GOWA");
        // Nobody has sent from another device: that is the only way in which it tells a send.
        node.totals[EventKind::Send] = 0;
        node.lastEvent[EventKind::Send] = std::nullopt;
        auto series = std::make_shared<SecondSeries>(*node.series);
        for (SecondSample &sample : series->samples)
            sample.counts[EventKind::Send] = 0;
        node.series = series;
        node.peak = {};
        setRates(node);
        node.ingest.counted = node.totals.total();
        node.ingest.received = node.ingest.counted + node.ingest.apart + node.ingest.redelivered + node.ingest.rejected;
        break;
    }
    }
    // Only the on-premises client can be asked for these.
    node.callbacks = Reading<CallbackSettings>::notSupported();
    node.callbackQueueSize = Reading<qint64>::notSupported();
    node.health = Reading<HealthReport>::notSupported();
    node.judgement = judgeSession(node.session);
    return node;
}

FramePtr kindsFrame()
{
    std::vector<NodeFrame> nodes;
    for (const auto kind : {NodeKind::OnPremises, NodeKind::CloudApi, NodeKind::PickyAssist, NodeKind::Waha,
                            NodeKind::Evolution, NodeKind::Gowa})
        nodes.push_back(nodeOfKind(kind));
    nodes[1].route.secretMissing = true;
    nodes[3].route.captureUntil = frameTime() + Seconds{552};
    nodes[4].route.refused = 15;
    nodes[4].route.lastRefusedAt = frameTime() - Seconds{3};
    auto frame = std::make_shared<Frame>(*frameOf(std::move(nodes)));
    frame->ingest = {};
    for (const NodeFrame &node : frame->nodes) {
        frame->ingest.received += node.ingest.received;
        frame->ingest.counted += node.ingest.counted;
        frame->ingest.apart += node.ingest.apart;
        frame->ingest.redelivered += node.ingest.redelivered;
        frame->ingest.rejected += node.ingest.rejected;
    }
    frame->listener.tls = true;
    frame->listener.address = QStringLiteral("10.0.0.2");
    frame->listener.certificateSha256 =
        QStringLiteral("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    frame->listener.refused = 17;
    const QString evolution = frame->nodes[4].id;
    frame->listener.refusedPeers = {
        {QStringLiteral("10.0.0.7"), evolution, RefusalReason::WrongCredentials, 12, frameTime() - Seconds{3}},
        {QStringLiteral("192.168.44.19"), evolution, RefusalReason::ExpiredToken, 3, frameTime() - Seconds{600}},
        {QStringLiteral("10.9.9.9"), {}, RefusalReason::WrongSecret, 2, frameTime() - Seconds{5}}};
    frame->unknownNames = std::make_shared<const std::vector<std::pair<std::string, quint64>>>(
        std::vector<std::pair<std::string, quint64>>{{"messages.upsert/newsletterName", 31},
                                                     {"status=played_twice", 2}});
    return frame;
}

NodeFrame unknownNode()
{
    NodeFrame node;
    node.id = QStringLiteral("new-number");
    node.name = QStringLiteral("New number");
    node.judgement = {NodeState::Unknown, QStringLiteral("waiting for the first answer"), 0, 0};
    node.series = std::make_shared<SecondSeries>();
    return node;
}

FramePtr frameOf(std::vector<NodeFrame> nodes)
{
    auto frame = std::make_shared<Frame>();
    frame->sequence = 1;
    frame->takenAt = frameTime();
    frame->listener.listening = true;
    frame->listener.address = QStringLiteral("127.0.0.1");
    frame->listener.port = 28080;
    frame->listener.connections = 3;
    frame->ingest = {184'230, 181'004, 412, 2791, 23, 4};
    for (std::size_t i = 0; i < nodes.size(); ++i)
        nodes[i].index = static_cast<NodeIndex>(i);
    frame->nodes = std::move(nodes);
    return frame;
}

FramePtr fullFrame()
{
    return frameOf({stormNode(), calmNode(), degradedNode(), downNode(), unknownNode()});
}

NodeFrame foretoldStormsNode()
{
    NodeFrame node = stormNode();
    node.id = QStringLiteral("groups-foretold");
    node.otherTps = Reading<double>::estimated(4.2, frameTime());
    auto groups = std::make_shared<std::vector<GroupView>>();
    for (quint32 i = 1; i <= 10; ++i)
        groups->push_back({{3, i}, QStringLiteral("Subscribers %1").arg(i), i == 7 ? 41U : 255U});
    node.groups = groups;
    auto curve = std::make_shared<ReceiptCurve>();
    for (std::size_t bin = 0; bin < receipt_bins::kCount; ++bin) {
        curve->learn(Receipt::Delivery, bin, 1'000, bin < 3 ? 400 : 20);
        curve->learn(Receipt::Read, bin, 1'000, bin < 5 ? 5 : bin < 30 ? 70 : 20);
    }
    for (int i = 0; i < 12; ++i)
        curve->learnStorm(0.1, 0.1);
    node.receiptCurve = curve;
    const auto foretold = [](StormView view, const char *subject, quint32 members, double share, Seconds end) {
        view.groupSubject = QString::fromLatin1(subject);
        view.group = {3, members};
        view.groupSize = measured(members);
        view.fanOutBasis = FanOutBasis::GroupSize;
        view.fanOut = measured(2 * members);
        view.remaining = measured(2 * members - std::min(2 * members, view.seen()));
        view.budgetShare = measured(share);
        view.forecast.basis = ForecastBasis::History;
        view.forecast.end = frameTime() + end;
        view.forecast.earliest = frameTime() + end * 3 / 4;
        view.forecast.latest = frameTime() + end * 7 / 4 + Seconds{30};
        view.forecast.budgetFreeAt = frameTime() + end / 3;
        view.forecast.expectedReceipts = Reading<quint32>::estimated(2 * members * 9 / 10, frameTime());
        view.forecast.earlierStorms = 12;
        return view;
    };
    node.storms = {foretold(storm("message 3fa9c2", 171, 66, 0, 9.4, true), "Subscribers 3", 255, 0.47, Seconds{700}),
                   foretold(storm("message 77b01d", 96, 12, 0, 1.4, true), "Subscribers 10", 255, 0.07, Seconds{940}),
                   foretold(storm("message c81e90", 240, 209, 0, 0.1, true), "Subscribers 1", 255, 0.005, Seconds{-40}),
                   foretold(storm("message 5d1102", 40, 35, 0, 0, false), "A group with quite a long subject", 41, 0,
                            Seconds{-600})};
    StormView unnamed = foretold(storm("message 0b77aa", 31, 2, 0, 3.1, true), "", 300, 0.15, Seconds{820});
    unnamed.group = {};
    unnamed.groupSize = {};
    unnamed.fanOutBasis = FanOutBasis::Curve;
    unnamed.fanOut = Reading<quint32>::estimated(612, frameTime());
    unnamed.remaining = Reading<quint32>::estimated(579, frameTime());
    node.storms.push_back(unnamed);
    return node;
}

NodeFrame firstStormsNode()
{
    NodeFrame node = foretoldStormsNode();
    node.id = QStringLiteral("groups-first");
    node.receiptCurve.reset();
    node.groups.reset();
    for (auto &view : node.storms) {
        view.forecast = {};
        view.forecast.basis = ForecastBasis::UpperBound;
        view.forecast.end = view.forecast.earliest = view.forecast.latest = frameTime() + Seconds{95};
        view.forecast.budgetFreeAt = view.forecast.end;
    }
    auto &early = node.storms.back();
    early.fanOutBasis = FanOutBasis::AtMost;
    early.fanOut = Reading<quint32>::estimated(2'046, frameTime());
    early.remaining = Reading<quint32>::estimated(2'013, frameTime());
    auto &blind = node.storms[3];
    blind.forecast = {};
    blind.fanOutBasis = FanOutBasis::None;
    blind.fanOut = Reading<quint32>::notMeasured();
    blind.remaining = Reading<quint32>::notMeasured();
    blind.budgetShare = {};
    return node;
}

std::vector<ControlResult> someHistory()
{
    ControlResult paused;
    paused.id = QStringLiteral("c1");
    paused.nodeId = QStringLiteral("campaigns-sim");
    paused.title = QStringLiteral("Pause outbound queue “campaigns”");
    paused.outcome = ControlOutcome::Verified;
    paused.detail = QStringLiteral("Read back: paused.");
    paused.at = frameTime() - Seconds{730};
    paused.restorable = true;
    paused.changes = {{QStringLiteral("queue"), QStringLiteral("running"), QStringLiteral("paused")}};
    ControlResult callbacks = paused;
    callbacks.id = QStringLiteral("c2");
    callbacks.title = QStringLiteral("Switch read receipts off");
    callbacks.outcome = ControlOutcome::Unverified;
    callbacks.detail = QStringLiteral("Written, but the node did not answer when it was read back.");
    callbacks.at = frameTime() - Seconds{240};
    callbacks.changes = {{QStringLiteral("webhooks.message.read"), QStringLiteral("on"), QStringLiteral("off")}};
    ControlResult failed = paused;
    failed.id = QStringLiteral("c3");
    failed.title = QStringLiteral("Resume outbound queue “campaigns”");
    failed.outcome = ControlOutcome::Failed;
    failed.detail = QStringLiteral("The queue answered 503. Nothing was changed.");
    failed.at = frameTime() - Seconds{60};
    failed.restorable = false;
    return {paused, callbacks, failed};
}

ControlPreview pausePreview()
{
    ControlPreview preview;
    preview.ticket = 7;
    preview.title = QStringLiteral("Pause outbound queue “outbound” of Groups LATAM");
    preview.nodeName = QStringLiteral("Groups LATAM");
    preview.target = QStringLiteral("POST http://127.0.0.1:15672/queue/pause");
    preview.changes = {{QStringLiteral("queue outbound"), QStringLiteral("running"), QStringLiteral("paused")}};
    preview.consequences = {QStringLiteral("412 messages wait; about 40 more are added each minute."),
                            QStringLiteral("Receiving and receipts go on."),
                            QStringLiteral("Messages already handed to the node are still sent.")};
    preview.request = PauseQueueRequest{QStringLiteral("groups-latam"), {}, {}};
    return preview;
}

} // namespace barograph::testing
