// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/frame_factory.h"

#include "health/asked.h"

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
    node.sessionAsked = Reading<SessionReport>::notSupported();
    node.account = Reading<AccountReport>::notSupported();
    node.judgement = judgeSession(node.session);
    return node;
}

namespace {

NodeFrame askedNode(NodeKind kind, SessionReport report)
{
    NodeFrame node = nodeOfKind(kind);
    node.id += QStringLiteral("-asked");
    node.probe.lastAttempt = node.probe.lastSuccess = frameTime() - Seconds{3};
    node.sessionAsked = Reading<SessionReport>::measured(std::move(report), frameTime() - Seconds{3});
    return node;
}

void judge(NodeFrame &node)
{
    node.judgement = judgeAsked(
        {true, node.sessionAsked, node.account, node.session, node.probe, node.lastEvent[EventKind::Receive]},
        frameTime());
}

NodeFrame askedCloudNode()
{
    NodeFrame node = nodeOfKind(NodeKind::CloudApi);
    node.id += QStringLiteral("-asked");
    node.probe.lastAttempt = node.probe.lastSuccess = frameTime() - Seconds{41};
    AccountReport account;
    account.permission = SendPermission::Limited;
    account.entities = {{QStringLiteral("PHONE_NUMBER"), SendPermission::Available, {}},
                        {QStringLiteral("WABA"), SendPermission::Limited,
                         QStringLiteral("Error 141010. The business has not been verified. Verify it in Meta's "
                                        "business settings.")},
                        {QStringLiteral("BUSINESS"), SendPermission::Available, {}},
                        {QStringLiteral("APP"), SendPermission::Available, {}}};
    account.throughputLevel = QStringLiteral("STANDARD");
    account.quality = QStringLiteral("YELLOW");
    node.account = Reading<AccountReport>::measured(std::move(account), frameTime() - Seconds{41});
    return node;
}

} // namespace

