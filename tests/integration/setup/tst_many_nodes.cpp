// SPDX-License-Identifier: GPL-3.0-or-later
// Fifty nodes at once: all are asked in their rhythm, and what they cost does not run away.
#include "ingest/meter_bank.h"
#include "ingest_fixture.h"
#include "runtime/backend.h"
#include "secrets/session_store.h"
#include "test_case.h"
#include "test_server.h"

#include <QRegularExpression>

#include <map>

using namespace barograph;
using namespace barograph::test;

namespace {

constexpr int kNodes = 50;

QString idOf(int number)
{
    return QStringLiteral("node-%1").arg(number);
}

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto match =
        QRegularExpression(QStringLiteral("VmRSS:\\s+(\\d+)")).match(QString::fromLatin1(file.readAll()));
    return match.captured(1).toDouble() / 1024;
}

std::vector<NodeConfig> fiftyNodes(const QUrl &url)
{
    std::vector<NodeConfig> nodes;
    for (int i = 0; i < kNodes; ++i) {
        NodeConfig node;
        node.id = idOf(i);
        node.name = idOf(i);
        node.baseUrl = url;
        node.allocatedTps = 20;
        nodes.push_back(node);
    }
    return nodes;
}

} // namespace

class TestManyNodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiftyAreAllAskedInTheirRhythm()
    {
        std::map<QByteArray, int> stats;
        TestServer server([&](const TestRequest &request) {
            TestReply reply;
            reply.body = R"({"health":{"gateway_status":"connected"},"meta":{"version":"v2.45.1"}})";
            if (request.path.startsWith(QLatin1String("/v1/stats/app"))) {
                ++stats[request.authorization];
                reply.body = R"({"stats":{"app":{"callback_queue_size":{"data":[{"value":1}]}}}})";
            }
            return reply;
        });
        GivenSecrets given;
        for (int i = 0; i < kNodes; ++i)
            given.insert_or_assign({idOf(i), SecretName::kApiKey}, Secret("key-" + QByteArray::number(i)));
        SessionSecretStore secrets(given, SessionSecretStore::Keychain::DoNotUse);
        QTemporaryDir folder;
        Backend backend(pathsBelow(folder.path()), secrets);
        Config config;
        config.listener.port = 0;
        config.nodes = fiftyNodes(server.url());
        const double before = residentMegabytes();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(backend.start(config).has_value());
        // Three times each, four seconds apart altogether.
        const auto least = [&] {
            int fewest = static_cast<int>(stats.size()) == kNodes ? 1'000'000 : 0;
            for (const auto &[key, times] : stats)
                fewest = std::min(fewest, times);
            return fewest;
        };
        QTRY_VERIFY_WITH_TIMEOUT(least() >= 1, 120'000);
        const auto allAfter = timer.elapsed();
        QTRY_VERIFY_WITH_TIMEOUT(least() >= 3, 120'000);
        const auto thriceAfter = timer.elapsed();
        int most = 0;
        for (const auto &[key, times] : stats)
            most = std::max(most, times);
        // Nobody starves while others are asked again and again.
        QVERIFY2(most <= least() + 2, qPrintable(QStringLiteral("%1 to %2 times").arg(least()).arg(most)));

        FramePtr frame;
        const auto allHeard = [&] {
            if (auto newer = backend.latestFrame())
                frame = newer;
            return frame && frame->nodes.size() == std::size_t{kNodes} &&
                   std::all_of(frame->nodes.begin(), frame->nodes.end(), [](const NodeFrame &node) {
                       return node.probe.fault == ProbeFault::None && node.probe.lastSuccess;
                   });
        };
        QTRY_VERIFY_WITH_TIMEOUT(allHeard(), 60'000);
        for (int i = 0; i < kNodes; ++i)
            QCOMPARE(frame->nodes[static_cast<std::size_t>(i)].id, idOf(i));
        qInfo("%d nodes: all asked after %lld ms, three times after %lld ms; %.0f MiB more", kNodes,
              static_cast<long long>(allAfter), static_cast<long long>(thriceAfter), residentMegabytes() - before);
    }

    void aFrameOfFiftyIsQuick()
    {
        MeterBank bank({});
        std::vector<MeterBank::IndexedNode> nodes;
        for (const auto &config : fiftyNodes(QUrl(QStringLiteral("https://10.0.0.5:9090"))))
            nodes.push_back({static_cast<NodeIndex>(nodes.size()), config});
        UtcTime now = fromUnixMillis(1'780'000'000'000);
        bank.setNodes(nodes, now);
        bank.setListening(true, now);
        // Ten minutes of traffic, so that the series are as long as they get.
        for (int second = 0; second < 600; ++second) {
            for (NodeIndex node = 0; node < kNodes; ++node) {
                IngestedEvent event;
                event.node = node;
                event.kind = EventKind::Receive;
                event.arrival = now;
                bank.count(event);
            }
            now += Seconds{1};
            bank.advance(now);
        }
        QElapsedTimer timer;
        timer.start();
        constexpr int kRounds = 20;
        for (int i = 0; i < kRounds; ++i) {
            Frame frame;
            bank.fillFrame(frame, now);
            QCOMPARE(frame.nodes.size(), std::size_t{kNodes});
        }
        qInfo("a frame of %d nodes takes %.2f ms", kNodes, static_cast<double>(timer.nsecsElapsed()) / 1e6 / kRounds);
    }
};

BAROGRAPH_TEST(TestManyNodes)
#include "tst_many_nodes.moc"
