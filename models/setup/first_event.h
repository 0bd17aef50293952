// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QString>

namespace barograph {

/// How far the wait for a node's first event has come, in words.
struct FirstEventView
{
    enum class State : quint8 {
        Waiting, ///< nothing has come
        Refused, ///< requests came and were turned away
        Arrived
    };
    State state = State::Waiting;
    QString text;   ///< what is to be seen
    QString advice; ///< what to do about it; may be empty

    friend bool operator==(const FirstEventView &, const FirstEventView &) = default;
};

/// Watches frames for the first event of one node after a moment. What has arrived stays so. Pure but for its memory.
class FirstEventWatch
{
public:
    /// Events that arrived before `since` do not count.
    void start(const QString &nodeId, UtcTime since);
    FirstEventView look(const Frame &frame, UtcTime now);

private:
    FirstEventView lookAt(const Frame &frame, const NodeFrame &node, UtcTime now);
    FirstEventView waiting(const Frame &frame, const NodeFrame &node) const;

    QString m_nodeId;
    UtcTime m_since{};
    std::optional<quint64> m_apartBefore; ///< counted apart and known already, when the node was first seen
    quint64 m_refusedBefore = 0;
    std::optional<FirstEventView> m_arrived;
};

/// What to do about requests that are refused for this reason.
QString refusalAdvice(RefusalReason reason);

} // namespace barograph
