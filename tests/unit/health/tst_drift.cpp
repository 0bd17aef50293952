// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/drift.h"
#include "test_case.h"

using namespace barograph;
using namespace std::chrono_literals;

namespace {

const UtcTime kNoon = fromUnixMillis(1'772'366'400'000);
const QString kRead = QStringLiteral("webhooks.message.read");
const QString kUrl = QStringLiteral("webhooks.url");

std::vector<SettingSeen> settings(const char *read, const char *url = "https://a.example")
{
    return {{kRead, QString::fromLatin1(read)}, {kUrl, QString::fromLatin1(url)}};
}

} // namespace

class TestDrift : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstLookIsNoNews()
    {
        DriftWatch watch;
        watch.apply(settings("on"), kNoon);
        QVERIFY(!watch.view(kNoon));
        QVERIFY(watch.takeToStore());
        QVERIFY(!watch.takeToStore());
        watch.apply(settings("on"), kNoon + 60s);
        QVERIFY(!watch.view(kNoon + 60s));
        QVERIFY(!watch.takeToStore());
    }

    void aChangeIsToldUntilItIsDismissedOrOld()
    {
        DriftWatch watch;
        watch.apply(settings("on"), kNoon);
        watch.apply(settings("off"), kNoon + 60s);
        watch.apply(settings("off"), kNoon + 120s);
        const auto drift = watch.view(kNoon + 23h);
        QVERIFY(drift);
        QCOMPARE(drift->seenAt, kNoon + 60s);
        QCOMPARE(drift->changes.size(), std::size_t{1});
        QVERIFY(drift->changes.front() == (SettingChange{kRead, QStringLiteral("on"), QStringLiteral("off")}));
        QVERIFY(!watch.view(kNoon + 60s + 24h));
        watch.dismiss();
        QVERIFY(!watch.view(kNoon + 120s));
        QVERIFY(watch.takeToStore());
    }

    void changesAddUpAndCancelOut()
    {
        DriftWatch watch;
        watch.apply(settings("on"), kNoon);
        watch.apply(settings("off"), kNoon + 60s);
        watch.apply(settings("off", "https://b.example"), kNoon + 120s);
        QCOMPARE(watch.view(kNoon + 120s)->changes.size(), std::size_t{2});
        QCOMPARE(watch.view(kNoon + 120s)->seenAt, kNoon + 120s);
        watch.apply(settings("on", "https://b.example"), kNoon + 180s);
        QCOMPARE(watch.view(kNoon + 180s)->changes.size(), std::size_t{1});
        QCOMPARE(watch.view(kNoon + 180s)->changes.front().key, kUrl);
        watch.apply(settings("on"), kNoon + 240s);
        QVERIFY(!watch.view(kNoon + 240s));
    }

    void ourOwnChangesAreNoNews_data()
    {
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("isOurs");
        QTest::newRow("ours") << "off" << 1 << true;
        QTest::newRow("another value") << "on" << 1 << false;
        QTest::newRow("long ago") << "off" << 16 << false;
    }
    void ourOwnChangesAreNoNews()
    {
        QFETCH(const QString, after);
        QFETCH(const int, minutes);
        QFETCH(const bool, isOurs);
        DriftWatch watch;
        watch.apply(settings("on"), kNoon);
        watch.noteOurs({{kRead, QStringLiteral("on"), after}}, kNoon + 1s);
        // A look that was under way still shows the former state.
        watch.apply(settings("on"), kNoon + 2s);
        watch.apply(settings("off"), kNoon + std::chrono::minutes{minutes});
        QCOMPARE(!watch.view(kNoon + 1h), isOurs);
        if (!isOurs)
            return;
        // Once: the same change made later is somebody else's.
        watch.apply(settings("on"), kNoon + 70s);
        watch.apply(settings("off"), kNoon + 80s);
        QVERIFY(!watch.view(kNoon + 80s)); // there and back
        watch.apply(settings("on"), kNoon + 90s);
        QVERIFY(watch.view(kNoon + 90s));
    }

    void anAddressOfOursIsKnownBeforeItsHash()
    {
        DriftWatch watch;
        watch.apply(settings("on"), kNoon);
        watch.noteOurs({{kUrl, QStringLiteral("https://a.example"), QStringLiteral("https://b.example/•••")}}, kNoon);
        watch.apply({{kRead, QStringLiteral("on")}, {kUrl, QStringLiteral("https://b.example/••• #4c1d")}},
                    kNoon + 60s);
        QVERIFY(!watch.view(kNoon + 60s));
    }

    void keysComeAndGo()
    {
        const auto changes = settingChanges(
            settings("on"), {{kRead, QStringLiteral("on")}, {QStringLiteral("wa_id"), QStringLiteral("1")}});
        QCOMPARE(changes.size(), std::size_t{2});
        QVERIFY(changes[0] == (SettingChange{QStringLiteral("wa_id"), {}, QStringLiteral("1")}));
        QVERIFY(changes[1] == (SettingChange{kUrl, QStringLiteral("https://a.example"), {}}));
    }

    void isSeenAcrossARestart()
    {
        DriftWatch before;
        before.apply(settings("on"), kNoon);
        const auto memory = before.takeToStore();
        QVERIFY(memory);
        DriftWatch after;
        after.restore(*memory);
        QVERIFY(!after.view(kNoon));
        after.apply(settings("off"), kNoon + 1h);
        QVERIFY(after.view(kNoon + 1h));
        // And what was not dismissed yet is still there.
        DriftWatch third;
        third.restore(*after.takeToStore());
        QVERIFY(third.view(kNoon + 2h));
        // What this run has seen is newer than what an earlier one remembers.
        DriftWatch late;
        late.apply(settings("off"), kNoon + 1h);
        late.restore(*memory);
        late.apply(settings("off"), kNoon + 2h);
        QVERIFY(!late.view(kNoon + 2h));
    }
};

BAROGRAPH_TEST(TestDrift)
#include "tst_drift.moc"
