// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest_fixture.h"
#include "runtime/backend.h"
#include "secrets/session_store.h"
#include "storage/settings_memory.h"
#include "test_case.h"
#include "timeline/timeline_store.h"

#include <QTemporaryDir>

using namespace barograph;
using namespace barograph::test;

namespace {

NodeConfig gatewayNode()
{
    NodeConfig config;
    config.id = QStringLiteral("gateway");
    config.name = QStringLiteral("Gateway");
    config.kind = NodeKind::Waha; // with no address: known by its webhooks only
    return config;
}

/// What a poll of the node brought.
ProbeResult settingsOf(NodeIndex node, const char *read)
{
    ProbeResult result;
    result.node = node;
    result.at = utcNow();
    result.state.lastSuccess = result.at;
    result.settings = std::vector<SettingSeen>{{QStringLiteral("webhooks.message.read"), QString::fromLatin1(read)}};
    return result;
}

/// The hour that runs now and those beside it, on each of the last sixteen days: watched, and nothing came.
std::vector<ClosedSecond> watchedHours()
{
    const auto hour = std::chrono::floor<std::chrono::hours>(utcNow());
    std::vector<ClosedSecond> seconds;
    for (int day = 1; day <= 16; ++day) {
        const auto start = std::chrono::time_point_cast<Seconds>(hour - std::chrono::hours{24 * day + 1});
        for (int second = 0; second < 3 * 3600; ++second) {
            ClosedSecond closed;
            closed.second = start + Seconds{second};
            closed.sample.knownMask = kAllKindsMask;
            seconds.push_back(closed);
        }
    }
    return seconds;
}

} // namespace

