// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/listen_refusal.h"

#include "ingest/ingest_words.h"
#include "text/joined.h"

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
    const auto more = static_cast<int>(ids.size() - kNamed);
    return more <= 0 ? named : IngestWords::tr("%1 and %n more", nullptr, more).arg(named);
}

/// What is unsafe and what helps, refused or only warned of. Empty: nothing is.
QString unsafe(const ListenerConfig &listener, const std::vector<NodeConfig> &nodes, bool isRefused)
{
    if (QHostAddress(listener.address).isLoopback())
        return {};
    if (!listener.tls) {
        return joinedSentences(
            {IngestWords::tr("%1 can be reached by other machines, and without TLS everybody on the way can read "
                             "webhooks and the secrets in their addresses.")
                 .arg(listener.address),
             isRefused ? IngestWords::tr("Set tls = true under [listener] in the configuration, or address = "
                                         "\"127.0.0.1\" to receive from this machine only, or allow_unprotected = "
                                         "true if the network between protects it.")
                       : IngestWords::tr("Set tls = true under [listener] in the configuration.")});
    }
    QStringList open;
    for (const auto &node : nodes) {
        if (isByAddressAlone(node))
            open << node.id;
    }
    if (open.isEmpty())
        return {};
    return joinedSentences(
        {IngestWords::tr("%1 can be reached by other machines, and whoever learns the webhook address of %2 can send "
                         "events in its name.")
             .arg(listener.address, listed(open)),
         isRefused ? IngestWords::tr("Give it a signature, token, allow_from or client_name under [node.webhook] in "
                                     "the configuration, or address = \"127.0.0.1\" to receive from this machine only, "
                                     "or allow_unprotected = true if the network between protects it.")
                   : IngestWords::tr("Give it a signature, token, allow_from or client_name under [node.webhook] in "
                                     "the configuration.")});
}

} // namespace

QString listenRefusal(const ListenerConfig &listener, const std::vector<NodeConfig> &nodes)
{
    return listener.allowUnprotected ? QString() : unsafe(listener, nodes, true);
}

QString listenWarning(const ListenerConfig &listener, const std::vector<NodeConfig> &nodes)
{
    return listener.allowUnprotected ? unsafe(listener, nodes, false) : QString();
}

} // namespace barograph
