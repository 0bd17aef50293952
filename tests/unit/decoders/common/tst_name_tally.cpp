// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/name_tally.h"
#include "test_case.h"

using namespace barograph;

class TestNameTally : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsByPlaceAndName();
    void keepsNothingThatCouldBeANumberOrText_data();
    void keepsNothingThatCouldBeANumberOrText();
    void keepsFrequentNamesWhateverElseComes();
};

void TestNameTally::countsByPlaceAndName()
{
    NameTally tally;
    tally.add("statuses", "extra");
    tally.add("messages", "extra");
    tally.add("statuses", "extra");
    tally.add({}, "object");
    const auto top = tally.top();
    QCOMPARE(top.size(), std::size_t{3});
    QCOMPARE(top[0], std::make_pair(std::string("statuses.extra"), quint64{2}));
    QCOMPARE(tally.total(), quint64{4});
}

void TestNameTally::keepsNothingThatCouldBeANumberOrText_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("phone number") << QByteArray("16315551234");
    QTest::newRow("number inside") << QByteArray("id_16315551234");
    QTest::newRow("sentence") << QByteArray("hello there");
    QTest::newRow("not ASCII") << QByteArray("na\xC3\xAFve");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("too long") << QByteArray(49, 'a');
}

void TestNameTally::keepsNothingThatCouldBeANumberOrText()
{
    QFETCH(QByteArray, name);
    NameTally tally;
    tally.add("statuses", name.toStdString());
    QCOMPARE(tally.top().at(0).first, std::string("statuses.(other)"));
}

void TestNameTally::keepsFrequentNamesWhateverElseComes()
{
    NameTally tally;
    for (int i = 0; i < 10000; ++i) {
        tally.add({}, "often");
        std::string rare = "n";
        for (int rest = i; rest > 0; rest /= 26)
            rare.push_back(static_cast<char>('a' + rest % 26));
        tally.add({}, rare);
    }
    QCOMPARE(tally.top().size(), NameTally::kPlaces);
    QCOMPARE(tally.top().at(0).first, std::string("often"));
    QCOMPARE(tally.top().at(0).second, quint64{10000});
}

BAROGRAPH_TEST(TestNameTally)
#include "tst_name_tally.moc"