class TestHealthServices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsThatChangeAreToldAcrossARestart()
    {
        const QTemporaryDir folder;
        std::mutex mutex;
        std::map<QString, DriftMemory> kept;
        auto options = optionsBelow(folder.path());
        const QString id = options.nodes.front().id;
        options.sinks.settings = [&](const QString &nodeId, const DriftMemory &memory) {
            const std::lock_guard lock(mutex);
            kept[nodeId] = memory;
        };
        const auto isKept = [&] {
            const std::lock_guard lock(mutex);
            return kept.count(id) == 1;
        };
        {
            IngestService service(options);
            service.start();
            QVERIFY(!awaitUrl(service).isEmpty());
            service.apply(settingsOf(*service.nodeIndex(id), "on"));
            QTRY_VERIFY_WITH_TIMEOUT(isKept(), kFramePatience);
        }
        IngestService service(options);
        // Before the journal is replayed, which renews the meters.
        service.restoreSettings(id, kept.at(id));
        service.start();
        QVERIFY(!awaitUrl(service).isEmpty());
        service.apply(settingsOf(*service.nodeIndex(id), "off"));
        const auto drifted = awaitFrame(service, [](const Frame &frame) { return frame.nodes.front().drift; });
        QVERIFY(drifted);
        QVERIFY(drifted->nodes.front().drift->changes.front() ==
                (SettingChange{QStringLiteral("webhooks.message.read"), QStringLiteral("on"), QStringLiteral("off")}));
        service.dismissDrift(id);
        QVERIFY(awaitFrame(service, [](const Frame &frame) { return !frame.nodes.front().drift; }));
        // A control of ours is no news.
        ControlResult control;
        control.nodeId = id;
        control.outcome = ControlOutcome::Verified;
        control.at = utcNow();
        control.changes = {{QStringLiteral("webhooks.message.read"), QStringLiteral("off"), QStringLiteral("on")}};
        service.apply(control);
        service.apply(settingsOf(*service.nodeIndex(id), "on"));
        const auto keptIsOn = [&] {
            const std::lock_guard lock(mutex);
            return kept.at(id).settings.front().value == QLatin1String("on");
        };
        QTRY_VERIFY_WITH_TIMEOUT(keptIsOn(), kFramePatience);
        const std::lock_guard lock(mutex);
        QVERIFY(!kept.at(id).open);
    }

    void whatIsUsualIsLearntFromTheHistory()
    {
        const QTemporaryDir folder;
        const Paths paths = pathsBelow(folder.path());
        QVERIFY(makePrivateFolder(paths.dataDir));
        {
            HistoryWriter writer(paths.historyFile());
            writer.enqueue(gatewayNode().id, gatewayNode().name, false, watchedHours());
            QVERIFY(writer.flush());
        }
        SessionSecretStore secrets({}, SessionSecretStore::Keychain::DoNotUse);
        Backend backend(paths, secrets);
        Config config;
        config.listener.port = 0;
        config.nodes = {gatewayNode()};
        QVERIFY(backend.start(config));
        FramePtr frame;
        const auto known = [&] {
            if (auto newer = backend.latestFrame())
                frame = std::move(newer);
            return frame && !frame->nodes.empty() && frame->nodes.front().silence.known;
        };
        QTRY_VERIFY_WITH_TIMEOUT(known(), 60'000);
        QVERIFY(!frame->nodes.front().silence.isSilent());
        backend.stop();
    }

    void thePastOfEarlierRunsIsReadForCharts()
    {
        const QTemporaryDir folder;
        const Paths paths = pathsBelow(folder.path());
        QVERIFY(makePrivateFolder(paths.dataDir));
        const UtcSecond storm = std::chrono::floor<Seconds>(utcNow() - std::chrono::hours{24 * 40});
        {
            HistoryWriter writer(paths.historyFile());
            auto seconds = watchedHours();
            ClosedSecond peak;
            peak.second = storm;
            peak.sample = {{{0, 0, 0, 77}}, kAllKindsMask, 0};
            peak.gauges.values[indexOf(GaugeKind::Outbound)] = 4'200;
            seconds.insert(seconds.begin(), peak);
            writer.enqueue(gatewayNode().id, gatewayNode().name, false, seconds);
            QVERIFY(writer.flush());
        }
        SessionSecretStore secrets({}, SessionSecretStore::Keychain::DoNotUse);
        Backend backend(paths, secrets);
        Config config;
        config.listener.port = 0;
        config.nodes = {gatewayNode()};
        QVERIFY(backend.start(config));
        TimelineStore store;
        connect(&store, &TimelineStore::wanted, &backend, &Backend::requestTiles);
        connect(&backend, &Backend::tilesRead, &store, [&store](const std::vector<TimelineTile> &tiles) {
            for (const auto &tile : tiles)
                store.setTile(tile);
        });
        std::vector<TimeBucket> columns;
        const auto highest = [&] {
            if (auto newer = backend.latestFrame())
                store.setFrame(newer);
            store.fillBuckets(gatewayNode().id, PlotWindow::endingAt(utcNow(), std::chrono::hours{24 * 90}, 1'900),
                              columns);
            TimeBucket all;
            for (const auto &column : columns)
                merge(all, column);
            return all;
        };
        QTRY_COMPARE_WITH_TIMEOUT(highest().most[EventKind::Read], 77U, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(store.completeness(gatewayNode().id) == TimelineStore::Completeness::Complete, 60'000);
        const auto all = highest();
        QVERIFY(all.highestAt == storm);
        QCOMPARE(all.gauge(GaugeKind::Outbound).most, 4'200.0F);
        QVERIFY(all.known >= 16U * 3 * 3'600);
        QVERIFY(all.known < all.seconds);
        backend.stop();
    }

    void theSettingsLastSeenAreReadAtTheStart()
    {
        const QTemporaryDir folder;
        const Paths paths = pathsBelow(folder.path());
        QVERIFY(makePrivateFolder(paths.dataDir));
        SettingsMemory memory(paths.settingsMemoryFile());
        DriftMemory seen;
        seen.settings = {{QStringLiteral("a"), QStringLiteral("2")}};
        seen.open = DriftView{utcNow(), {{QStringLiteral("a"), QStringLiteral("1"), QStringLiteral("2")}}};
        memory.remember(gatewayNode().id, seen);
        QVERIFY(memory.write());
        {
            SessionSecretStore secrets({}, SessionSecretStore::Keychain::DoNotUse);
            Backend backend(paths, secrets);
            Config config;
            config.listener.port = 0;
            config.nodes = {gatewayNode()};
            QVERIFY(backend.start(config));
            FramePtr frame;
            const auto drifts = [&] {
                if (auto newer = backend.latestFrame())
                    frame = std::move(newer);
                return frame && !frame->nodes.empty() && frame->nodes.front().drift.has_value();
            };
            QTRY_VERIFY_WITH_TIMEOUT(drifts(), kFramePatience);
            backend.dismissDrift(gatewayNode().id);
            QTRY_VERIFY_WITH_TIMEOUT(!drifts(), kFramePatience);
        }
        // And that it was dismissed is kept when the program ends.
        const auto kept = SettingsMemory(paths.settingsMemoryFile()).load();
        QVERIFY(!kept.at(gatewayNode().id).open);
        QVERIFY(kept.at(gatewayNode().id).settings == seen.settings);
    }
};

BAROGRAPH_TEST(TestHealthServices)
#include "tst_health_services.moc"
