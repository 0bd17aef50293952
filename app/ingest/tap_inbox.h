// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listener/hook_sink.h"

#include <QByteArray>

#include <deque>
#include <functional>
#include <map>
#include <mutex>

namespace barograph {

/// Bodies of taps on their way to the ingest thread. They wait here while nothing can be stored; the room is fixed, and
/// what does not fit is dropped and counted, because a WebSocket has nobody whom we could ask to come again.
class TapInbox
{
public:
    /// In bodies, since the start of the program.
    struct Counts
    {
        quint64 frames = 0;     ///< all that were offered
        quint64 dropped = 0;    ///< of these, no room or no such node
        quint64 unreadable = 0; ///< of these, refused by the decoder
    };
    enum class Offered : quint8 {
        Dropped,
        Waits, ///< drain() will come to it
        Wakes  ///< the caller has to see to it that drain() is called
    };
    enum class Drained : quint8 {
        Empty,
        More,   ///< there are more: call again soon
        Blocked ///< nothing can be stored now: call again later
    };
    static constexpr std::size_t kDefaultBytes = 16 << 20;

    explicit TapInbox(std::size_t maxBytes = kDefaultBytes)
        : m_maxBytes(maxBytes)
    {}

    /// Any thread.
    Offered offer(NodeIndex node, QByteArray body);
    /// Hands at most `most` bodies to `take`, in order. Ingest thread.
    Drained drain(const std::function<HookOutcome::Kind(const HookRequest &)> &take, std::size_t most);
    /// Any thread.
    Counts counts(NodeIndex node) const;

private:
    struct Waiting
    {
        NodeIndex node = 0;
        QByteArray body; ///< with kBodyPadding bytes behind it

        HookRequest request() const;
        std::size_t bytes() const { return static_cast<std::size_t>(body.size()) + sizeof(Waiting); }
    };

    mutable std::mutex m_mutex;
    std::size_t m_maxBytes;
    std::size_t m_bytes = 0;
    std::deque<Waiting> m_waiting;
    std::map<NodeIndex, Counts> m_counts;
    bool m_awake = false; ///< somebody will call drain()
};

} // namespace barograph
