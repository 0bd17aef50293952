// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a node while its tap is off: live, in the history, and when the journal is replayed.
#include "../../unit/journal/failing_disk.h"
#include "../ingest/ingest_fixture.h"
#include "gateway_server.h"
#include "runtime/backend.h"
#include "storage/history_reader.h"
#include "storage/journal_files.h"
#include "tap_watch.h"
#include "test_case.h"

#include <QDir>
#include <QTcpServer>

#include <atomic>
#include <cerrno>
#include <map>
#include <mutex>

using namespace barograph;
using namespace barograph::test;

namespace {

constexpr qint64 kFirstSecond = 1'760'000'000;
const QString kShop = QStringLiteral("shop");

NodeConfig shopWithTap(const QUrl &url)
{
    NodeConfig node;
    node.id = kShop;
    node.name = QStringLiteral("Shop");
    node.kind = NodeKind::Waha;
    node.allocatedTps = 20;
    node.tap.emplace();
    node.tap->url = url;
    return node;
}

TapNote noteOf(TapView::State state)
{
    return {0, state, {}, utcNow()};
}

/// '#' all four kinds known, '/' none measured, ' ' nothing to be said.
char tellingOf(const SecondSample &sample)
{
    if (sample.knownMask == kAllKindsMask && sample.notMeasuredMask == 0)
        return '#';
    if (sample.knownMask == 0 && sample.notMeasuredMask == kAllKindsMask)
        return '/';
    return sample.knownMask == 0 && sample.notMeasuredMask == 0 ? ' ' : '?';
}

/// An ingest service by a clock of ours, on a folder that outlives it, and the seconds that it closes.
class Stage
{
public:
    explicit Stage(const QString &folder, qint64 begin, const std::function<void(IngestOptions &)> &change = {})
        : m_millis((kFirstSecond + begin) * 1000)
    {
        auto options = optionsBelow(folder);
        options.disk = disk;
        options.clock = [this] { return fromUnixMillis(m_millis); };
        options.nodes = {shopWithTap({})};
        options.sinks.closedSeconds = [this](const std::vector<ClosedSecond> &seconds,
                                             const MeterBank::NodeIds &nodeId) {
            const std::lock_guard lock(m_mutex);
            for (const auto &second : seconds) {
                if (nodeId(second.node) == kShop)
                    m_closed[unixSeconds(second.second) - kFirstSecond] = second.sample;
            }
        };
        if (change)
            change(options);
        service.emplace(std::move(options));
        service->start();
        listening = awaitFrame(*service,
                               [](const Frame &frame) {
                                   return frame.listener.listening || !frame.listener.error.isEmpty();
                               }) &&
                    !service->webhookUrl(kShop).isEmpty();
    }
    /// Lets whole seconds pass, one at a time.
    bool pass(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            if (!pass([](const Frame &) { return true; }))
                return false;
        }
        return true;
    }
    /// Lets a second pass, and waits for a frame behind it like this. While the clock stands a frame comes only when
    /// something changes, and can be had only once.
    FramePtr pass(const std::function<bool(const Frame &)> &condition)
    {
        m_millis += 1000;
        const auto now = fromUnixMillis(m_millis);
        return awaitFrame(*service, [&](const Frame &frame) { return frame.takenAt >= now && condition(frame); });
    }
    /// The tap's state, half a second later.
    bool tell(TapView::State state, EventFeed expected)
    {
        m_millis += 500;
        service->apply(noteOf(state));
        const auto came = awaitFrame(*service, [expected](const Frame &f) { return f.nodes.at(0).feed == expected; });
        return came != nullptr;
    }
    QByteArray telling(qint64 seconds)
    {
        const std::lock_guard lock(m_mutex);
        QByteArray result(seconds, ' ');
        for (qint64 i = 0; i < seconds; ++i) {
            if (const auto found = m_closed.find(i); found != m_closed.end())
                result[i] = tellingOf(found->second);
        }
        return result;
    }

private:
    std::atomic<qint64> m_millis;
    std::mutex m_mutex;
    std::map<qint64, SecondSample> m_closed;

public:
    std::shared_ptr<FailingDisk> disk = std::make_shared<FailingDisk>();
    bool listening = false;
    std::optional<IngestService> service; ///< last: until it goes it asks the clock, and closes seconds
};

