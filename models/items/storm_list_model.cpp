// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/storm_list_model.h"

#include "items/cells.h"
#include "text/storm_text.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct StormListWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::StormList)
};

/// Distinct participants beyond the exact bound are estimated, and so is what is counted of them.
TableCell stormCountCell(quint32 count, const StormView &storm, UtcTime now)
{
    const auto reading = storm.estimated ? Reading<quint32>::estimated(count, storm.lastSeen)
                                         : Reading<quint32>::measured(count, storm.lastSeen);
    return readingCell(reading, now);
}

TableCell forecastCell(const StormView &storm, UtcTime now)
{
    const auto &forecast = storm.forecast;
    TableCell cell = textCell(forecastText(storm, now, formatUtc), forecastReason(storm, now, formatUtc));
    cell.truth = forecast.end ? Truth::Estimated : Truth::Unknown;
    cell.sortValue = forecast.end ? QVariant::fromValue<qlonglong>(unixMillis(*forecast.end)) : QVariant();
    return cell;
}

KeyedRow rowOfStorm(const NodeFrame &node, const StormView &storm, UtcTime now)
{
    const auto rate = Reading<double>::measured(storm.receiptsPerSecond, now);
    KeyedRow row;
    row.key = node.id + QStringLiteral("/%1/%2").arg(storm.message.high, 0, 16).arg(storm.message.low, 0, 16);
    auto fanOut = readingCell(storm.fanOut, now);
    fanOut.toolTip = fanOutReason(storm);
    auto remaining = readingCell(storm.remaining, now);
    if (storm.fanOutBasis == FanOutBasis::AtMost && storm.fanOut.hasValue()) {
        const auto bound = [](const Reading<quint32> &most) {
            return StormListWords::tr("≤ %1").arg(formatCount(most.value()));
        };
        fanOut.text = bound(storm.fanOut);
        remaining.text = bound(storm.remaining);
    }
    remaining.toolTip = fanOut.toolTip;
    row.cells = {
        textCell(stormName(storm),
                 storm.groupSubject.isEmpty()
                     ? shownStormLabel(storm)
                     : StormListWords::tr("%1, %2", "group, message").arg(storm.groupSubject, shownStormLabel(storm))),
        textCell(node.name.isEmpty() ? node.id : node.name, node.id),
        readingCell(rate, now),
        remaining,
        fanOut,
        stormCountCell(storm.deliveries, storm, now),
        stormCountCell(storm.reads, storm, now),
        stormCountCell(storm.participants, storm, now),
        ageCell(storm.firstSeen, now),
        readingCell(storm.budgetShare, formatUtilisation(storm.budgetShare, now)),
        forecastCell(storm, now)};
    row.roles = {{NodeIdRole, node.id}, {SimulatedRole, node.simulated}, {StormRole, QVariant::fromValue(storm)}};
    return row;
}

} // namespace

StormListModel::StormListModel(QObject *parent)
    : KeyedTable({StormListWords::tr("Message"), StormListWords::tr("Node"), StormListWords::tr("Receipts"),
                  StormListWords::tr("Remaining"), StormListWords::tr("Fan-out"), StormListWords::tr("Deliveries"),
                  StormListWords::tr("Reads"), StormListWords::tr("Participants"), StormListWords::tr("Since"),
                  StormListWords::tr("Share"), StormListWords::tr("Forecast")},
                 parent)
{}

void StormListModel::setNode(const QString &nodeId)
{
    m_nodeId = nodeId;
}

void StormListModel::setFrame(const FramePtr &frame, UtcTime now)
{
    if (!frame)
        return;
    QList<KeyedRow> rows;
    for (const auto &node : frame->nodes) {
        if (!m_nodeId.isEmpty() && node.id != m_nodeId)
            continue;
        for (const auto &storm : node.storms)
            rows.append(rowOfStorm(node, storm, now));
    }
    reconcile(rows);
}

} // namespace barograph
