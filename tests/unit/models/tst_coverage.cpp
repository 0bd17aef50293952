// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/coverage.h"
#include "test_case.h"

#include <map>
#include <random>
#include <tuple>

using namespace barograph;

namespace {

CoverageSpan span(qint64 from, qint64 to, quint8 known = 15, quint8 notMeasured = 0, double tps = 20)
{
    return {fromUnixSeconds(from), fromUnixSeconds(to), known, notMeasured, tps};
}

using Spans = std::vector<CoverageSpan>;
using Said = std::tuple<quint8, quint8, double>;

/// One entry per second: the slow way of saying the same.
std::map<qint64, Said> spelledOut(const Spans &spans)
{
    std::map<qint64, Said> seconds;
    for (const auto &s : spans) {
        for (auto at = unixSeconds(s.from); at < unixSeconds(s.to); ++at)
            seconds[at] = {s.knownMask, s.notMeasuredMask, s.allocatedTps};
    }
    return seconds;
}

} // namespace

class TestCoverage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overlays_data()
    {
        QTest::addColumn<Spans>("before");
        QTest::addColumn<CoverageSpan>("laid");
        QTest::addColumn<Spans>("after");

        QTest::newRow("first") << Spans{} << span(10, 20) << Spans{span(10, 20)};
        QTest::newRow("extends") << Spans{span(10, 20)} << span(20, 21) << Spans{span(10, 21)};
        QTest::newRow("extends to the front") << Spans{span(10, 20)} << span(5, 10) << Spans{span(5, 20)};
        QTest::newRow("again") << Spans{span(10, 20)} << span(10, 20) << Spans{span(10, 20)};
        QTest::newRow("inside, the same") << Spans{span(10, 20)} << span(12, 15) << Spans{span(10, 20)};
        QTest::newRow("gap stays") << Spans{span(10, 20)} << span(21, 30) << Spans{span(10, 20), span(21, 30)};
        QTest::newRow("fills a gap") << Spans{span(10, 20), span(21, 30)} << span(20, 21) << Spans{span(10, 30)};
        QTest::newRow("mask changes inside")
            << Spans{span(10, 20)} << span(12, 15, 7, 8) << Spans{span(10, 12), span(12, 15, 7, 8), span(15, 20)};
        QTest::newRow("budget changes at the end")
            << Spans{span(10, 20)} << span(15, 25, 15, 0, 40) << Spans{span(10, 15), span(15, 25, 15, 0, 40)};
        QTest::newRow("covers several") << Spans{span(10, 12), span(14, 16, 7, 8), span(18, 20)} << span(11, 19)
                                        << Spans{span(10, 20)};
        QTest::newRow("covers several, other budget")
            << Spans{span(10, 12), span(14, 16, 7, 8), span(18, 20)} << span(11, 19, 15, 0, 80)
            << Spans{span(10, 11), span(11, 19, 15, 0, 80), span(19, 20)};
        QTest::newRow("before all") << Spans{span(10, 20)} << span(1, 2) << Spans{span(1, 2), span(10, 20)};
        QTest::newRow("says nothing: cuts")
            << Spans{span(10, 20)} << span(12, 15, 0, 0) << Spans{span(10, 12), span(15, 20)};
        QTest::newRow("not measured at all is still said") << Spans{} << span(1, 3, 0, 15) << Spans{span(1, 3, 0, 15)};
        QTest::newRow("empty") << Spans{span(10, 20)} << span(15, 15) << Spans{span(10, 20)};
        QTest::newRow("backwards") << Spans{span(10, 20)} << span(16, 12) << Spans{span(10, 20)};
    }
    void overlays()
    {
        QFETCH(Spans, before);
        QFETCH(CoverageSpan, laid);
        QFETCH(Spans, after);
        overlay(before, laid);
        QVERIFY(before == after);
    }

    void agreesWithSecondBySecond()
    {
        std::mt19937 random(20260131);
        std::uniform_int_distribution<int> start(0, 60);
        std::uniform_int_distribution<int> length(1, 15);
        std::uniform_int_distribution<int> mask(0, 2);
        std::uniform_int_distribution<int> budget(0, 1);
        for (int round = 0; round < 300; ++round) {
            Spans spans;
            std::map<qint64, Said> expected;
            for (int step = 0; step < 25; ++step) {
                const qint64 from = start(random);
                const auto known = static_cast<quint8>(mask(random) * 7);
                const auto laid = span(from, from + length(random), known, 0, budget(random) * 20.0);
                overlay(spans, laid);
                for (auto at = unixSeconds(laid.from); at < unixSeconds(laid.to); ++at) {
                    if (known == 0)
                        expected.erase(at);
                    else
                        expected[at] = {laid.knownMask, laid.notMeasuredMask, laid.allocatedTps};
                }
                QVERIFY(spelledOut(spans) == expected);
                for (std::size_t i = 0; i < spans.size(); ++i) {
                    QVERIFY(spans[i].from < spans[i].to);
                    if (i == 0)
                        continue;
                    QVERIFY(spans[i - 1].to <= spans[i].from);
                    QVERIFY(spans[i - 1].to < spans[i].from || !spans[i - 1].saysTheSameAs(spans[i]));
                }
            }
        }
    }
};

BAROGRAPH_TEST(TestCoverage)
#include "tst_coverage.moc"
