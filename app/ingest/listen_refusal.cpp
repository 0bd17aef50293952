// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/listen_refusal.h"

#include "ingest/ingest_words.h"

#include <QHostAddress>
#include <QStringList>

namespace barograph {

namespace {

bool isByAddressAlone(const NodeConfig &node)
{
    return node.webhook.auth == WebhookAuth::AddressOnly && node.webhook.clientName.isEmpty() &&
           node.webhook.allowFrom.isEmpty();
}

/// "a, b, c and 4 more"
QString listed(const QStringList &ids)
{
    constexpr qsizetype kNamed = 3;
    const QString named = ids.mid(0, kNamed).join(QLatin1String(", "));
    return ids.size() <= kNamed ? named : IngestWords::tr("%1 and %2 more").arg(named).arg(ids.size() - kNamed);
}

QString unsafe(const ListenerConfig &listener, const std::vector<NodeConfig> &nodes, const QString &remedy)
{
    if (QHostAddress(listener.address).isLoopback())
        return {};
    if (!listener.tls) {
        return IngestWords::tr("%1 can be reached by other machines, and without TLS everybody on the way can read "
                               "webhooks and the "
                               "secrets in their addresses. Set tls = true under [listener] in the configuration%2")
            .arg(listener.address, remedy);
    }
    QStringList open;
    for (const auto &node : nodes) {
        if (isByAddressAlone(node))
            open << node.id;
    }
    if (open.isEmpty())
        return {};
    return IngestWords::tr(
               "%1 can be reached by other machines, and whoever learns the webhook address of %2 can send events "
               "in its name. Give it a signature, token, allow_from or client_name under [node.webhook] in the "
               "configuration%3")
        .arg(listener.address, listed(open), remedy);
}

} // namespace

QString listenRefusal(const ListenerConfig &listener, const std::vector<NodeConfig> &nodes)
{
    if (listener.allowUnprotected)
        return {};
    return unsafe(
        listener, nodes,
        IngestWords::tr(", or address = \"127.0.0.1\" to receive from this machine only, or allow_unprotected = "
                        "true if the network between protects it."));
}

QString listenWarning(const ListenerConfig &listener, const std::vector<NodeConfig> &nodes)
{
    return listener.allowUnprotected ? unsafe(listener, nodes, QStringLiteral(".")) : QString();
}

} // namespace barograph
