// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf_sections.h"

#include "report/pdf_chart.h"
#include "report/pdf_pages.h"
#include "report/pdf_table.h"
#include "report/report_text.h"

#include <QFontMetricsF>

namespace barograph::pdf {

namespace {

constexpr double kBody = 9;
constexpr qsizetype kShortLabel = 20;

void drawBadge(Pages &pages, const QString &text)
{
    const auto bold = font(9, QFont::Bold);
    auto &painter = pages.painter();
    const QFontMetricsF metrics(bold, painter.device());
    const double padding = 5 * kPoint;
    const double height = metrics.height() + padding;
    const double top = pages.take(height);
    const QRectF box(0, top, metrics.horizontalAdvance(text) + 2 * padding, height);
    painter.fillRect(box, kSimulated);
    painter.setFont(bold);
    painter.setPen(Qt::white);
    painter.drawText(box, Qt::AlignCenter, text);
}

QString momentText(UtcTime moment, const QTimeZone &zone)
{
    return localText(secondOf(moment), zone);
}

/// For a narrow column: the date, and the time with its offset below.
QString momentInTwoLines(UtcTime moment, const QTimeZone &zone)
{
    QString text = momentText(moment, zone);
    text.replace(text.indexOf(QLatin1Char(' ')), 1, QLatin1Char('\n'));
    return unbroken(text);
}

void drawTableSection(Pages &pages, const QString &title, const std::vector<TableColumn> &columns,
                      const std::vector<TableRow> &rows)
{
    pages.heading(title, tableStartHeight(pages, columns, rows));
    if (rows.empty())
        pages.write(QStringLiteral("None in this range."), font(kBody));
    else
        drawTable(pages, columns, rows);
}

} // namespace

QString documentTitle(const ReportData &data)
{
    return QStringLiteral("TPS report: %1").arg(data.nodeName);
}

QString documentNote(const ReportData &data)
{
    return data.simulated ? QStringLiteral("SIMULATED") : QString();
}

void drawTitle(Pages &pages, const ReportData &data, const QTimeZone &zone)
{
    constexpr qsizetype kLongestTitle = 120;
    const QString title = documentTitle(data);
    pages.write(title.size() > kLongestTitle ? title.left(kLongestTitle) + QChar(0x2026) : title,
                font(18, QFont::DemiBold));
    if (data.simulated) {
        pages.skip(3 * kPoint);
        drawBadge(pages, QStringLiteral("SIMULATED: these numbers come from a simulated node"));
    }
    pages.skip(4 * kPoint);
    pages.write(
        QStringLiteral("%1  to  %2   (%3)")
            .arg(localText(data.from, zone), localText(data.to, zone), durationText((data.to - data.from).count())),
        font(10.5, QFont::DemiBold));
    pages.write(QStringLiteral("%1  to  %2").arg(utcText(data.from), utcText(data.to)), font(kBody), kFaintInk);
    pages.write(QStringLiteral("Node %1. Made %2.").arg(data.nodeId, momentText(data.madeAt, zone)), font(kBody),
                kFaintInk);
}

void drawChartSection(Pages &pages, const ReportData &data, const QTimeZone &zone)
{
    if (data.knownSeconds == 0)
        return;
    pages.heading(QStringLiteral("Events per second"), chartHeight());
    drawTpsChart(pages, data, zone);
}

void drawStorms(Pages &pages, const ReportData &data, const QTimeZone &zone)
{
    const std::vector<TableColumn> columns{{QStringLiteral("message")},
                                           {QStringLiteral("first receipt")},
                                           {QStringLiteral("lasted")},
                                           {QStringLiteral("deliveries"), true},
                                           {QStringLiteral("reads"), true},
                                           {QStringLiteral("people"), true},
                                           {QStringLiteral("fan-out"), true},
                                           {QStringLiteral("remaining"), true},
                                           {unbroken(QStringLiteral("max /s")), true}};
    std::vector<TableRow> rows;
    rows.reserve(data.storms.size());
    for (const auto &storm : data.storms) {
        const auto lasted = std::chrono::duration_cast<Seconds>(storm.lastSeen - storm.firstSeen).count();
        rows.push_back({{storm.label.size() <= kShortLabel ? unbroken(storm.label) : storm.label},
                        {momentInTwoLines(storm.firstSeen, zone)},
                        {unbroken(durationText(lasted))},
                        {withThousands(storm.deliveries)},
                        {withThousands(storm.reads)},
                        {withThousands(storm.participants)},
                        {unbroken(readingText(storm.fanOut))},
                        {unbroken(readingText(storm.remaining))},
                        {tpsText(storm.receiptsPerSecond)}});
    }
    drawTableSection(pages, QStringLiteral("Receipt storms"), columns, rows);
}

void drawControls(Pages &pages, const ReportData &data, const QTimeZone &zone)
{
    const std::vector<TableColumn> columns{{QStringLiteral("when")},
                                           {QStringLiteral("control")},
                                           {QStringLiteral("outcome")},
                                           {QStringLiteral("detail")},
                                           {QStringLiteral("changed")}};
    std::vector<TableRow> rows;
    rows.reserve(data.controls.size());
    for (const auto &control : data.controls) {
        QStringList changes;
        for (const auto &change : control.changes)
            changes.append(QStringLiteral("%1: %2 → %3").arg(change.what, change.before, change.after));
        const bool doubtful =
            control.outcome == ControlOutcome::Unverified || control.outcome == ControlOutcome::Failed;
        rows.push_back({{momentInTwoLines(control.at, zone)},
                        {control.title},
                        {outcomeName(control.outcome), doubtful ? kAlarm : kInk, doubtful},
                        {control.detail},
                        {changes.join(QLatin1Char('\n'))}});
    }
    drawTableSection(pages, QStringLiteral("Controls taken"), columns, rows);
}

void drawHowToRead(Pages &pages, const ReportData &data)
{
    pages.heading(QStringLiteral("How to read this"), 30 * kPoint);
    const QStringList notes{
        QStringLiteral("Every event is counted once, in the second in which its webhook arrived here. Events that came "
                       "again are counted as redelivered and spend no TPS."),
        QStringLiteral(
            "The chart keeps peaks: a column shows the strongest single second of its time, never an average."),
        QStringLiteral("Percentiles are nearest-rank over the known seconds, quiet ones included: in p95, 95 % of the "
                       "seconds were at or below the figure. A kind's percentiles cover the seconds in which that kind "
                       "was known; a total is the sum of the kinds that were known."),
        QStringLiteral("Grey is time that Barograph did not record; it is left out of every figure and is not zero. "
                       "Hatched is time in which callbacks of some kind were switched off or the tap "
                       "that brings events was not connected (not measured)."),
        QStringLiteral("Figures marked ≈ are estimates, and so is what is reckoned from them. A control is verified "
                       "only if its effect was read back; one in "
                       "red was not."),
    };
    for (const auto &note : notes) {
        pages.write(note, font(8), kFaintInk);
        pages.skip(2 * kPoint);
    }
    if (data.simulated)
        pages.write(QStringLiteral("The node is simulated: no WhatsApp number was involved."), font(8), kSimulated);
}

} // namespace barograph::pdf
