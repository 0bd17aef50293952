// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/member_list_model.h"

#include "items/cells.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace barograph {

namespace {

struct MemberListWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::MemberList)
};

const MemberView *viewOf(const TopologyView &topology, const Member &member)
{
    const auto found = std::find_if(topology.members.begin(), topology.members.end(),
                                    [&member](const MemberView &entry) { return entry.member.name == member.name; });
    return found == topology.members.end() ? nullptr : &*found;
}

TableCell expectedCell(const MemberView *seen)
{
    if (seen == nullptr)
        return {MemberListWords::tr("unknown"), {}, Truth::Unknown, {}, false};
    if (seen->expectedConnected)
        return textCell(seen->asExpected ? MemberListWords::tr("yes") : MemberListWords::tr("yes, and is not"));
    return textCell(seen->asExpected ? MemberListWords::tr("need not") : MemberListWords::tr("no, and is"));
}

} // namespace

MemberListModel::MemberListModel(QObject *parent)
    : KeyedTable({MemberListWords::tr("Member"), MemberListWords::tr("Role"),
                  MemberListWords::tr("Connection to WhatsApp"), MemberListWords::tr("Expected"),
                  MemberListWords::tr("Since")},
                 parent)
{}

void MemberListModel::setNode(const NodeFrame *node, UtcTime now)
{
    QList<KeyedRow> rows;
    if (node && node->health.hasValue()) {
        QSet<QString> keys;
        const auto truth = node->health.truth();
        for (const auto &member : node->health.value().members) {
            KeyedRow row;
            // Names are the node's to choose: a second one of the same name is a row of its own.
            row.key = member.name;
            for (int copy = 2; keys.contains(row.key); ++copy)
                row.key = member.name + QStringLiteral("#%1").arg(copy);
            keys.insert(row.key);
            const auto status = formatTruth(truth, gatewayStatusText(member.gateway), node->health.takenAt(), now);
            const auto *seen = viewOf(node->topology, member);
            row.cells = {textCell(member.name.isEmpty() ? node->name : member.name),
                         textCell(memberRoleText(member.role)),
                         TableCell{status, static_cast<int>(member.gateway), truth, {}, false}, expectedCell(seen),
                         seen ? ageCell(seen->since, now)
                              : TableCell{MemberListWords::tr("unknown"), {}, Truth::Unknown, {}, false}};
            row.roles = {{NodeIdRole, node->id},
                         {MemberRoleRole, static_cast<int>(member.role)},
                         {GatewayRole, static_cast<int>(member.gateway)},
                         {StandsByRole, seen && seen->standsBy()},
                         {SimulatedRole, node->simulated}};
            rows.append(row);
        }
    }
    reconcile(rows);
}

} // namespace barograph
