// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/node_list_model.h"

#include "frame/stale_frame.h"
#include "items/cells.h"
#include "text/incoming_text.h"
#include "text/labels.h"
#include "text/visibility_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace barograph {

namespace {

struct NodeListWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::NodeList)
};

std::optional<UtcTime> newestEvent(const NodeFrame &node)
{
    std::optional<UtcTime> newest;
    for (const auto &at : node.lastEvent.counts)
        newest = std::max(newest, at);
    return newest;
}

TableCell lastEventCell(const NodeFrame &node, UtcTime now)
{
    const auto newest = newestEvent(node);
    if (!newest)
        return {NodeListWords::tr("none yet"), QVariant(), Truth::Unknown, {}, true};
    return ageCell(*newest, now);
}

QString badgesOf(const NodeFrame &node)
{
    QStringList badges;
    if (node.simulated)
        badges.append(NodeListWords::tr("SIMULATED"));
    const auto active =
        std::count_if(node.storms.begin(), node.storms.end(), [](const StormView &storm) { return storm.active; });
    if (active > 0)
        badges.append(active == 1 ? NodeListWords::tr("STORM") : NodeListWords::tr("%1 STORMS").arg(active));
    if (node.outbound.isPausedNow())
        badges.append(NodeListWords::tr("PAUSED"));
    return badges.join(QStringLiteral(" "));
}

KeyedRow rowOfNode(const NodeFrame &node, UtcTime now)
{
    const auto utilisation = node.utilisation(1);
    // Without the difference of the clocks, where that can be told.
    const auto &shownLag = node.incoming.lag.hasValue() ? node.incoming.lag : node.lag;
    KeyedRow row;
    row.key = node.id;
    row.cells = {textCell(node.name.isEmpty() ? node.id : node.name, node.id),
                 TableCell{nodeStateText(node.judgement.state), static_cast<int>(node.judgement.state),
                           node.health.truth(), node.judgement.why, false},
                 readingCell(utilisation, formatUtilisation(utilisation, now)),
                 readingCell(shownLag, now),
                 lastEventCell(node, now),
                 textCell(badgesOf(node))};
    row.roles = {{NodeIdRole, node.id},
                 {StateRole, static_cast<int>(node.judgement.state)},
                 {UtilisationRole, QVariant::fromValue(utilisation)},
                 {TpsRole, QVariant::fromValue(node.tps[1])},
                 {TpsByKindRole, QVariant::fromValue(node.tpsByKind)},
                 {BudgetRole, QVariant::fromValue(node.allocatedTps)},
                 {SimulatedRole, node.simulated},
                 {RiskRole, riskBadge(node)},
                 {RiskCriticalRole, isRiskCritical(node)},
                 {RiskHowRole, riskHow(node, now)},
                 {NotVisibleRole, notVisibleSummary(node.visibility)},
                 {GroupRole, node.group},
                 {EnabledRole, node.enabled}};
    return row;
}

} // namespace

NodeListModel::NodeListModel(QObject *parent)
    : KeyedTable({NodeListWords::tr("Node"), NodeListWords::tr("State"), NodeListWords::tr("Utilisation"),
                  NodeListWords::tr("Lag"), NodeListWords::tr("Last event"), NodeListWords::tr("Notes")},
                 parent)
{}

void NodeListModel::setFrame(const FramePtr &frame, UtcTime now)
{
    if (!frame)
        return;
    QList<KeyedRow> rows;
    rows.reserve(static_cast<qsizetype>(frame->nodes.size()));
    const bool stale = now - frame->takenAt > kFrameStaleAfter;
    for (const auto &node : frame->nodes)
        rows.append(rowOfNode(stale ? staleCopyOf(node) : node, now));
    reconcile(rows);
}

} // namespace barograph
