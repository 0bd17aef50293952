// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf_pages.h"
#include "report/pdf_sections.h"
#include "report/pdf_table.h"
#include "report/report_text.h"

#include <algorithm>

namespace barograph::pdf {

namespace {

TableRow percentileRow(const QString &name, const QColor &color, quint64 total, const TpsPercentiles &tps,
                       qint64 knownSeconds, qint64 notMeasuredSeconds)
{
    // A kind of which nothing is known has no figures at all, not zeros.
    const auto figure = [&](qint64 number) { return knownSeconds > 0 ? withThousands(number) : QStringLiteral("–"); };
    return {{name, color, true},
            {figure(static_cast<qint64>(total))},
            {figure(tps.p50)},
            {figure(tps.p95)},
            {figure(tps.p99)},
            {figure(tps.max)},
            {withThousands(knownSeconds)},
            {withThousands(notMeasuredSeconds)}};
}

/// "20" or, if it changed, "15 to 20"; with what is said of the part without a known budget.
QString budgetText(const ReportData &data)
{
    double lowest = 0;
    double highest = 0;
    for (const auto &span : data.coverage) {
        if (span.allocatedTps <= 0)
            continue;
        lowest = lowest > 0 ? std::min(lowest, span.allocatedTps) : span.allocatedTps;
        highest = std::max(highest, span.allocatedTps);
    }
    if (highest <= 0)
        return QStringLiteral("unknown");
    const QString range =
        lowest < highest ? QStringLiteral("%1 to %2").arg(tpsText(lowest), tpsText(highest)) : tpsText(highest);
    return range + QStringLiteral(" TPS");
}

QString overBudgetText(const ReportData &data)
{
    if (data.secondsWithBudget == 0)
        return QStringLiteral("unknown: no budget was known");
    const QString share =
        data.secondsWithBudget == data.knownSeconds
            ? QStringLiteral("of the known seconds")
            : QStringLiteral("of the %1 known seconds with a known budget").arg(withThousands(data.secondsWithBudget));
    return QStringLiteral("%1 (%2 %3)")
        .arg(withThousands(data.secondsAtOrOverBudget), percentText(data.secondsAtOrOverBudget, data.secondsWithBudget),
             share);
}

std::vector<TableRow> factRows(const ReportData &data, const QTimeZone &zone)
{
    const qint64 length = data.knownSeconds + data.unknownSeconds;
    std::vector<TableRow> rows;
    const auto add = [&](const QString &name, const QString &value, const QColor &color = kInk) {
        rows.push_back({{name, kFaintInk}, {value, color}});
    };
    add(QStringLiteral("Budget (allocated TPS)"), budgetText(data));
    add(QStringLiteral("Seconds at or over budget"), overBudgetText(data),
        data.secondsAtOrOverBudget > 0 ? kAlarm : kInk);
    add(QStringLiteral("Highest second"),
        data.peakAt && data.all.max > 0
            ? QStringLiteral("%1 events at %2").arg(withThousands(data.all.max), localText(*data.peakAt, zone))
            : QStringLiteral("no event"));
    add(QStringLiteral("Known seconds"),
        QStringLiteral("%1 (%2 of the range)")
            .arg(withThousands(data.knownSeconds), percentText(data.knownSeconds, length)));
    add(QStringLiteral("Unknown seconds"),
        QStringLiteral("%1 (%2): not recorded")
            .arg(withThousands(data.unknownSeconds), durationText(data.unknownSeconds)),
        data.unknownSeconds > 0 ? kAlarm : kInk);
    add(QStringLiteral("Redelivered events"), withThousands(static_cast<qint64>(data.redelivered)));
    add(QStringLiteral("Events counted apart"),
        QStringLiteral("%1 (failed, deleted, played, notices …)").arg(withThousands(static_cast<qint64>(data.apart))));
    add(QStringLiteral("Highest lag"), data.worstLagMs
                                           ? QStringLiteral("%1 ms (node timestamps are whole seconds: ± 1,000 ms)")
                                                 .arg(withThousands(*data.worstLagMs))
                                           : QStringLiteral("unknown"));
    return rows;
}

} // namespace

void drawSummary(Pages &pages, const ReportData &data, const QTimeZone &zone)
{
    if (data.knownSeconds == 0) {
        pages.heading(QStringLiteral("Summary"), 40 * kPoint);
        pages.write(QStringLiteral("Nothing was recorded in this range."), font(11, QFont::DemiBold), kAlarm);
        pages.write(QStringLiteral("Barograph was not receiving webhooks of this node then. This says nothing about "
                                   "the traffic: it is unknown, not zero."),
                    font(9));
        return;
    }
    std::vector<TableRow> rows;
    rows.reserve(kEventKinds.size() + 1);
    for (const auto kind : kEventKinds) {
        rows.push_back(percentileRow(kindName(kind), kindColor(kind), data.totals[kind], data.byKind[kind],
                                     data.knownSecondsOf[kind], data.notMeasuredSecondsOf[kind]));
    }
    auto all = percentileRow(QStringLiteral("all four"), kInk, data.totals.total(), data.all, data.knownSeconds, 0);
    all.back().text.clear();
    rows.push_back(std::move(all));
    const std::vector<TableColumn> columns{{QStringLiteral("kind")},          {QStringLiteral("events"), true},
                                           {QStringLiteral("p50 /s"), true},  {QStringLiteral("p95 /s"), true},
                                           {QStringLiteral("p99 /s"), true},  {QStringLiteral("max /s"), true},
                                           {QStringLiteral("known s"), true}, {QStringLiteral("not measured s"), true}};
    pages.heading(QStringLiteral("Summary"), tableStartHeight(pages, columns, rows));
    drawTable(pages, columns, rows);
    pages.skip(8 * kPoint);
    drawTable(pages, {{QStringLiteral("figure")}, {QStringLiteral("value")}}, factRows(data, zone));
}

} // namespace barograph::pdf
