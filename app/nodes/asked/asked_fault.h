// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "net/http_fault.h"

namespace barograph {

/// How one kind of node and what it knows are spoken of.
struct AskedWords
{
    QString service; ///< e.g. "WAHA"
    QString secret;  ///< what it is asked with, e.g. "API key"
    QString account; ///< what NodeConfig::account names there, e.g. "session"
};
AskedWords askedWords(NodeKind kind);

/// What an HTTP status from 300 on means when a node of that kind gives it, and what to do about it. Unlike
/// faultOfStatus(), it names neither path nor query: device ids may be phone numbers.
FaultText askedStatusFault(int status, const AskedWords &words, const QUrl &url);

/// The secret is not there (or cannot be sent), so that nothing was asked.
FaultText askedWithoutSecret(const NodeConfig &config, const QString &secretName);
/// There is no address to ask at.
FaultText askedWithoutAddress(const NodeConfig &config);

} // namespace barograph
