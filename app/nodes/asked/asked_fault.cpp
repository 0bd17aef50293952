// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/asked/asked_fault.h"

#include "net/shown_url.h"
#include "nodes/probe_words.h"

namespace barograph {

AskedWords askedWords(NodeKind kind)
{
    const QString key = ProbeWords::tr("API key");
    switch (kind) {
    case NodeKind::CloudApi:
        return {ProbeWords::tr("the Cloud API"), ProbeWords::tr("access token"), ProbeWords::tr("phone number id")};
    case NodeKind::PickyAssist:
        return {ProbeWords::tr("Picky Assist"), ProbeWords::tr("token"), ProbeWords::tr("application")};
    case NodeKind::Waha:
        return {QStringLiteral("WAHA"), key, ProbeWords::tr("session")};
    case NodeKind::Evolution:
        return {ProbeWords::tr("Evolution API"), key, ProbeWords::tr("instance")};
    case NodeKind::Gowa:
        return {QStringLiteral("GOWA"), ProbeWords::tr("user name or password"), ProbeWords::tr("device")};
    case NodeKind::OnPremises:
        break;
    }
    return {ProbeWords::tr("the node"), key, ProbeWords::tr("account")};
}

FaultText askedStatusFault(int status, const AskedWords &words, const QUrl &url)
{
    const QString where = hostAndPort(url);
    switch (status) {
    case 401:
        return {
            ProbeFault::Unauthorized,
            ProbeWords::tr("%1 refused the %2 (401). Check what is stored for this node.").arg(where, words.secret)};
    case 403:
        return {ProbeFault::Forbidden,
                ProbeWords::tr("%1 does not allow the %2 to ask this (403). It needs the right to read this %3.")
                    .arg(where, words.secret, words.account)};
    case 404:
        return {ProbeFault::BadAnswer,
                ProbeWords::tr("%1 knows no such %2 (404): it was never made, or has been deleted. Check the name in "
                               "this node's configuration, and that %3 runs there.")
                    .arg(where, words.account, words.service)};
    case 429:
        return {ProbeFault::TooManyRequests,
                ProbeWords::tr("%1 says that it is asked too often (429). Barograph asks less often now; check what "
                               "else asks there.")
                    .arg(where)};
    case 503:
        return {ProbeFault::Overloaded,
                ProbeWords::tr("%1 says that it is not available now (503). Check its load and its log.").arg(where)};
    default:
        break;
    }
    if (status >= 500) {
        return {ProbeFault::ServerError, ProbeWords::tr("%1 failed (HTTP %2). Look into the log of %3.")
                                             .arg(where, QString::number(status), words.service)};
    }
    if (status < 400) {
        return {
            ProbeFault::BadAnswer,
            ProbeWords::tr("%1 points somewhere else (HTTP %2), which is not followed. Configure the final address.")
                .arg(where, QString::number(status))};
    }
    return {ProbeFault::BadAnswer, ProbeWords::tr("%1 answered HTTP %2. Check the address of this node, and that %3 "
                                                  "runs there.")
                                       .arg(where, QString::number(status), words.service)};
}

FaultText askedWithoutSecret(const NodeConfig &config, const QString &secretName)
{
    return {ProbeFault::NoCredentials,
            ProbeWords::tr("No %1 is stored for %2. Edit the node and enter it, or run: barograph secret --node %3 "
                           "--name %4")
                .arg(askedWords(config.kind).secret, config.name, config.id, secretName)};
}

FaultText askedWithoutAddress(const NodeConfig &config)
{
    return {ProbeFault::NoCredentials,
            ProbeWords::tr("No address of %1 is configured for %2, so that it is not asked. Edit the node and enter "
                           "it.")
                .arg(askedWords(config.kind).service, config.name)};
}

} // namespace barograph
