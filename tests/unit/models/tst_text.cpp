// SPDX-License-Identifier: GPL-3.0-or-later
#include "meter_fixture.h"
#include "test_case.h"
#include "text/joined.h"
#include "text/labels.h"
#include "text/reading_text.h"
#include "text/shown_locale.h"

using namespace barograph;
using namespace barograph::test;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void durations_data();
    void durations();
    void numbers();
    void ages();
    void truths();
    void typedReadings();
    void labels();
    void joined();
};

void TestText::durations_data()
{
    QTest::addColumn<qint64>("millis");
    QTest::addColumn<QString>("expected");
    const auto row = [](qint64 millis, const char *expected) {
        QTest::newRow(expected) << millis << QString::fromLatin1(expected);
    };
    row(0, "0 s");
    row(40, "0.1 s");
    row(420, "0.4 s");
    row(949, "0.9 s");
    row(12'000, "12 s");
    row(60'000, "1 min");
    row(252'000, "4 min 12 s");
    row(3 * 3'600'000, "3 h");
    row(3 * 3'600'000 + 5 * 60'000 + 59'000, "3 h 5 min");
    row(52LL * 3'600'000, "2 d 4 h");
    row(48LL * 3'600'000, "2 d");
    QTest::newRow("negative") << -5000LL << QStringLiteral("0 s");
    QTest::newRow("almost a second") << 960LL << QStringLiteral("1 s");
    QTest::newRow("more than a second") << 1999LL << QStringLiteral("1 s");
}

void TestText::durations()
{
    QFETCH(qint64, millis);
    QFETCH(QString, expected);
    QCOMPARE(formatDuration(Millis{millis}), expected);
}

void TestText::numbers()
{
    QCOMPARE(formatCount(1'234'567), QStringLiteral("1,234,567"));
    QCOMPARE(formatCount(-12), QStringLiteral("-12"));
    QCOMPARE(formatRate(0), QStringLiteral("0"));
    QCOMPARE(formatRate(12.34), QStringLiteral("12.3"));
    QCOMPARE(formatRate(99.96), QStringLiteral("100"));
    QCOMPARE(formatRate(1234.6), QStringLiteral("1,235"));
    QCOMPARE(formatPercent(0), QStringLiteral("0%"));
    QCOMPARE(formatPercent(0.035), QStringLiteral("3.5%"));
    QCOMPARE(formatPercent(0.64), QStringLiteral("64%"));
    QCOMPARE(formatPercent(1.5), QStringLiteral("150%"));
    QCOMPARE(formatPercent(1e9), QStringLiteral("> 9,999%"));
    QCOMPARE(formatUtc(kNoon), QStringLiteral("2026-03-01 12:00:00 UTC"));
}

void TestText::ages()
{
    QCOMPARE(formatAge(kNoon, noonPlus(999)), QStringLiteral("just now"));
    QCOMPARE(formatAge(kNoon, noonPlus(-5000)), QStringLiteral("just now"));
    QCOMPARE(formatAge(kNoon, noonPlus(12'900)), QStringLiteral("12 s ago"));
    QCOMPARE(formatAge(kNoon, noonPlus(252'000)), QStringLiteral("4 min 12 s ago"));
}

void TestText::truths()
{
    using Tps = Reading<double>;
    const auto now = noonPlus(12'400);
    QCOMPARE(formatReading(Tps(), now), QStringLiteral("unknown"));
    QCOMPARE(formatReading(Tps::notSupported(), now), QStringLiteral("not available"));
    QCOMPARE(formatReading(Tps::notMeasured(), now), QStringLiteral("not measured"));
    QCOMPARE(formatReading(Tps::estimated(12.34, kNoon), now), QStringLiteral("≈ 12.3/s"));
    QCOMPARE(formatReading(Tps::measured(12.34, kNoon).asStale(), now), QStringLiteral("12.3/s (stale 12 s)"));
    QCOMPARE(formatReading(Tps::measured(12.34, kNoon), now), QStringLiteral("12.3/s"));
    QCOMPARE(formatReading(Tps::measured(0, kNoon), now), QStringLiteral("0/s"));
}

void TestText::typedReadings()
{
    QCOMPARE(formatReading(Reading<qint64>::measured(100'000, kNoon), kNoon), QStringLiteral("100,000"));
    QCOMPARE(formatReading(Reading<quint32>::estimated(510, kNoon), kNoon), QStringLiteral("≈ 510"));
    QCOMPARE(formatReading(Reading<Millis>::measured(Millis{3000}, kNoon), kNoon), QStringLiteral("3 s"));
    QCOMPARE(formatUtilisation(Reading<double>::measured(0.64, kNoon), kNoon), QStringLiteral("64%"));
    QCOMPARE(formatUtilisation({}, kNoon), QStringLiteral("unknown"));
    const auto paused = Reading<bool>::measured(true, kNoon);
    QCOMPARE(
        formatReading(paused, kNoon, [](bool on) { return on ? QStringLiteral("paused") : QStringLiteral("running"); }),
        QStringLiteral("paused"));
}

void TestText::labels()
{
    for (const auto kind : kEventKinds)
        QVERIFY(!eventKindText(kind).isEmpty());
    for (std::size_t i = 0; i < kApartKindCount; ++i)
        QVERIFY(!apartKindText(static_cast<ApartKind>(i)).isEmpty());
    for (int i = 0; i <= static_cast<int>(NodeState::Off); ++i)
        QVERIFY(!nodeStateText(static_cast<NodeState>(i)).isEmpty());
    for (int i = 0; i <= static_cast<int>(SendSource::StatsCounter); ++i)
        QVERIFY(!sendSourceText(static_cast<SendSource>(i)).isEmpty());
    for (int i = 0; i <= static_cast<int>(ControlOutcome::Cancelled); ++i)
        QVERIFY(!controlOutcomeText(static_cast<ControlOutcome>(i)).isEmpty());
}

void TestText::joined()
{
    const auto restore = qScopeGuard([] { setShownLocale({QLocale::English, QLocale::UnitedStates}); });
    const QStringList three{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    QCOMPARE(joinedList({}), QString());
    QCOMPARE(joinedList({QString(), QStringLiteral("a")}), QStringLiteral("a"));
    QCOMPARE(joinedList(three.mid(0, 2)), QStringLiteral("a and b"));
    QCOMPARE(joinedList(three), QStringLiteral("a, b, and c"));
    setShownLocale({QLocale::Spanish, QLocale::Spain});
    QCOMPARE(joinedList(three), QStringLiteral("a, b y c"));
    QCOMPARE(joinedSentences({QStringLiteral("A."), QString(), QStringLiteral("B. 100%1")}),
             QStringLiteral("A. B. 100%1"));
    QCOMPARE(joinedSentences({}), QString());
}

BAROGRAPH_TEST(TestText)
#include "tst_text.moc"
