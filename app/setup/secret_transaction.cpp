// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/secret_transaction.h"

namespace barograph {

SecretTransaction::SecretTransaction(SecretStore &store, std::vector<SecretChange> changes, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    for (auto &change : changes)
        m_steps.push_back({std::move(change), std::nullopt});
}

void SecretTransaction::run(Done done)
{
    m_done = std::move(done);
    next(0);
}

QStringList SecretTransaction::touched() const
{
    QStringList ids;
    for (std::size_t i = 0; i < m_doneSteps; ++i)
        ids << m_steps[i].change.nodeId;
    ids.removeDuplicates();
    return ids;
}

void SecretTransaction::next(std::size_t step)
{
    if (step == m_steps.size()) {
        m_done({});
        return;
    }
    const SecretChange &wanted = m_steps[step].change;
    m_store.get(wanted.nodeId, wanted.name, this, [this, step](const SecretStore::Found &before) {
        const auto giveUp = [this, step](const QString &why) {
            putBack(step, [this, why] { m_done(tl::unexpected(why)); });
        };
        if (!before) {
            giveUp(before.error());
            return;
        }
        m_steps[step].before = *before;
        const SecretChange &change = m_steps[step].change;
        if (change.value) {
            this->change(step, *change.value);
            return;
        }
        m_store.get(change.from, change.name, this, [this, step, giveUp](const SecretStore::Found &source) {
            if (!source)
                giveUp(source.error());
            else
                this->change(step, source->value_or(Secret()));
        });
    });
}

void SecretTransaction::change(std::size_t step, const Secret &value)
{
    const auto &before = m_steps[step].before;
    // Nothing to remove, nothing to change: then a store that cannot be written does no harm.
    if (before.value_or(Secret()) == value) {
        m_doneSteps = step + 1;
        next(step + 1);
        return;
    }
    write(m_steps[step].change, value, [this, step](const SecretStore::Stored &stored) {
        if (!stored) {
            putBack(step, [this, why = stored.error()] { m_done(tl::unexpected(why)); });
            return;
        }
        m_doneSteps = step + 1;
        next(step + 1);
    });
}

void SecretTransaction::write(const SecretChange &where, const Secret &value, SecretStore::SetDone done)
{
    if (value.isEmpty())
        m_store.remove(where.nodeId, where.name, this, std::move(done));
    else
        m_store.set(where.nodeId, where.name, value, this, std::move(done));
}

void SecretTransaction::putBack(std::size_t count, std::function<void()> done)
{
    if (count == 0) {
        m_doneSteps = 0;
        done();
        return;
    }
    const Step &step = m_steps[count - 1];
    // Whether it works or not: there is nothing else to try.
    write(step.change, step.before.value_or(Secret()),
          [this, count, done = std::move(done)](const SecretStore::Stored &) { putBack(count - 1, done); });
}

void SecretTransaction::undo(std::function<void()> done)
{
    putBack(m_doneSteps, std::move(done));
}

} // namespace barograph
