// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secret_store.h"

#include "secrets/answer_gate.h"

namespace barograph {

void SecretStore::get(const QString &nodeId, const QString &name, QObject *context, GetDone done)
{
    const auto gate = AnswerGate::makeFor(context);
    QMetaObject::invokeMethod(
        this,
        [this, nodeId, name, gate, done = std::move(done)] {
            doGet(nodeId, name, [gate, done](const Found &found) { gate.post([done, found] { done(found); }); });
        },
        Qt::QueuedConnection);
}

void SecretStore::set(const QString &nodeId, const QString &name, const Secret &value, QObject *context, SetDone done)
{
    const auto gate = AnswerGate::makeFor(context);
    QMetaObject::invokeMethod(
        this,
        [this, nodeId, name, value, gate, done = std::move(done)] {
            doSet(nodeId, name, value,
                  [gate, done](const Stored &stored) { gate.post([done, stored] { done(stored); }); });
        },
        Qt::QueuedConnection);
}

void SecretStore::remove(const QString &nodeId, const QString &name, QObject *context, SetDone done)
{
    const auto gate = AnswerGate::makeFor(context);
    QMetaObject::invokeMethod(
        this,
        [this, nodeId, name, gate, done = std::move(done)] {
            doRemove(nodeId, name, [gate, done](const Stored &stored) { gate.post([done, stored] { done(stored); }); });
        },
        Qt::QueuedConnection);
}

} // namespace barograph