/// As it stands on the disk now, as if the program were killed at this moment.
bool copyFolder(const QString &from, const QString &to)
{
    bool copied = QDir().mkpath(to);
    const auto entries = QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    for (const auto &entry : entries) {
        const QString target = to + u'/' + entry.fileName();
        copied =
            copied && (entry.isDir() ? copyFolder(entry.filePath(), target) : QFile::copy(entry.filePath(), target));
    }
    return copied;
}

/// Whether the history knows the second, one letter for each, from the first to the last of which it says anything.
QByteArray historyTelling(const QString &file, UtcSecond &first)
{
    const auto all = HistoryReader(file).load(kShop, {}, secondOf(utcNow()) + Seconds{3600});
    if (!all || all->coverage.empty())
        return {};
    first = all->coverage.front().from;
    QByteArray result((all->coverage.back().to - first).count(), ' ');
    for (const auto &span : all->coverage) {
        for (auto second = span.from; second < span.to; second += Seconds{1})
            result[(second - first).count()] = tellingOf({{}, span.knownMask, span.notMeasuredMask});
    }
    return result;
}

QByteArray withoutRepeats(const QByteArray &telling)
{
    QByteArray result;
    for (const char letter : telling) {
        if (!result.endsWith(letter))
            result += letter;
    }
    return result;
}

} // namespace

class TestTapFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTimeWithoutTheGatewayFromQuietTime();
    void replaysTheSame();
    void eachFileOfTheJournalSaysIt();
    void crashWhileTheTapIsOff_data();
    void crashWhileTheTapIsOff();
    void webhooksBesideItAreListenedTo();
    void portThatIsTakenDoesNotEndIt();
    void nodesComeAndGo();
    void takenOutIsUnknown_data();
    void takenOutIsUnknown();
    void fullDiskEndsIt();
};

void TestTapFeed::tellsTimeWithoutTheGatewayFromQuietTime()
{
    GatewayServer server(GatewayServer::Speaks::Waha, "");
    QVERIFY(server.start()); // for its port
    const auto url = server.url();
    server.stop();
    QTemporaryDir folder;
    const QString history = pathsBelow(folder.path()).historyFile();
    const auto run = [&](const std::function<void(Backend &, const std::function<bool(bool)> &)> &play) {
        SessionSecretStore secrets{{}, SessionSecretStore::Keychain::DoNotUse};
        Backend backend(pathsBelow(folder.path()), secrets);
        Config config;
        config.listener.port = 0;
        config.nodes = {shopWithTap(url)};
        QVERIFY(backend.start(config));
        play(backend, [&backend](bool measured) {
            return QTest::qWaitFor(
                [&backend, measured] {
                    const auto frame = backend.latestFrame();
                    if (!frame || !frame->listener.listening || !frame->nodes.at(0).series)
                        return false;
                    const auto &node = frame->nodes[0];
                    const auto &samples = node.series->samples;
                    // The last whole second and the running one.
                    const auto awaited = measured ? '#' : '/';
                    return node.tps[0].hasValue() == measured && node.utilisation(0).hasValue() == measured &&
                           tellingOf(samples.back()) == awaited && tellingOf(samples[samples.size() - 2]) == awaited;
                },
                TapWatch::kPatienceMs);
        });
        backend.stop();
    };
    run([&](Backend &backend, const std::function<bool(bool)> &isMeasured) {
        QVERIFY(isMeasured(false));
        QVERIFY(server.start());
        QVERIFY(isMeasured(true));
        // It proves the connection, so that the next attempt comes soon. In a second that ends before the connection.
        server.sendEvent("message.ack", 1);
        QVERIFY(QTest::qWaitFor(
            [&backend] {
                const auto frame = backend.latestFrame();
                return frame && frame->nodes.at(0).peak.tps > 0;
            },
            TapWatch::kPatienceMs));
        server.stop();
        QVERIFY(isMeasured(false));
        QVERIFY(server.start());
        QVERIFY(isMeasured(true));
    });
    UtcSecond first{};
    const auto live = historyTelling(history, first);
    // On a machine that stood still for long there are gaps.
    QCOMPARE(withoutRepeats(QByteArray(live).replace(' ', QByteArray())), QByteArray("/#/#"));

    // What is counted as capacity used, or left, is only what was measured.
    const auto report = HistoryReader(history).load(kShop, first, first + Seconds{live.size()});
    QVERIFY(report);
    QCOMPARE(report->knownSeconds, qint64{live.count('#')});
    QCOMPARE(report->secondsWithBudget, qint64{live.count('#')});
    QCOMPARE(report->notMeasuredSecondsOf[EventKind::Receive], qint64{live.count('/')});
    QCOMPARE(report->totals[EventKind::Read], quint64{1});

    // From the journal alone it is the same.
    server.stop();
    for (const auto &name : {"", "-wal", "-shm"})
        QFile::remove(history + QLatin1String(name));
    run([](Backend &, const std::function<bool(bool)> &isMeasured) { QVERIFY(isMeasured(false)); });
    UtcSecond firstAgain{};
    const auto again = historyTelling(history, firstAgain);
    QVERIFY(firstAgain == first);
    QCOMPARE(again.left(live.size()), live);
    QVERIFY2(again.endsWith('/'), again.constData());
}

