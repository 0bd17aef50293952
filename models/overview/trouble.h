// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace barograph {

/// What is wrong with a node, from nothing to worst: what a list of nodes is sorted by. The larger the worse.
enum class Trouble : quint8 {
    Off,        ///< switched off by the operator
    None,       ///< all is well
    Unknown,    ///< nobody can say
    Notice,     ///< worth a look: settings changed elsewhere, something ends within a week, a quiet hour
    NearBudget, ///< a whole minute close to the budget
    Paused,     ///< its outbound queue is held back
    Degraded,   ///< works, and not as it should: a shard is missing, a slow bot, a queue that fills within a day
    Ending,     ///< a token, certificate or login ends within a day
    Filling,    ///< messages will be lost within half an hour
    OverBudget, ///< at 95 % of its budget or more
    Silent,     ///< says that it is connected, and nothing comes
    Losing,     ///< messages are being lost, or will be within two minutes
    Down        ///< not connected to WhatsApp
};

/// Pure. Agrees with headlineOf(): what that calls critical or worth attention is at least Notice here.
Trouble troubleOf(const NodeFrame &node, UtcTime now);

/// Somebody should look.
constexpr bool needsAttention(Trouble trouble)
{
    return trouble >= Trouble::Notice;
}
/// Somebody should look now.
constexpr bool isCritical(Trouble trouble)
{
    return trouble >= Trouble::Ending;
}

/// What is told of a node's trouble when that comes and goes: a node gets worse at once where messages are at stake and
/// else after two seconds, and better only after it has been better for fifteen. So that what is sorted or announced
/// by it does not jump about with each wave of traffic. Fixed memory a node. GUI thread.
class SteadyTrouble
{
public:
    static constexpr Millis kWorseAfter{2'000};
    static constexpr Millis kBetterAfter{15'000};

    /// Call with every frame; `now` must not go back. Nodes that are gone are forgotten.
    void update(const Frame &frame, UtcTime now);
    /// None of a node that was never seen.
    Trouble of(const QString &id) const;

private:
    struct Held
    {
        Trouble shown = Trouble::None;
        Trouble next = Trouble::None; ///< what it would be; equal to `shown` while nothing changes
        UtcTime since{};              ///< that it would be better (or worse) without a break
        quint64 seen = 0;
    };

    static void follow(Held &held, Trouble trouble, UtcTime now);

    QHash<QString, Held> m_held;
    quint64 m_round = 0;
};

/// Ids by trouble, worst first; where that is equal, in the order of the frame. Pure.
QStringList idsByTrouble(const Frame &frame, const SteadyTrouble &troubles);

} // namespace barograph
