// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf_report.h"

#include "report/pdf_style.h"
#include "test_case.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cmath>
#include <random>

using namespace barograph;

namespace {

constexpr int kDpi = 80;
constexpr qint64 kStart = 1'769'860'800; // 2026-01-31T12:00:00Z

UtcSecond at(qint64 offset)
{
    return fromUnixSeconds(kStart + offset);
}

ReportSecond row(qint64 offset, SecondCounts counts, quint8 known = kAllKindsMask, quint8 notMeasured = 0)
{
    ReportSecond second;
    second.second = at(offset);
    second.sample = {counts, known, notMeasured};
    second.minLagMs = 1200;
    return second;
}

ReportData named(qint64 seconds)
{
    ReportData data;
    data.nodeId = QStringLiteral("support-eu");
    data.nodeName = QStringLiteral("Support EU");
    data.madeAt = UtcTime{at(seconds + 60)};
    data.from = at(0);
    data.to = at(seconds);
    return data;
}

StormView storm(quint64 number, qint64 first, qint64 last)
{
    StormView view;
    view.message = {number, number};
    view.label = QStringLiteral("message %1").arg(number, 6, 16, QLatin1Char('0'));
    view.firstSeen = UtcTime{at(first)};
    view.lastSeen = UtcTime{at(last)};
    view.deliveries = 1010;
    view.reads = 640;
    view.participants = 1010;
    view.fanOut = Reading<quint32>::estimated(2046, view.lastSeen);
    view.remaining = Reading<quint32>::estimated(396, view.lastSeen);
    view.receiptsPerSecond = 61.5;
    return view;
}

ControlResult control(ControlOutcome outcome)
{
    ControlResult result;
    result.id = QStringLiteral("c-1");
    result.at = UtcTime{at(1900)};
    result.title = QStringLiteral("Switch read receipts off on Support EU");
    result.outcome = outcome;
    result.detail = QStringLiteral("Written, but reading back showed the old setting after three attempts.");
    result.changes = {{QStringLiteral("webhooks.message.read"), QStringLiteral("on"), QStringLiteral("off")}};
    return result;
}

/// An hour with everything: steady traffic, a storm over budget, a gap, reads switched off, a change of budget.
ReportData anHour()
{
    auto data = named(3600);
    const auto readBit = SecondSample::bit(EventKind::Read);
    const auto withoutRead = static_cast<quint8>(kAllKindsMask & ~readBit);
    data.coverage = {{at(0), at(1200), kAllKindsMask, 0, 20},
                     {at(1500), at(1900), kAllKindsMask, 0, 20},
                     {at(1900), at(2700), withoutRead, readBit, 20},
                     {at(2700), at(3600), kAllKindsMask, 0, 40}};
    std::mt19937 random(5);
    for (qint64 second = 0; second < 3600; ++second) {
        if (second >= 1200 && second < 1500)
            continue;
        const bool off = second >= 1900 && second < 2700;
        const bool stormy = second >= 600 && second < 800;
        const auto wave = static_cast<quint32>(4 + 3 * std::sin(static_cast<double>(second) / 120));
        SecondCounts counts{{wave + static_cast<quint32>(random() % 3), wave / 2, wave / 2, off ? 0 : wave / 4}};
        if (stormy)
            counts[EventKind::Delivery] += 18 + static_cast<quint32>(random() % 9);
        if (random() % 4 != 0)
            data.seconds.push_back(row(second, counts, off ? withoutRead : kAllKindsMask, off ? readBit : quint8{0}));
    }
    data.seconds[0].redelivered = 12345;
    data.seconds[0].apart = 77;
    data.storms = {storm(0x3fa9c2, 600, 800)};
    data.controls = {control(ControlOutcome::Unverified), control(ControlOutcome::Verified)};
    summarise(data);
    return data;
}

} // namespace