void TestTapFeed::replaysTheSame()
{
    QTemporaryDir folder;
    QByteArray live;
    {
        Stage stage(folder.path(), 0);
        QVERIFY(stage.listening);
        QVERIFY(stage.pass(3));
        QVERIFY(stage.tell(TapView::Connected, EventFeed::Tap));
        QVERIFY(stage.pass(4));
        QVERIFY(stage.tell(TapView::Failed, EventFeed::None));
        QVERIFY(stage.pass(3));
        QVERIFY(stage.tell(TapView::Connecting, EventFeed::None));
        QVERIFY(stage.pass(2));
        QVERIFY(stage.tell(TapView::Connected, EventFeed::Tap));
        QVERIFY(stage.pass(3));
        stage.service->stop();
        live = stage.telling(17);
    }
    // In the middle of a second, and at the end of one.
    QCOMPARE(live.mid(1), QByteArray("///####//////###"));
    Stage later(folder.path(), 60);
    QVERIFY(later.listening);
    QCOMPARE(later.telling(17), live);
}

void TestTapFeed::eachFileOfTheJournalSaysIt()
{
    const auto shortFiles = [](IngestOptions &options) { options.journal.segmentAge = Seconds{2}; };
    QTemporaryDir folder;
    {
        Stage stage(folder.path(), 0, shortFiles);
        QVERIFY(stage.listening);
        QVERIFY(stage.pass(9));
        stage.service->stop();
    }
    const auto files = journalFiles(pathsBelow(folder.path()).journalDir());
    QVERIFY(files.size() >= 4);
    QVERIFY(QFile::remove(files[0].path));
    QVERIFY(QFile::remove(files[1].path));
    Stage later(folder.path(), 60);
    QVERIFY(later.listening);
    const auto telling = later.telling(9);
    QVERIFY2(telling.endsWith("//") && telling.count('#') == 0, telling.constData());
}

void TestTapFeed::crashWhileTheTapIsOff_data()
{
    QTest::addColumn<bool>("connectedBefore");
    QTest::addColumn<bool>("connectedAtTheEnd");
    QTest::newRow("never connected") << false << false;
    QTest::newRow("lost") << true << false;
    QTest::newRow("connected") << true << true;
}

