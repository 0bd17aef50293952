// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/asked/asked_fault.h"

#include "net/shown_url.h"

namespace barograph {

AskedWords askedWords(NodeKind kind)
{
    const QString key = QStringLiteral("API key");
    switch (kind) {
    case NodeKind::CloudApi:
        return {QStringLiteral("the Cloud API"), QStringLiteral("access token"), QStringLiteral("phone number id")};
    case NodeKind::PickyAssist:
        return {QStringLiteral("Picky Assist"), QStringLiteral("token"), QStringLiteral("application")};
    case NodeKind::Waha:
        return {QStringLiteral("WAHA"), key, QStringLiteral("session")};
    case NodeKind::Evolution:
        return {QStringLiteral("Evolution API"), key, QStringLiteral("instance")};
    case NodeKind::Gowa:
        return {QStringLiteral("GOWA"), QStringLiteral("user name or password"), QStringLiteral("device")};
    case NodeKind::OnPremises:
        break;
    }
    return {QStringLiteral("the node"), key, QStringLiteral("account")};
}

FaultText askedStatusFault(int status, const AskedWords &words, const QUrl &url)
{
    const QString where = hostAndPort(url);
    switch (status) {
    case 401:
        return {
            ProbeFault::Unauthorized,
            QStringLiteral("%1 refused the %2 (401). Check what is stored for this node.").arg(where, words.secret)};
    case 403:
        return {ProbeFault::Forbidden,
                QStringLiteral("%1 does not allow the %2 to ask this (403). It needs the right to read this %3.")
                    .arg(where, words.secret, words.account)};
    case 404:
        return {ProbeFault::BadAnswer,
                QStringLiteral("%1 knows no such %2 (404): it was never made, or has been deleted. Check the name in "
                               "this node's configuration, and that %3 runs there.")
                    .arg(where, words.account, words.service)};
    case 429:
        return {ProbeFault::TooManyRequests,
                QStringLiteral("%1 says that it is asked too often (429). Barograph asks less often now; check what "
                               "else asks there.")
                    .arg(where)};
    case 503:
        return {ProbeFault::Overloaded,
                QStringLiteral("%1 says that it is not available now (503). Check its load and its log.").arg(where)};
    default:
        break;
    }
    if (status >= 500) {
        return {ProbeFault::ServerError, QStringLiteral("%1 failed (HTTP %2). Look into the log of %3.")
                                             .arg(where, QString::number(status), words.service)};
    }
    if (status < 400) {
        return {
            ProbeFault::BadAnswer,
            QStringLiteral("%1 points somewhere else (HTTP %2), which is not followed. Configure the final address.")
                .arg(where, QString::number(status))};
    }
    return {ProbeFault::BadAnswer, QStringLiteral("%1 answered HTTP %2. Check the address of this node, and that %3 "
                                                  "runs there.")
                                       .arg(where, QString::number(status), words.service)};
}

FaultText askedWithoutSecret(const NodeConfig &config, const QString &secretName)
{
    return {ProbeFault::NoCredentials,
            QStringLiteral("No %1 is stored for %2. Edit the node and enter it, or run: barograph secret --node %3 "
                           "--name %4")
                .arg(askedWords(config.kind).secret, config.name, config.id, secretName)};
}

FaultText askedWithoutAddress(const NodeConfig &config)
{
    return {ProbeFault::NoCredentials,
            QStringLiteral("No address of %1 is configured for %2, so that it is not asked. Edit the node and enter "
                           "it.")
                .arg(askedWords(config.kind).service, config.name)};
}

} // namespace barograph