/// Renders real files and looks at them with poppler's tools, as a reader's program would show them.
class TestPdfReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty(), "install poppler-utils");
        // To look at the pages by eye.
        m_folder.setAutoRemove(!qEnvironmentVariableIsSet("BAROGRAPH_KEEP_REPORTS"));
    }

    void saysEveryFigure()
    {
        const auto data = anHour();
        const QString text = textOf(render(data, "hour"));
        for (const auto &needed : {QStringLiteral("TPS report: Support EU"),
                                   QStringLiteral("Node support-eu"),
                                   QStringLiteral("2026-01-31 17:30:00 +05:30"),
                                   QStringLiteral("2026-01-31 18:30:00 +05:30"),
                                   QStringLiteral("2026-01-31 12:00:00 UTC"),
                                   QStringLiteral("(1 h 00 min)"),
                                   QStringLiteral("Page 1 of 2"),
                                   QStringLiteral("Page 2 of 2"),
                                   QStringLiteral("Asia/Kolkata (UTC+05:30)"),
                                   QStringLiteral("20 to 40 TPS"),
                                   QStringLiteral("12,345"),
                                   QStringLiteral("77 (failed"),
                                   QStringLiteral("1,200 ms"),
                                   QStringLiteral("300 (5 min 00 s): not recorded"),
                                   QStringLiteral("message 3fa9c2"),
                                   QStringLiteral("2,046"),
                                   QStringLiteral("396"),
                                   QStringLiteral("61.5"),
                                   QStringLiteral("3 min 20 s"),
                                   QStringLiteral("unverified"),
                                   QStringLiteral("verified"),
                                   QStringLiteral("How to read this"),
                                   QStringLiteral("budget"),
                                   QStringLiteral("not measured"),
                                   QStringLiteral("not recorded")})
            QVERIFY2(text.simplified().contains(needed),
                     qPrintable(needed + QLatin1String(" is missing in:\n") + text));
        QVERIFY(!text.contains(QStringLiteral("SIMULATED")));
        verifyLine(text, {QStringLiteral("receive"), number(data.totals[EventKind::Receive]),
                          number(data.byKind[EventKind::Receive].p50), number(data.byKind[EventKind::Receive].p95),
                          number(data.byKind[EventKind::Receive].p99), number(data.byKind[EventKind::Receive].max),
                          QStringLiteral("3300"), QStringLiteral("0")});
        verifyLine(text, {QStringLiteral("read"), number(data.totals[EventKind::Read]),
                          number(data.byKind[EventKind::Read].p50), number(data.byKind[EventKind::Read].p95),
                          number(data.byKind[EventKind::Read].p99), number(data.byKind[EventKind::Read].max),
                          QStringLiteral("2500"), QStringLiteral("800")});
        verifyLine(text, {QStringLiteral("all four"), number(data.totals.total()), number(data.all.p50),
                          number(data.all.p95), number(data.all.p99), number(data.all.max), QStringLiteral("3300")});
        QVERIFY(data.secondsAtOrOverBudget > 50);
        verifyLine(text, {QStringLiteral("Seconds at or over budget"), number(quint64(data.secondsAtOrOverBudget))});
    }

    void drawsTheChart()
    {
        const auto page = imageOf(render(anHour(), "chart"), 1);
        QVERIFY(!page.isNull());
        for (const auto kind : kEventKinds)
            QVERIFY2(pixels(page, pdf::kindColor(kind)) > 200, qPrintable(pdf::kindColor(kind).name()));
        QVERIFY(pixels(page, pdf::kGap) > 5000);  // far more than the key in the legend
        QVERIFY(pixels(page, pdf::kAlarm) > 100); // budget line
        staysInsideTheMargins(page);
    }

    void simulatedIsSaidOnEveryPage()
    {
        auto data = anHour();
        data.simulated = true;
        const QString file = render(data, "simulated");
        const int pages = pageCount(file);
        QVERIFY(pages >= 2);
        for (int page = 1; page <= pages; ++page)
            QVERIFY(textOf(file, page).contains(QStringLiteral("SIMULATED")));
    }

    void nothingRecorded()
    {
        auto data = named(3600);
        summarise(data);
        const QString file = render(data, "nothing");
        const QString text = textOf(file);
        QVERIFY(text.contains(QStringLiteral("Nothing was recorded in this range.")));
        QVERIFY(text.simplified().contains(QStringLiteral("unknown, not zero")));
        QVERIFY(!text.contains(QStringLiteral("events per second")));
        QCOMPARE(pageCount(file), 1);
        staysInsideTheMargins(imageOf(file, 1));
    }

    void aSilentRangeIsNotAnEmptyOne()
    {
        auto data = named(60);
        data.coverage = {{at(0), at(60), kAllKindsMask, 0, 0}};
        summarise(data);
        const QString text = textOf(render(data, "silent"));
        QVERIFY(text.contains(QStringLiteral("no event")));
        QVERIFY(text.contains(QStringLiteral("unknown: no budget was known")));
        QVERIFY(text.contains(QStringLiteral("Each column is one second.")));
    }

    void longTablesGoOnAndRepeatTheirTitles()
    {
        auto data = named(14 * 86400);
        data.coverage = {{at(0), at(14 * 86400), kAllKindsMask, 0, 80}};
        for (qint64 hour = 0; hour < 14 * 24; ++hour)
            data.seconds.push_back(row(hour * 3600, {{20, 20, static_cast<quint32>(hour % 24) * 4, 10}}));
        for (qint64 i = 0; i < 200; ++i)
            data.storms.push_back(storm(static_cast<quint64>(i), i * 6000, i * 6000 + 500));
        for (int i = 0; i < 20; ++i) {
            data.controls.push_back(control(ControlOutcome::Failed));
            data.controls.back().detail = QStringLiteral("A long explanation that needs several lines. ").repeated(i);
        }
        summarise(data);
        const QString file = render(data, "long");
        const int pages = pageCount(file);
        QVERIFY(pages >= 6);
        const QString text = textOf(file).simplified();
        for (qint64 i = 0; i < 200; ++i)
            QCOMPARE(text.count(storm(static_cast<quint64>(i), 0, 1).label), 1);
        QVERIFY(text.count(QStringLiteral("first receipt")) >= 4);
        for (int page = 1; page <= pages; ++page) {
            QVERIFY(textOf(file, page).contains(QStringLiteral("Page %1 of %2").arg(page).arg(pages)));
            staysInsideTheMargins(imageOf(file, page));
        }
    }

    void longAndHostileNamesStayOnThePage()
    {
        auto data = anHour();
        data.nodeName = QStringLiteral("<b>Wörk&amp;</b> ") + QString(300, QLatin1Char('W'));
        data.storms[0].label = QString(80, QLatin1Char('M'));
        data.controls[0].title = QString(900, QLatin1Char('x'));
        const QString file = render(data, "hostile");
        for (int page = 1; page <= pageCount(file); ++page)
            staysInsideTheMargins(imageOf(file, page));
        QVERIFY(textOf(file).contains(QStringLiteral("<b>Wörk&amp;</b>")));
    }

    void aFullDeviceIsAnError()
    {
        QFile full(QStringLiteral("/dev/full"));
        QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        QVERIFY(!renderPdf(anHour(), full, QTimeZone::utc()));
    }

    void worksOffTheGuiThread()
    {
        QString file;
        auto *thread = QThread::create([&] { file = render(anHour(), "thread"); });
        thread->start();
        QVERIFY(thread->wait(60'000));
        delete thread;
        QVERIFY(textOf(file).contains(QStringLiteral("Support EU")));
    }

private:
    QString render(const ReportData &data, const char *name)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name) + QLatin1String(".pdf")));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        const auto done = renderPdf(data, file, QTimeZone("Asia/Kolkata"));
        if (!done)
            qCritical() << done.error();
        return file.fileName();
    }

    static QByteArray run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished() && process.exitCode() == 0 ? process.readAllStandardOutput() : QByteArray();
    }
    static QString textOf(const QString &file, int page = 0)
    {
        QStringList arguments{QStringLiteral("-layout"), QStringLiteral("-enc"), QStringLiteral("UTF-8")};
        if (page > 0) {
            arguments << QStringLiteral("-f") << QString::number(page) << QStringLiteral("-l") << QString::number(page);
        }
        return QString::fromUtf8(run(QStringLiteral("pdftotext"), arguments << file << QStringLiteral("-")));
    }
    static int pageCount(const QString &file)
    {
        static const QRegularExpression kPages(QStringLiteral("Pages:\\s+(\\d+)"));
        return kPages.match(QString::fromUtf8(run(QStringLiteral("pdfinfo"), {file}))).captured(1).toInt();
    }
    QImage imageOf(const QString &file, int page)
    {
        const QString target = m_folder.filePath(QStringLiteral("page"));
        const QString number = QString::number(page);
        run(QStringLiteral("pdftoppm"),
            {QStringLiteral("-png"), QStringLiteral("-r"), QString::number(kDpi), QStringLiteral("-f"), number,
             QStringLiteral("-l"), number, QStringLiteral("-singlefile"), file, target});
        return QImage(target + QLatin1String(".png")).convertToFormat(QImage::Format_RGB32);
    }
    static int pixels(const QImage &image, const QColor &color)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            for (int x = 0; x < image.width(); ++x) {
                const int distance = std::abs(qRed(line[x]) - color.red()) + std::abs(qGreen(line[x]) - color.green()) +
                                     std::abs(qBlue(line[x]) - color.blue());
                count += distance < 12 ? 1 : 0;
            }
        }
        return count;
    }
    /// Nothing but white within 14 of the 16 mm of margin: so nothing is cut off at the paper's edge either.
    static void staysInsideTheMargins(const QImage &page)
    {
        QVERIFY(!page.isNull());
        const int margin = static_cast<int>(14 / 25.4 * kDpi);
        for (int y = 0; y < page.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(page.constScanLine(y));
            for (int x = 0; x < page.width(); ++x) {
                const bool inside =
                    x >= margin && x < page.width() - margin && y >= margin && y < page.height() - margin;
                if (!inside && qGray(line[x]) < 250)
                    QFAIL(qPrintable(QStringLiteral("ink at %1, %2").arg(x).arg(y)));
            }
        }
    }
    static QString number(quint64 value) { return QString::number(value); }
    /// One line of the text holds these words in this order.
    static void verifyLine(const QString &text, const QStringList &words)
    {
        QStringList patterns;
        for (const auto &word : words)
            patterns.append(QRegularExpression::escape(word));
        QString plain = text;
        plain.remove(QRegularExpression(QStringLiteral("(?<=\\d),(?=\\d{3})")));
        const QRegularExpression line(QStringLiteral("^\\s*") + patterns.join(QStringLiteral("\\s+")) +
                                          QStringLiteral("(\\s|$)"),
                                      QRegularExpression::MultilineOption);
        QVERIFY2(line.match(plain).hasMatch(), qPrintable(words.join(QLatin1Char(' ')) + QLatin1Char('\n') + plain));
    }

    QTemporaryDir m_folder;
};

BAROGRAPH_TEST(TestPdfReport)
#include "tst_pdf_report.moc"
