// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/route_register.h"

#include "core/node_traits.h"
#include "ingest/webhook_secret.h"

namespace barograph {

void RouteRegister::forget(NodeIndex node)
{
    m_secrets.erase(node);
    m_shown.erase(node);
}

void RouteRegister::renew(const MeterBank::IndexedNode &node, const InstallationKey &key, RouteTable &routes)
{
    const auto &[index, config] = node;
    const auto id = config.id.toStdString();
    const auto stored = m_secrets.find(index);
    const auto secret = stored == m_secrets.end() ? std::nullopt : std::optional(stored->second);
    const bool wantsHandshake = asksForHandshake(config.kind);
    auto policy = std::make_shared<const RoutePolicy>(config.kind, config.webhook, secret,
                                                      wantsHandshake ? verifyToken(key, id) : std::string());
    routes.add(id, webhookSecret(key, id), index, std::move(policy));
    m_shown.insert_or_assign(index,
                             Shown{protectionText(config.webhook),
                                   needsSecret(config.webhook.auth) && secret && secret->isEmpty(), wantsHandshake});
}

void RouteRegister::fill(Frame &frame) const
{
    for (auto &node : frame.nodes) {
        const auto shown = m_shown.find(node.index);
        if (shown == m_shown.end())
            continue;
        node.route.protection = shown->second.protection;
        node.route.secretMissing = shown->second.secretMissing;
        node.route.wantsHandshake = shown->second.wantsHandshake;
    }
}

} // namespace barograph
