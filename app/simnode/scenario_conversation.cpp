// SPDX-License-Identifier: GPL-3.0-or-later
#include "random.h"
#include "simulation.h"

namespace barograph::sim {
namespace {

// A message from a person costs itself, the bot's answer, and that answer's receipts.
constexpr double kInteractionsPerMessage = 3.8;

/// People who write independently of each other, so that a given share of the budget is spent on average.
class Conversation : public Scenario
{
public:
    Conversation(double budgetShare, double interactionsPerMessage, std::uint64_t seed)
        : m_messagesPerBudget(budgetShare / interactionsPerMessage)
        , m_random(seed)
    {}

    ModelTime wake(Simulation &world, ModelTime now) override
    {
        if (world.isTrafficOver())
            return kNever;
        if (now > ModelTime::zero())
            world.personWrites(m_random.below(Directory::kPeople), now);
        const double messagesPerSecond = m_messagesPerBudget * world.tps();
        return now + queueing::fromSeconds(m_random.exponential(1 / messagesPerSecond));
    }

private:
    double m_messagesPerBudget;
    Random m_random;
};

} // namespace

std::unique_ptr<Scenario> makeConversation(double budgetShare, std::uint64_t seed)
{
    return std::make_unique<Conversation>(budgetShare, kInteractionsPerMessage, seed);
}

std::unique_ptr<Scenario> makeOverload(std::uint64_t seed)
{
    // The messages from people alone come at nearly twice the rate that the number can take in.
    constexpr double kIncomingShare = 1.8;
    return std::make_unique<Conversation>(kIncomingShare, 1, seed);
}

} // namespace barograph::sim
