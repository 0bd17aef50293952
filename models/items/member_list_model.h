// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "items/keyed_table.h"

namespace barograph {

/// The members of one node's cluster, as its health last told them.
class MemberListModel : public KeyedTable
{
    Q_OBJECT

public:
    enum Column : int { MemberColumn, RoleColumn, GatewayColumn, ExpectedColumn, SinceColumn };

    explicit MemberListModel(QObject *parent = nullptr);

    /// Null: no node, no rows.
    void setNode(const NodeFrame *node, UtcTime now);
};

} // namespace barograph
