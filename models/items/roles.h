// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qnamespace.h>

namespace barograph {

/// What the item models tell beside texts. Where nothing else is said, a role is that of the whole row.
enum ItemRole : int {
    SortRole = Qt::UserRole + 1, ///< of the cell: number, text or time to sort by; unknown sorts first
    NodeIdRole,                  ///< QString
    StateRole,                   ///< int(NodeState)
    UtilisationRole,             ///< Reading<double> over 10 s, 0..∞
    TpsRole,                     ///< Reading<double> over 10 s, events per second
    TpsByKindRole,               ///< ByKind<Reading<double>> over 10 s
    BudgetRole,                  ///< Reading<double>, transactions per second
    TruthRole,                   ///< of the cell: int(Truth)
    SimulatedRole,               ///< bool
    StormRole,                   ///< StormView
    MemberRoleRole,              ///< int(MemberRole)
    GatewayRole,                 ///< int(GatewayStatus)
    ControlIdRole,               ///< QString: ControlResult::id
    OutcomeRole,                 ///< int(ControlOutcome)
    RestorableRole,              ///< bool
    TimeRole,                    ///< QDateTime in UTC
    RiskRole,                    ///< QString: a badge such as "FILLS IN 11 MIN"; empty without risk
    RiskCriticalRole,            ///< bool: messages are being lost or soon will be
    RiskHowRole,                 ///< QString: the queue and the bot's server in words, and how that was come by
    StandsByRole,                ///< bool: not connected, as it should be
    NotVisibleRole,              ///< QString: what webhooks never tell of this node; empty where nothing is hidden
    GroupRole,                   ///< QString: heading that the node stands under; empty = none
    EnabledRole,                 ///< bool; false: switched off by the operator
    HeadingRole,                 ///< bool: the row is a heading (GroupedNodes)
    CollapsedRole                ///< bool: the nodes under this heading are folded away (GroupedNodes)
};

} // namespace barograph
