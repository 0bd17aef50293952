// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/node_draft.h"

#include <QStringList>

#include <vector>

namespace barograph {

/// What stands in the way of saving a draft, at the field where it can be put right.
struct FieldProblem
{
    QString field; ///< key of the configuration, e.g. "url" or "tls.pinned_sha256"
    QString text;  ///< one sentence that says what to enter

    friend bool operator==(const FieldProblem &, const FieldProblem &) = default;
};

/// What can be told while somebody types, without asking anything outside. Whoever saves the draft checks it again, and
/// that check decides. `takenIds`: of the other nodes. `asked`: the node is to be asked about itself, so that it needs
/// what leads there; else its webhooks are all. Pure.
std::vector<FieldProblem> checkDraft(const NodeDraft &draft, const QStringList &takenIds, bool asked);

/// An id made of the name ("Support EU" → "support-eu") that none of the others has; "number" where nothing of the name
/// can be used. Pure.
QString proposedId(const QString &name, const QStringList &takenIds);

/// An address as people type it: https:// where no scheme was given, no slash at the end. Pure.
QUrl typedAddress(const QString &text);

/// The proof that this kind of node can give with its webhooks.
WebhookAuth usualWebhookAuth(NodeKind kind);

/// 64 lower-case hex digits of a SHA-256 as openssl, browsers or we ourselves write it; empty if it is none. Pure.
QString fingerprintDigits(const QString &text);
/// For comparing by eye: "AB:CD:…" in lines of eight bytes. Pure.
QString fingerprintInLines(const QString &digits);

} // namespace barograph