void TestTapFeed::crashWhileTheTapIsOff()
{
    QFETCH(const bool, connectedBefore);
    QFETCH(const bool, connectedAtTheEnd);
    QTemporaryDir folder;
    QTemporaryDir after;
    QByteArray live;
    {
        Stage stage(folder.path(), 0);
        QVERIFY(stage.listening);
        QVERIFY(stage.pass(2));
        if (connectedBefore)
            QVERIFY(stage.tell(TapView::Connected, EventFeed::Tap));
        QVERIFY(stage.pass(3));
        if (!connectedAtTheEnd)
            QVERIFY(!connectedBefore || stage.tell(TapView::Failed, EventFeed::None));
        QVERIFY(stage.pass(3));
        live = stage.telling(7); // the eighth may be on its way to the disk
        QVERIFY(copyFolder(folder.path(), after.path() + QStringLiteral("/copy")));
    }
    Stage later(after.path() + QStringLiteral("/copy"), 20);
    QVERIFY(later.listening);
    QCOMPARE(later.telling(7), live);
    // Before it runs nothing is known, from then on that the tap is missing.
    QVERIFY(later.pass(3));
    const auto whole = later.telling(23);
    QCOMPARE(whole.mid(9, 11), QByteArray(11, ' '));
    QCOMPARE(whole.right(2), QByteArray("//"));
}

void TestTapFeed::webhooksBesideItAreListenedTo()
{
    const auto besideWebhooks = [](IngestOptions &options) { options.nodes[0].tap->besideWebhooks = true; };
    QTemporaryDir folder;
    QByteArray live;
    {
        Stage stage(folder.path(), 0, besideWebhooks);
        QVERIFY(stage.listening);
        QVERIFY(stage.pass(2));
        QVERIFY(stage.tell(TapView::Connected, EventFeed::Tap));
        QVERIFY(stage.pass(2));
        QVERIFY(stage.tell(TapView::Failed, EventFeed::Listener));
        QVERIFY(stage.pass(2));
        live = stage.telling(6);
    }
    QCOMPARE(live.mid(1), QByteArray("#####"));
    Stage later(folder.path(), 60, besideWebhooks);
    QVERIFY(later.listening);
    QCOMPARE(later.telling(6), live);
}

void TestTapFeed::portThatIsTakenDoesNotEndIt()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const auto withoutPort = [&other](IngestOptions &options) { options.listener.port = other.serverPort(); };
    QTemporaryDir folder;
    QTemporaryDir after;
    QByteArray live;
    {
        Stage stage(folder.path(), 0, withoutPort);
        QVERIFY(!stage.listening);
        QVERIFY(stage.pass(2));
        QVERIFY(stage.tell(TapView::Connected, EventFeed::Tap));
        QVERIFY(stage.pass(4));
        live = stage.telling(6);
        QVERIFY(copyFolder(folder.path(), after.path() + QStringLiteral("/copy")));
    }
    QCOMPARE(live, QByteArray("   ###"));
    Stage later(after.path() + QStringLiteral("/copy"), 60);
    QVERIFY(later.listening);
    QCOMPARE(later.telling(6), live);
}

void TestTapFeed::nodesComeAndGo()
{
    QTemporaryDir folder;
    Stage stage(folder.path(), 0);
    QVERIFY(stage.listening);
    QVERIFY(stage.tell(TapView::Connected, EventFeed::Tap));
    QVERIFY(stage.pass(3));
    // Its tap is taken from it: its webhooks are what there is now.
    auto node = shopWithTap({});
    node.tap.reset();
    stage.service->setNodes({node});
    QVERIFY(stage.tell(TapView::Off, EventFeed::Listener));
    QVERIFY(stage.pass(2));
    // Another one comes, with nothing but a tap.
    auto other = shopWithTap({});
    other.id = QStringLiteral("other");
    stage.service->setNodes({node, other});
    const auto both = awaitFrame(*stage.service, [](const Frame &frame) {
        return frame.nodes.size() == 2 && frame.nodes[1].feed == EventFeed::None;
    });
    QVERIFY(both);
    QVERIFY(both->nodes[0].feed == EventFeed::Listener);
    // The first gets its tap back, which is off.
    stage.service->setNodes({shopWithTap({}), other});
    QVERIFY(awaitFrame(*stage.service, [](const Frame &frame) { return frame.nodes.at(0).feed == EventFeed::None; }));
}

