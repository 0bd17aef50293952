// SPDX-License-Identifier: GPL-3.0-or-later
#include "meter_fixture.h"
#include "storms/group_directory.h"
#include "storms/storm_detector.h"
#include "test_case.h"

#include <numeric>

using namespace barograph;
using namespace barograph::test;

namespace {

quint64 person(quint64 number)
{
    return (number + 1) * 0x9e3779b97f4a7c15ULL;
}

KnownGroup group(quint64 id, quint64 first, quint64 count)
{
    KnownGroup known{{5, id}, QStringLiteral("Group %1").arg(id), static_cast<quint32>(count), {}};
    for (quint64 i = 0; i < count; ++i)
        known.participants.push_back(person(first + i));
    return known;
}

std::vector<quint64> people(quint64 first, quint64 count)
{
    std::vector<quint64> result;
    for (quint64 i = 0; i < count; ++i)
        result.push_back(person(first + i));
    return result;
}

IngestedEvent delivery(quint64 message, quint64 who, UtcTime at)
{
    IngestedEvent event;
    event.kind = EventKind::Delivery;
    event.message = {7, message};
    event.participant = {9, person(who)};
    event.arrival = at;
    return event;
}

} // namespace

class TestGroupDirectory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void match_data();
    void match();
    void bounds();
    void changesAreNoticed();
    void stormIsNamedByItsMembers();
    void namedWhenTheGroupIsToldLater();
    void receiptsThatNameTheGroupWin();
};

void TestGroupDirectory::match_data()
{
    QTest::addColumn<quint64>("first");
    QTest::addColumn<quint64>("count");
    QTest::addColumn<quint64>("strangers");
    QTest::addColumn<quint64>("named");
    QTest::addColumn<int>("members");
    QTest::addColumn<quint32>("atMost");
    const auto row = [](const char *name, quint64 first, quint64 count, quint64 strangers, quint64 named, int members,
                        quint32 atMost) {
        QTest::newRow(name) << first << count << strangers << named << members << atMost;
    };
    // 1: 0–99. 2: 50–249, 3: 1000–1099 and 4 the same people, 5: 2000–2019 within 6: 2000–2199.
    row("too few", 0, 2, 0, 0, -1, 0);
    row("three of one group", 0, 3, 0, 1, 100, 100);
    row("one of three is a stranger", 0, 2, 1, 0, -1, 0);
    row("one of eleven is a stranger", 0, 10, 1, 1, 100, 100);
    row("in two groups, too early", 50, 3, 0, 0, -1, 200);
    row("in two groups, the smaller by then", 50, 10, 0, 1, 100, 100);
    row("only in the larger", 120, 10, 0, 2, 200, 200);
    row("identical members", 1000, 50, 0, 0, 100, 100);
    row("a whole small group within a large one", 2000, 20, 0, 5, 20, 20);
    row("beyond the small one", 2000, 40, 0, 6, 200, 200);
    row("nobody known", 9000, 50, 0, 0, -1, 0);
}

