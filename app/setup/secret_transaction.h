// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secret_store.h"
#include "setup/config_change.h"

#include <functional>

namespace barograph {

/// Makes several changes to the secret store, or none of them: what was there before is read first and put back when a
/// later change fails, and by undo(). Asynchronous; lives on the store's thread.
class SecretTransaction : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const SecretStore::Stored &)>;

    SecretTransaction(SecretStore &store, std::vector<SecretChange> changes, QObject *parent);

    /// Once. The error says why; then everything is as it was.
    void run(Done done);
    /// Puts back what was there before run(). `done` is called either way.
    void undo(std::function<void()> done);
    /// Ids of nodes of which a secret was changed.
    QStringList touched() const;

private:
    struct Step
    {
        SecretChange change;
        std::optional<Secret> before;
    };

    void next(std::size_t step);
    void change(std::size_t step, const Secret &value);
    void write(const SecretChange &where, const Secret &value, SecretStore::SetDone done);
    void putBack(std::size_t count, std::function<void()> done);

    SecretStore &m_store;
    std::vector<Step> m_steps;
    std::size_t m_doneSteps = 0;
    Done m_done;
};

} // namespace barograph