FramePtr askedFrame()
{
    SessionReport picky;
    picky.state = SessionState::Working;
    picky.word = QStringLiteral("CONNECTED");
    picky.version = QStringLiteral("3.4");
    SessionReport waha;
    waha.state = SessionState::Working;
    waha.word = QStringLiteral("WORKING");
    waha.engine = QStringLiteral("NOWEB");
    waha.version = QStringLiteral("2026.7.1 PLUS");
    waha.serverNote = QStringLiteral("running since 2026-03-01 06:00:00 UTC");
    waha.trouble = QStringLiteral("WAHA's own health check fails: mongodb. Check its disk space and database.");
    SessionReport evolution;
    evolution.state = SessionState::NeedsLogin;
    evolution.word = QStringLiteral("close");
    evolution.engine = QStringLiteral("WHATSAPP-BAILEYS");
    evolution.version = QStringLiteral("2.3.7");
    evolution.serverNote = QStringLiteral("2 of 3 instances are up");
    evolution.why = QStringLiteral("The phone has logged this instance out. Scan its QR code again. Disconnected at "
                                   "2026-03-05 02:39:32 UTC.");
    SessionReport gowa;
    gowa.state = SessionState::Working;
    gowa.word = QStringLiteral("logged_in");
    std::vector<NodeFrame> nodes{askedCloudNode(), askedNode(NodeKind::PickyAssist, std::move(picky)),
                                 askedNode(NodeKind::Waha, std::move(waha)),
                                 askedNode(NodeKind::Evolution, std::move(evolution)),
                                 askedNode(NodeKind::Gowa, std::move(gowa))};
    NodeFrame &away = nodes.back();
    away.probe.fault = ProbeFault::Unreachable;
    away.probe.detail = QStringLiteral("10.0.0.9:3000 refused the connection. Check that the node runs and that the "
                                       "port is right.");
    away.probe.lastSuccess = frameTime() - Seconds{130};
    away.sessionAsked =
        Reading<SessionReport>::measured(away.sessionAsked.value(), frameTime() - Seconds{130}).asStale();
    for (NodeFrame &node : nodes)
        judge(node);
    return frameOf(std::move(nodes));
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

std::vector<NodeFrame> incomingNodes()
{
    std::vector<NodeFrame> nodes;
    const auto add = [&nodes](const char *id, const char *name) -> NodeFrame & {
        NodeFrame node = calmNode();
        node.id = QLatin1String(id);
        node.name = QString::fromLatin1(name);
        node.incoming.capacity = 100'000;
        node.incoming.lag = measured(Millis{700});
        node.incoming.clockSkew = measured(Millis{120});
        node.incoming.pendingOut = measured<qint64>(0);
        node.botServer.latency = measured(Millis{84});
        node.botServer.failedShare = measured(0.0);
        node.botServer.perSecond = measured(8.4);
        node.botServer.entered = ServerSize{8, 8};
        node.botServer.needed = ServerSize{6, 6};
        nodes.push_back(std::move(node));
        return nodes.back();
    };
    const auto queue = [](NodeFrame &node, Reading<qint64> depth, DepthSource source, QueueTrend trend, double growth) {
        node.incoming.depth = depth;
        node.incoming.atNode = depth;
        node.incoming.source = source;
        node.incoming.trend = trend;
        node.incoming.growthPerSecond = Reading<double>::estimated(growth, frameTime());
        node.incoming.atRisk = Reading<qint64>::estimated(0, frameTime());
        if (source == DepthSource::Gauges)
            node.callbackQueueSize = depth;
    };
    const auto estimate = [](qint64 depth) { return Reading<qint64>::estimated(depth, frameTime() - Millis{400}); };
    const auto told = [](qint64 depth) { return Reading<qint64>::measured(depth, frameTime() - Millis{1400}); };

    auto &unknown = add("unknown", "Unknown");
    unknown.incoming = {};
    unknown.incoming.capacity = 100'000;
    unknown.botServer = {};
    unknown.callbackQueueSize = {};
    unknown.lag = {};

    auto &never = add("not-supported", "Not supported");
    never.kind = NodeKind::Gowa;
    never.incoming = {};
    never.incoming.capacity = 100'000;
    never.incoming.depth = Reading<qint64>::notSupported();
    never.incoming.atRisk = Reading<qint64>::notSupported();
    never.incoming.growthPerSecond = Reading<double>::notSupported();
    never.incoming.lag = Reading<Millis>::notSupported();
    never.incoming.pendingOut = Reading<qint64>::notSupported();
    never.callbackQueueSize = Reading<qint64>::notSupported();
    never.botServer.latency = Reading<Millis>::notSupported();
    never.botServer.failedShare = Reading<double>::notSupported();
    never.botServer.perSecond = Reading<double>::notSupported();
    never.botServer.entered.reset();

    queue(add("empty", "Empty"), told(0), DepthSource::Gauges, QueueTrend::Empty, 0);

    auto &steady = add("steady", "Steady");
    queue(steady, told(200), DepthSource::Gauges, QueueTrend::Steady, 0.1);
    steady.botServer.latency = measured(Millis{410});
    steady.botServer.entered.reset();

    auto &draining = add("draining", "Draining");
    queue(draining, told(2'880), DepthSource::Gauges, QueueTrend::Draining, -12);
    draining.incoming.emptyIn = Seconds{240};
    draining.incoming.lag = measured(Millis{96'000});

    auto &filling = add("filling", "Filling");
    queue(filling, told(91'400), DepthSource::Gauges, QueueTrend::Filling, 12.6);
    filling.incoming.fullIn = Seconds{682};
    filling.incoming.atRisk = Reading<qint64>::estimated(16'240, frameTime());
    filling.incoming.lag = measured(Millis{4'912'000});
    filling.incoming.pendingOut = measured<qint64>(318);
    filling.botServer.latency = measured(Millis{1900});
    filling.botServer.failedShare = measured(0.034);
    filling.botServer.entered = ServerSize{2, 2};
    filling.botServer.tooSmall = true;

    auto &full = add("full", "Full");
    queue(full, told(100'000), DepthSource::Gauges, QueueTrend::Steady, 0);
    full.incoming.full = true;
    full.incoming.atRisk = Reading<qint64>::estimated(20'412, frameTime());
    full.botServer.latency = measured(Millis{12'400});
    full.botServer.failedShare = measured(0.62);

    auto &guess = add("estimate", "Estimate");
    guess.kind = NodeKind::CloudApi;
    queue(guess, estimate(12'400), DepthSource::Estimate, QueueTrend::Filling, 6.1);
    guess.incoming.fullIn = Seconds{14'360};
    guess.incoming.lag = measured(Millis{611'000});
    guess.incoming.clockSkew = Reading<Millis>::estimated(Millis{4'200}, frameTime());
    guess.callbackQueueSize = Reading<qint64>::notSupported();
    guess.incoming.pendingOut = Reading<qint64>::notSupported();
    guess.botServer.latency = Reading<Millis>::notSupported();
    guess.botServer.failedShare = Reading<double>::notSupported();
    guess.botServer.perSecond = Reading<double>::notSupported();

    auto &beyond = add("beyond-gauges", "Beyond the gauges");
    queue(beyond, estimate(3'104), DepthSource::GaugesAndEstimate, QueueTrend::Draining, -2.2);
    beyond.incoming.atNode = told(640);
    beyond.incoming.atWhatsApp = estimate(2'464);
    beyond.callbackQueueSize = told(640);
    beyond.incoming.emptyIn = Seconds{1'410};
    beyond.incoming.lag = measured(Millis{212'000});
    beyond.incoming.clockSkew = measured(Millis{-7'340});
    return nodes;
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

FramePtr groupedFrame()
{
    std::vector<NodeFrame> nodes{calmNode(), stormNode(), degradedNode(), downNode(), unknownNode()};
    const std::array<const char *, 5> groups{"", "Europe", "Latin America", "Latin America", "Europe"};
    for (std::size_t i = 0; i < nodes.size(); ++i)
        nodes[i].group = QString::fromLatin1(groups[i]);
    NodeFrame off = calmNode();
    off.id = QStringLiteral("winter-sale");
    off.name = QStringLiteral("Winter sale");
    off.group = QStringLiteral("Europe");
    off.enabled = false;
    off.judgement = {NodeState::Off, QStringLiteral("switched off by the operator"), 0, 0};
    nodes.push_back(off);
    NodeFrame last = nodeOfKind(NodeKind::Waha);
    nodes.push_back(last);
    return frameOf(std::move(nodes));
}

FramePtr manyNodesFrame(int count)
{
    const std::array<NodeFrame, 4> samples{calmNode(), stormNode(), degradedNode(), downNode()};
    std::vector<NodeFrame> nodes;
    for (int i = 0; i < count; ++i) {
        NodeFrame node = samples[static_cast<std::size_t>(i % 7 < 4 ? i % 7 : 0)];
        node.index = static_cast<NodeIndex>(i);
        node.id = QStringLiteral("number-%1").arg(i + 1, 2, 10, QLatin1Char('0'));
        node.name = QStringLiteral("Number %1").arg(i + 1, 2, 10, QLatin1Char('0'));
        node.group = i < 5 ? QString() : QStringLiteral("Region %1").arg(i / 10 + 1);
        nodes.push_back(std::move(node));
    }
    return frameOf(std::move(nodes));
}

std::vector<NodeConfig> configsOf(const Frame &frame)
{
    std::vector<NodeConfig> configs;
    for (const NodeFrame &node : frame.nodes) {
        NodeConfig config;
        config.id = node.id;
        config.name = node.name;
        config.kind = node.kind;
        config.group = node.group;
        config.enabled = node.enabled;
        config.baseUrl = QUrl(QStringLiteral("https://10.0.0.5:9090"));
        config.allocatedTps = node.allocatedTps.valueOr(0);
        configs.push_back(config);
    }
    return configs;
}

} // namespace barograph::testing
