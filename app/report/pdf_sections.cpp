// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf_sections.h"

#include "report/pdf_chart.h"
#include "report/pdf_pages.h"
#include "report/pdf_table.h"
#include "report/report_text.h"

#include <QFontMetricsF>

namespace barograph::pdf {

namespace {

const double kBody = 9;

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
    pages.write(documentTitle(data).left(200), font(18, QFont::DemiBold));
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
    pages.heading(QStringLiteral("Receipt storms"), tableStartHeight());
    if (data.storms.empty()) {
        pages.write(QStringLiteral("None in this range."), font(kBody));
        return;
    }
    const std::vector<TableColumn> columns{
        {QStringLiteral("message"), 2.0},         {QStringLiteral("first receipt"), 2.4},
        {QStringLiteral("lasted"), 1.4},          {QStringLiteral("deliveries"), 1.3, true},
        {QStringLiteral("reads"), 1.0, true},     {QStringLiteral("seen by"), 1.1, true},
        {QStringLiteral("fan-out"), 1.7, true},   {QStringLiteral("remaining"), 1.7, true},
        {QStringLiteral("highest /s"), 1.2, true}};
    std::vector<TableRow> rows;
    rows.reserve(data.storms.size());
    for (const auto &storm : data.storms) {
        const auto lasted = std::chrono::duration_cast<Seconds>(storm.lastSeen - storm.firstSeen).count();
        rows.push_back({{storm.label},
                        {momentText(storm.firstSeen, zone)},
                        {durationText(lasted)},
                        {withThousands(storm.deliveries)},
                        {withThousands(storm.reads)},
                        {withThousands(storm.participants)},
                        {readingText(storm.fanOut)},
                        {readingText(storm.remaining)},
                        {tpsText(storm.receiptsPerSecond)}});
    }
    drawTable(pages, columns, rows);
}

void drawControls(Pages &pages, const ReportData &data, const QTimeZone &zone)
{
    pages.heading(QStringLiteral("Controls taken"), tableStartHeight());
    if (data.controls.empty()) {
        pages.write(QStringLiteral("None in this range."), font(kBody));
        return;
    }
    const std::vector<TableColumn> columns{{QStringLiteral("when"), 2.2},
                                           {QStringLiteral("control"), 3.2},
                                           {QStringLiteral("outcome"), 1.5},
                                           {QStringLiteral("detail"), 4.0},
                                           {QStringLiteral("changed"), 3.0}};
    std::vector<TableRow> rows;
    rows.reserve(data.controls.size());
    for (const auto &control : data.controls) {
        QStringList changes;
        for (const auto &change : control.changes)
            changes.append(QStringLiteral("%1: %2 → %3").arg(change.what, change.before, change.after));
        const bool doubtful =
            control.outcome == ControlOutcome::Unverified || control.outcome == ControlOutcome::Failed;
        rows.push_back({{momentText(control.at, zone)},
                        {control.title},
                        {outcomeName(control.outcome), doubtful ? kAlarm : kInk, doubtful},
                        {control.detail},
                        {changes.join(QLatin1Char('\n'))}});
    }
    drawTable(pages, columns, rows);
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
                       "Hatched is time in which callbacks of some kind were switched off (not measured)."),
        QStringLiteral("Figures marked ≈ are estimates. A control is verified only if its effect was read back; one in "
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
