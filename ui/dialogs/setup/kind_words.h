// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

#include <QString>

#include <vector>

namespace barograph {

/// What the setup dialogs say about a kind of node. Pure.

QString kindTitle(NodeKind kind);
/// What it is, in one line.
QString kindLine(NodeKind kind);
/// What webhooks of it tell and what not, in one line.
QString kindVisibilityLine(NodeKind kind);

QString addressHint(NodeKind kind); ///< an example, for an empty field
QString addressHelp(NodeKind kind);
QString accountLabel(NodeKind kind); ///< with a mnemonic; empty where there is no such thing
QString accountHint(NodeKind kind);
bool hasUser(NodeKind kind);

/// A password, token or key that can be entered for a kind of node.
struct Credential
{
    QString name; ///< of DraftSecret
    QString label;
    QString help;
};
std::vector<Credential> credentialsOf(NodeKind kind);

QString webhookAuthText(WebhookAuth auth);
/// What the secret of that proof is at the node's end; empty where there is none.
QString webhookSecretLabel(NodeKind kind, WebhookAuth auth);
QString webhookSecretHelp(NodeKind kind, WebhookAuth auth);

} // namespace barograph
