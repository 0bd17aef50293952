// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "items/keyed_table.h"

namespace barograph {

/// Who was turned away at one node's route, and why.
class RefusedPeerModel : public KeyedTable
{
    Q_OBJECT

public:
    enum Column : int { AddressColumn, ReasonColumn, CountColumn, LastColumn };

    explicit RefusedPeerModel(QObject *parent = nullptr);

    void setPeers(const std::vector<RefusedPeer> &peers, const QString &nodeId, UtcTime now);
};

} // namespace barograph