void TestGroupDirectory::match()
{
    QFETCH(quint64, first);
    QFETCH(quint64, count);
    QFETCH(quint64, strangers);
    QFETCH(quint64, named);
    QFETCH(int, members);
    QFETCH(quint32, atMost);
    GroupDirectory groups;
    for (const auto &each : {group(1, 0, 100), group(2, 50, 200), group(3, 1000, 100), group(4, 1000, 100),
                             group(5, 2000, 20), group(6, 2000, 200)})
        groups.set(each, kNoon);
    auto seen = people(first, count);
    for (const auto stranger : people(50'000, strangers))
        seen.push_back(stranger);
    const auto found = groups.match(seen);
    QCOMPARE(found.group, (named == 0 ? Fingerprint{} : Fingerprint{5, named}));
    QCOMPARE(found.members ? static_cast<int>(*found.members) : -1, members);
    QCOMPARE(found.membersAtMost, atMost);
}

void TestGroupDirectory::bounds()
{
    GroupDirectory groups;
    for (quint64 i = 0; i < 1'500; ++i)
        groups.set(group(i, i * 1'000, 400), noonPlus(static_cast<qint64>(i)));
    QCOMPARE(groups.groupCount(), GroupDirectory::kMostParticipants / 400);
    QVERIFY2(groups.memoryBytes() < 2'600'000, qPrintable(QString::number(groups.memoryBytes())));
    QVERIFY(groups.sizeOf({5, 1'499}).hasValue());
    QVERIFY(!groups.sizeOf({5, 0}).hasValue()); // the oldest went
    for (quint64 i = 0; i < 1'500; ++i)
        groups.set(group(i, i * 1'000, 3), noonPlus(10'000 + static_cast<qint64>(i)));
    QCOMPARE(groups.groupCount(), GroupDirectory::kMostGroups);
    // Too large to look into: the size is kept.
    auto huge = group(9'999, 0, GroupDirectory::kMostParticipants + 1);
    huge.subject = QString(10'000, u'x');
    groups.set(std::move(huge), noonPlus(20'000));
    QCOMPARE(groups.sizeOf({5, 9'999}).value(), static_cast<quint32>(GroupDirectory::kMostParticipants + 1));
    QCOMPARE(groups.subjectOf({5, 9'999}).size(), qsizetype{GroupDirectory::kLongestSubject});
    QVERIFY(groups.groupCount() <= GroupDirectory::kMostGroups);
}

void TestGroupDirectory::changesAreNoticed()
{
    GroupDirectory groups;
    groups.set(group(1, 0, 10), kNoon);
    const auto first = groups.revision();
    groups.set(group(1, 0, 10), noonPlus(1'000));
    QCOMPARE(groups.revision(), first);
    QCOMPARE(groups.sizeOf({5, 1}).takenAt(), noonPlus(1'000));
    groups.set(group(1, 0, 11), noonPlus(2'000));
    QVERIFY(groups.revision() != first);
    QCOMPARE(groups.groupCount(), std::size_t{1});
    QCOMPARE(groups.largest(), 11U);
}

void TestGroupDirectory::stormIsNamedByItsMembers()
{
    StormDetector detector;
    detector.setGroup(group(1, 0, 255), kNoon);
    detector.setGroup(group(2, 255, 255), kNoon);
    for (quint64 i = 0; i < 5; ++i)
        detector.add(delivery(1, 300 + 7 * i, noonPlus(100)), noonPlus(100));
    const auto view = detector.strongest(noonPlus(1'000), 1, {}).at(0);
    QCOMPARE(view.group, (Fingerprint{5, 2}));
    QCOMPARE(view.groupSubject, QStringLiteral("Group 2"));
    QCOMPARE(view.fanOutBasis, FanOutBasis::GroupSize);
    QCOMPARE(view.fanOut.truth(), Truth::Measured);
    QCOMPARE(view.fanOut.value(), 510U); // from its first second on
}

void TestGroupDirectory::namedWhenTheGroupIsToldLater()
{
    StormDetector detector;
    for (quint64 i = 0; i < 40; ++i)
        detector.add(delivery(1, i, noonPlus(100)), noonPlus(100));
    QVERIFY(detector.strongest(noonPlus(1'000), 1, {}).at(0).group.isNull());
    detector.setGroup(group(1, 0, 255), noonPlus(2'000));
    detector.add(delivery(1, 40, noonPlus(2'100)), noonPlus(2'100));
    QCOMPARE(detector.strongest(noonPlus(2'200), 1, {}).at(0).group, (Fingerprint{5, 1}));
}

void TestGroupDirectory::receiptsThatNameTheGroupWin()
{
    StormDetector detector;
    detector.setGroup(group(1, 0, 255), kNoon);
    detector.setGroup({{5, 2}, QStringLiteral("Told"), 60, {}}, kNoon);
    for (quint64 i = 0; i < 40; ++i) {
        auto event = delivery(1, i, noonPlus(100));
        event.group = {5, 2};
        detector.add(event, noonPlus(100));
    }
    const auto view = detector.strongest(noonPlus(1'000), 1, {}).at(0);
    QCOMPARE(view.groupSubject, QStringLiteral("Told"));
    QCOMPARE(view.fanOut.value(), 120U);
}

BAROGRAPH_TEST(TestGroupDirectory)
#include "tst_group_directory.moc"
