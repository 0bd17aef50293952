// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "ingest/installation_key.h"
#include "ingest/meter_bank.h"
#include "listener/route_table.h"

#include <map>

namespace barograph {

/// The webhook routes of all nodes: address, what is asked of requests, and the secrets to compare with. Lives on the
/// ingest thread.
class RouteRegister
{
public:
    /// Empty: none is stored, so that requests are refused as long as the route wants one. Takes effect with renew().
    void setSecret(NodeIndex node, const Secret &secret) { m_secrets.insert_or_assign(node, secret); }
    void forget(NodeIndex node);

    /// Makes the route of this node, or makes it again.
    void renew(const MeterBank::IndexedNode &node, const InstallationKey &key, RouteTable &routes);
    /// Fills in how the routes of the frame's nodes are protected.
    void fill(Frame &frame) const;

private:
    struct Shown
    {
        QString protection;
        bool secretMissing = false;
        bool wantsHandshake = false;
    };
    std::map<NodeIndex, Secret> m_secrets;
    std::map<NodeIndex, Shown> m_shown;
};

} // namespace barograph
