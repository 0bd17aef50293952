// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>

namespace barograph {

/// Carries an answer back to the thread of an object that may be gone by then.
///
/// QPointer is not safe against destruction on another thread, so a small child of the context stands in for it and is
/// looked up under a lock. Made on the context's thread; `post` may be called from any.
class AnswerGate : public QObject
{
    Q_OBJECT

public:
    /// Copyable handle that outlives the gate.
    class Handle
    {
    public:
        /// Runs `function` later on the context's thread, unless the context is gone. At most once per gate.
        void post(std::function<void()> function) const
        {
            const std::lock_guard lock(m_state->mutex);
            AnswerGate *gate = std::exchange(m_state->gate, nullptr);
            if (gate == nullptr)
                return;
            QMetaObject::invokeMethod(
                gate,
                [gate, function = std::move(function)] {
                    gate->deleteLater();
                    function();
                },
                Qt::QueuedConnection);
        }

    private:
        friend class AnswerGate;
        struct State
        {
            std::mutex mutex;
            AnswerGate *gate = nullptr;
        };
        std::shared_ptr<State> m_state = std::make_shared<State>();
    };

    static Handle makeFor(QObject *context)
    {
        Handle handle;
        handle.m_state->gate = new AnswerGate(context, handle);
        return handle;
    }
    ~AnswerGate() override
    {
        const std::lock_guard lock(m_handle.m_state->mutex);
        m_handle.m_state->gate = nullptr;
    }

private:
    AnswerGate(QObject *context, Handle handle)
        : QObject(context)
        , m_handle(std::move(handle))
    {}

    Handle m_handle;
};

} // namespace barograph
