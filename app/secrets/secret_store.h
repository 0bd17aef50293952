// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secret.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <functional>
#include <optional>

namespace barograph {

/// Names under which a node's secrets are kept.
namespace SecretName {
inline const QString kPassword = QStringLiteral("password");
/// Sent as `new_password` when a node forces a change at the first login. Without it Barograph changes no password.
inline const QString kNewPassword = QStringLiteral("new-password");
/// The monitoring key (`WA_API_KEY` of the node); optional, used for health and stats.
inline const QString kApiKey = QStringLiteral("api-key");
/// What webhook requests for this node have to prove they know: signing key, token or password.
inline const QString kWebhookSecret = QStringLiteral("webhook-secret");
/// The API key with which the node's events are fetched over a WebSocket (NodeConfig::tap).
inline const QString kTapKey = QStringLiteral("tap-key");
/// All of them, e.g. to tell which names can be stored.
inline const QStringList kAll{kPassword, kNewPassword, kApiKey, kWebhookSecret, kTapKey};
} // namespace SecretName

/// Where passwords and keys are kept, by node id and name.
///
/// The object lives on one thread with an event loop (the GUI's, because keychains want that), but get, set and remove
/// may be called from any thread that has an event loop. Answers come on the thread of `context`, always later, and
/// not at all once `context` is destroyed. `context` must live on the calling thread. Errors are sentences that say
/// what to do; they never hold a secret.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using Found = tl::expected<std::optional<Secret>, QString>;
    using Stored = tl::expected<void, QString>;
    using GetDone = std::function<void(const Found &)>;
    using SetDone = std::function<void(const Stored &)>;

    using QObject::QObject;

    /// An empty optional means: no such secret is kept.
    void get(const QString &nodeId, const QString &name, QObject *context, GetDone done);
    void set(const QString &nodeId, const QString &name, const Secret &value, QObject *context, SetDone done);
    /// Removing what is not there is no error.
    void remove(const QString &nodeId, const QString &name, QObject *context, SetDone done);

    /// One sentence for the settings page: where secrets are kept. Only on the store's own thread.
    virtual QString statusText() const = 0;
    /// False: secrets are forgotten when the program ends.
    virtual bool isPersistent() const = 0;

Q_SIGNALS:
    void statusChanged();

protected:
    // Called on the store's own thread; `done` may be called at once or later, but only there.
    virtual void doGet(const QString &nodeId, const QString &name, GetDone done) = 0;
    virtual void doSet(const QString &nodeId, const QString &name, const Secret &value, SetDone done) = 0;
    virtual void doRemove(const QString &nodeId, const QString &name, SetDone done) = 0;
};

} // namespace barograph
