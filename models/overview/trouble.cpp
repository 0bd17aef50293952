// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/trouble.h"

#include "incoming/queue_risk.h"
#include "text/headline.h"

#include <algorithm>
#include <vector>

namespace barograph {

namespace {

constexpr double kOverBudget = 0.95;
constexpr double kNearBudgetShare = 0.7;
/// Callbacks waiting at the node, of the 100,000 that it holds, from which headlineOf() is critical.
constexpr qint64 kManyCallbacks = 50'000;
constexpr std::size_t kTenSecondWindow = 1;
constexpr std::size_t kMinuteWindow = 2;

/// What the queue and the bot's server are heading for.
Trouble queueTrouble(const NodeFrame &node)
{
    const QueueRisk queue = riskOf(node.incoming);
    const BotRisk bot = riskOf(node.botServer);
    if (queue == QueueRisk::Losing || queue == QueueRisk::Imminent || bot == BotRisk::Dead)
        return Trouble::Losing;
    if (queue == QueueRisk::Soon)
        return Trouble::Filling;
    if (queue == QueueRisk::Watch || bot == BotRisk::Slow || bot == BotRisk::Failing)
        return Trouble::Degraded;
    return Trouble::None;
}

} // namespace

Trouble troubleOf(const NodeFrame &node, UtcTime now)
{
    if (!node.enabled || node.judgement.state == NodeState::Off)
        return Trouble::Off;
    if (node.judgement.state == NodeState::Down)
        return Trouble::Down;
    const Trouble queue = queueTrouble(node);
    if (queue == Trouble::Losing)
        return queue;
    if (node.judgement.state == NodeState::Silent || node.silence.isSilent())
        return Trouble::Silent;
    const double used = node.utilisation(kTenSecondWindow).valueOr(0);
    const Headline headline = headlineOf(node, now);
    if (used >= kOverBudget)
        return Trouble::OverBudget;
    if (queue == Trouble::Filling || node.callbackQueueSize.valueOr(0) >= kManyCallbacks)
        return Trouble::Filling;
    // All else that is critical there is something that ends.
    if (headline.urgency == Urgency::Critical)
        return Trouble::Ending;
    if (queue == Trouble::Degraded || node.judgement.state == NodeState::Degraded)
        return Trouble::Degraded;
    if (node.outbound.isPausedNow())
        return Trouble::Paused;
    if (headline.urgency == Urgency::Attention) {
        const bool near = std::min(used, node.utilisation(kMinuteWindow).valueOr(used)) >= kNearBudgetShare;
        return near ? Trouble::NearBudget : Trouble::Notice;
    }
    return headline.urgency == Urgency::Unknown ? Trouble::Unknown : Trouble::None;
}

void SteadyTrouble::follow(Held &held, Trouble trouble, UtcTime now)
{
    // What somebody did on purpose is no wave.
    const bool atOnce = trouble >= Trouble::Silent || trouble == Trouble::Off || held.shown == Trouble::Off;
    if (trouble == held.shown ||
        (atOnce && (trouble > held.shown || held.shown == Trouble::Off || trouble == Trouble::Off))) {
        held.shown = held.next = trouble;
        held.since = now;
        return;
    }
    const bool worse = trouble > held.shown;
    const bool wasSameWay = held.next != held.shown && (held.next > held.shown) == worse;
    if (!wasSameWay) {
        held.next = trouble;
        held.since = now;
    } else {
        // The mildest of a rise and the worst of a fall: what it has been all the time.
        held.next = worse ? std::min(held.next, trouble) : std::max(held.next, trouble);
    }
    if (now - held.since >= (worse ? kWorseAfter : kBetterAfter)) {
        held.shown = held.next;
        held.since = now;
        if (trouble != held.shown)
            held.next = trouble;
    }
}

void SteadyTrouble::update(const Frame &frame, UtcTime now)
{
    ++m_round;
    for (const NodeFrame &node : frame.nodes) {
        const Trouble trouble = troubleOf(node, now);
        auto found = m_held.find(node.id);
        if (found == m_held.end())
            found = m_held.insert(node.id, Held{trouble, trouble, now, m_round});
        else
            follow(*found, trouble, now);
        found->seen = m_round;
    }
    for (auto it = m_held.begin(); it != m_held.end();)
        it = it->seen == m_round ? std::next(it) : m_held.erase(it);
}

Trouble SteadyTrouble::of(const QString &id) const
{
    const auto found = m_held.constFind(id);
    return found == m_held.constEnd() ? Trouble::None : found->shown;
}

QStringList idsByTrouble(const Frame &frame, const SteadyTrouble &troubles)
{
    std::vector<std::pair<Trouble, const NodeFrame *>> nodes;
    nodes.reserve(frame.nodes.size());
    for (const NodeFrame &node : frame.nodes)
        nodes.emplace_back(troubles.of(node.id), &node);
    std::stable_sort(nodes.begin(), nodes.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QStringList ids;
    ids.reserve(static_cast<qsizetype>(nodes.size()));
    for (const auto &[trouble, node] : nodes)
        ids << node->id;
    return ids;
}

} // namespace barograph