void TestTapFeed::takenOutIsUnknown_data()
{
    QTest::addColumn<bool>("byTap");
    QTest::addColumn<bool>("anotherStays");
    QTest::newRow("webhooks") << false << true;
    QTest::newRow("webhooks, the only node") << false << false;
    QTest::newRow("tap") << true << true;
    QTest::newRow("tap, the only node") << true << false;
}

void TestTapFeed::takenOutIsUnknown()
{
    QFETCH(const bool, byTap);
    QFETCH(const bool, anotherStays);
    auto shop = shopWithTap({});
    if (!byTap)
        shop.tap.reset();
    auto other = shopWithTap({});
    other.id = QStringLiteral("other");
    other.tap.reset();
    const auto others = anotherStays ? std::vector{other} : std::vector<NodeConfig>{};
    auto all = others;
    all.push_back(shop);
    const auto nodes = [](const std::vector<NodeConfig> &wanted) {
        return [wanted](IngestOptions &options) { options.nodes = wanted; };
    };
    const auto shows = [](Stage &stage, std::size_t count) {
        return awaitFrame(*stage.service, [count](const Frame &frame) { return frame.nodes.size() == count; });
    };
    QTemporaryDir folder;
    {
        Stage before(folder.path(), 0, nodes({other})); // a run that did not know it
        QVERIFY(before.pass(3));
        before.service->stop();
        QCOMPARE(before.telling(3), QByteArray("   "));
    }
    QByteArray live;
    {
        Stage stage(folder.path(), 3, nodes(all));
        const auto connected = TapNote{static_cast<NodeIndex>(others.size()), TapView::Connected, {}, utcNow()};
        const auto isFed = [&](const Frame &frame) {
            const auto *node = frame.node(kShop);
            return node && node->feed == (byTap ? EventFeed::Tap : EventFeed::Listener);
        };
        if (byTap) {
            stage.service->apply(connected);
            QVERIFY(awaitFrame(*stage.service, isFed));
        }
        QVERIFY(stage.pass(3));
        stage.service->setNodes(others);
        QVERIFY(shows(stage, others.size()));
        QVERIFY(stage.pass(4));
        stage.service->setNodes(all);
        QVERIFY(awaitFrame(*stage.service, isFed));
        QVERIFY(stage.pass(4));
        stage.service->stop();
        live = stage.telling(15);
    }
    QVERIFY2(withoutRepeats(live) == " # # ", live.constData());
    QVERIFY2(live.mid(7, 3) == "   ", live.constData());
    Stage later(folder.path(), 60, nodes(all));
    QVERIFY(later.listening);
    QCOMPARE(later.telling(15), live);
}

void TestTapFeed::fullDiskEndsIt()
{
    QTemporaryDir folder;
    QByteArray live;
    {
        Stage stage(folder.path(), 0);
        QVERIFY(stage.listening);
        QVERIFY(stage.tell(TapView::Connected, EventFeed::Tap));
        QVERIFY(stage.pass(3));
        stage.disk->writeError = ENOSPC;
        const auto full = stage.pass([](const Frame &f) { return f.nodes.at(0).feed == EventFeed::None; });
        QVERIFY(full);
        QVERIFY(!full->nodes[0].tps[0].hasValue());
        QVERIFY(stage.pass(2));
        stage.disk->writeError = 0;
        QVERIFY(awaitFrame(*stage.service, [](const Frame &f) { return f.nodes.at(0).feed == EventFeed::Tap; }));
        QVERIFY(stage.pass(4));
        stage.service->stop();
        live = stage.telling(9);
    }
    // What is missing is room on the disk, not the tap: nothing is known.
    QCOMPARE(live.mid(1, 2), QByteArray("##"));
    QVERIFY2(live.endsWith("##"), live.constData());
    QVERIFY2(withoutRepeats(live.mid(1)) == "# #", live.constData());
    Stage later(folder.path(), 60);
    QVERIFY(later.listening);
    QCOMPARE(later.telling(9), live);
}

BAROGRAPH_TEST(TestTapFeed)
#include "tst_tap_feed.moc"
