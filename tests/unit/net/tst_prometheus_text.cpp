// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/prometheus_text.h"
#include "test_case.h"

#include <cmath>
#include <limits>

using namespace barograph;

namespace {

using Labels = std::vector<std::pair<std::string, std::string>>;

PrometheusText parse(const QByteArray &text, const PrometheusLimits &limits = {})
{
    return parsePrometheusText(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), limits);
}

} // namespace

Q_DECLARE_METATYPE(Labels)

class TestPrometheusText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsSamples_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("name");
        QTest::addColumn<Labels>("labels");
        QTest::addColumn<double>("value");
        const double infinity = std::numeric_limits<double>::infinity();
        QTest::newRow("bare") << QByteArray("pending_messages 0") << "pending_messages" << Labels{} << 0.0;
        QTest::newRow("no blank after comma")
            << QByteArray(R"(m{type="",retry="0"} 12)") << "m" << Labels{{"type", ""}, {"retry", "0"}} << 12.0;
        QTest::newRow("blanks everywhere")
            << QByteArray("  m  { a = \"1\" , b = \"2\" }  7  ") << "m" << Labels{{"a", "1"}, {"b", "2"}} << 7.0;
        QTest::newRow("trailing comma") << QByteArray(R"(m{a="1",} 7)") << "m" << Labels{{"a", "1"}} << 7.0;
        QTest::newRow("empty labels") << QByteArray("m{} 7") << "m" << Labels{} << 7.0;
        QTest::newRow("no blank before value") << QByteArray(R"(m{a="1"}7)") << "m" << Labels{{"a", "1"}} << 7.0;
        QTest::newRow("timestamp") << QByteArray("m 7 1395066363000") << "m" << Labels{} << 7.0;
        QTest::newRow("tabs") << QByteArray("m\t7\t-1") << "m" << Labels{} << 7.0;
        QTest::newRow("exponent") << QByteArray("m 1.5E+3") << "m" << Labels{} << 1500.0;
        QTest::newRow("plus sign") << QByteArray("m +3") << "m" << Labels{} << 3.0;
        QTest::newRow("leading point") << QByteArray("m .5") << "m" << Labels{} << 0.5;
        QTest::newRow("infinity") << QByteArray("m -Inf") << "m" << Labels{} << -infinity;
        QTest::newRow("escapes") << QByteArray(R"(m{a="q\"b\\n\nx\ty"} 1)") << "m" << Labels{{"a", "q\"b\\n\nx\\ty"}}
                                 << 1.0;
        QTest::newRow("braces in a value") << QByteArray(R"(m{a="}{,="} 1)") << "m" << Labels{{"a", "}{,="}} << 1.0;
        QTest::newRow("CRLF") << QByteArray("m 1\r\n") << "m" << Labels{} << 1.0;
        QTest::newRow("colon name") << QByteArray("job:m:rate5m 1") << "job:m:rate5m" << Labels{} << 1.0;
        QTest::newRow("UTF-8 value") << QByteArray("m{a=\"\xc3\xa9\"} 1") << "m" << Labels{{"a", "\xc3\xa9"}} << 1.0;
    }
    void readsSamples()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, name);
        QFETCH(Labels, labels);
        QFETCH(double, value);
        const PrometheusText text = parse(line);
        QCOMPARE(text.rejectedLines, std::size_t{0});
        QCOMPARE(text.samples.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(text.samples.front().name), name);
        QVERIFY(text.samples.front().labels == labels);
        QVERIFY(text.samples.front().value == value);
    }

    void rejectsLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no value") << QByteArray("m");
        QTest::newRow("blank value") << QByteArray("m   ");
        QTest::newRow("word as value") << QByteArray("m abc");
        QTest::newRow("half a number") << QByteArray("m 12x");
        QTest::newRow("two signs") << QByteArray("m --1");
        QTest::newRow("hex") << QByteArray("m 0x10");
        QTest::newRow("out of range") << QByteArray("m 1e999");
        QTest::newRow("nan with payload") << QByteArray("m nan(1)");
        QTest::newRow("starts with digit") << QByteArray("1m 1");
        QTest::newRow("dash in name") << QByteArray("a-b 1");
        QTest::newRow("open labels") << QByteArray(R"(m{a="1" 7)");
        QTest::newRow("open string") << QByteArray(R"(m{a="1} 7)");
        QTest::newRow("escape at the end") << QByteArray(R"(m{a="1\)");
        QTest::newRow("no equals") << QByteArray(R"(m{a"1"} 7)");
        QTest::newRow("no quotes") << QByteArray("m{a=1} 7");
        QTest::newRow("comma first") << QByteArray(R"(m{,a="1"} 7)");
        QTest::newRow("two commas") << QByteArray(R"(m{a="1",,b="2"} 7)");
        QTest::newRow("no comma") << QByteArray(R"(m{a="1"b="2"} 7)");
        QTest::newRow("closed twice") << QByteArray(R"(m{a="1"}} 7)");
        QTest::newRow("brace only") << QByteArray("{");
        QTest::newRow("nameless") << QByteArray(R"({a="1"} 7)");
        QTest::newRow("bad timestamp") << QByteArray("m 1 now");
        QTest::newRow("too many words") << QByteArray("m 1 2 3");
        QTest::newRow("zero bytes") << QByteArray("m\0 1", 4);
        QTest::newRow("html") << QByteArray("<html>");
    }
    void rejectsLines()
    {
        QFETCH(QByteArray, line);
        const PrometheusText text = parse("before 1\n" + line + "\nafter 2\n");
        QCOMPARE(text.rejectedLines, std::size_t{1});
        QCOMPARE(text.samples.size(), std::size_t{2});
        QCOMPARE(text.samples.back().name, std::string("after"));
    }

    void readsNotANumber() { QVERIFY(std::isnan(parse("m NaN").samples.at(0).value)); }

    void skipsCommentsAndEmptyLines()
    {
        const PrometheusText text = parse("# HELP m help\n\n  \r\n#\n# TYPE m counter\nm 1");
        QCOMPARE(text.samples.size(), std::size_t{1});
        QCOMPARE(text.rejectedLines, std::size_t{0});
    }

    void keepsItsLimits()
    {
        PrometheusLimits limits;
        limits.maxSamples = 2;
        limits.maxLineBytes = 10;
        limits.maxLabels = 1;
        const PrometheusText many = parse("a 1\nb 2\nc 3\n", limits);
        QCOMPARE(many.samples.size(), std::size_t{2});
        QVERIFY(many.truncated);
        QVERIFY(!parse("a 1\nb 2\n\n# end\n", limits).truncated);
        QCOMPARE(parse("a_very_long_name 1", limits).rejectedLines, std::size_t{1});
        limits.maxLineBytes = 100;
        QCOMPARE(parse(R"(m{a="1",b="2"} 7)", limits).rejectedLines, std::size_t{1});
    }

    void survivesEveryCutOfAText()
    {
        const QByteArray whole = "# TYPE m counter\nm{a=\"x\\\"y\",b=\"\"} 1.5e3 123\r\nn NaN\nbroken{\n";
        for (qsizetype length = 0; length <= whole.size(); ++length) {
            const PrometheusText text = parse(whole.left(length));
            QVERIFY(text.samples.size() <= 2);
        }
    }
};

BAROGRAPH_TEST(TestPrometheusText)
#include "tst_prometheus_text.moc"
