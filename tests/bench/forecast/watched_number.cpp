// SPDX-License-Identifier: GPL-3.0-or-later
#include "watched_number.h"

#include <algorithm>
#include <chrono>
#include <ctime>

namespace bench {

namespace {

using queueing::ModelTime;
using namespace std::chrono_literals;

constexpr ModelTime kStep = 100ms;
constexpr int kNoLimit = 10'000'000;
/// What was shown later than this, in seconds, is not asked for.
constexpr double kShownUntil = 3'600;
constexpr Seconds kBeginning{60};

Fingerprint print(quint64 space, quint64 number)
{
    return {sim::mix(space ^ sim::mix(number)), sim::mix(~space ^ sim::mix(~number))};
}

Fingerprint messagePrint(quint64 message)
{
    return print(1, message);
}
Fingerprint participantPrint(quint64 participant)
{
    return print(2, participant);
}
Fingerprint groupPrint(quint64 group)
{
    return print(3, group);
}

sim::SimulationConfig simulated(std::uint64_t seed, double tps)
{
    sim::SimulationConfig config;
    config.scenarios = {"group-storm"};
    config.seed = seed;
    config.tps = tps;
    config.variedStorms = true;
    return config;
}

NodeConfig configured(double tps)
{
    NodeConfig config;
    config.id = QStringLiteral("watched");
    config.allocatedTps = tps;
    return config;
}

double secondsBetween(UtcTime from, UtcTime to)
{
    return std::chrono::duration<double>(to - from).count();
}

double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

} // namespace

double WatchedStorm::duration() const
{
    const auto last = static_cast<std::size_t>(std::ceil(0.95 * static_cast<double>(arrivals.size())));
    return arrivals.at(std::max<std::size_t>(last, 1) - 1);
}

WatchedNumber::WatchedNumber(std::uint64_t seed, double tps, const ReceiptCurve &curve)
    : m_world(simulated(seed, tps))
    , m_start(fromUnixMillis(1'772'366'400'000) + std::chrono::hours(24 * seed))
    , m_tps(tps)
    , m_meter(0, configured(tps))
    , m_curve(curve)
{
    m_meter.setReceiptCurve(curve);
    m_meter.setListening(true, m_start);
    for (std::uint32_t group = 1; group <= sim::Directory::kGroups; ++group) {
        KnownGroup known{groupPrint(group), {}, m_world.directory().recipientsOfGroup(group), {}};
        for (std::uint32_t i = 0; i < known.members; ++i)
            known.participants.push_back(participantPrint(sim::Directory::groupMember(group, i)).low);
        m_meter.setGroup(std::move(known), m_start);
    }
}

UtcTime WatchedNumber::wall(ModelTime at) const
{
    return m_start + std::chrono::duration_cast<Millis>(at);
}

void WatchedNumber::run(Seconds watched, Seconds length)
{
    Seconds second{0};
    for (ModelTime at = kStep; at <= length; at += kStep) {
        m_world.advance(at, kNoLimit);
        takeCallbacks(watched);
        if (at < second + 1s)
            continue;
        second += 1s;
        m_meter.advance(wall(at));
        m_meter.takeStormsToStore(wall(at));
        if (const auto changed = m_meter.takeChangedReceiptCurve(wall(at)))
            m_curve = *changed;
        // Closely while a storm begins, when the most is asked of a forecast.
        const bool begins = wall(at) - m_newestStorm < kBeginning;
        if (second <= watched + Seconds{static_cast<qint64>(kShownUntil)} && second % (begins ? 2s : 20s) == 0s)
            look();
    }
}

void WatchedNumber::takeCallbacks(Seconds watched)
{
    while (const auto attempt = m_world.nextCallback()) {
        const auto interaction = attempt->interaction;
        m_world.callbackAnswered(*attempt, "success", 5);
        const auto now = wall(m_world.now());
        IngestedEvent event;
        event.kind = interaction.kind;
        event.message = messagePrint(interaction.message);
        event.participant = participantPrint(interaction.participant);
        event.arrival = now;
        event.eventTime = UtcTime{secondOf(wall(interaction.happenedAt))};
        m_meter.count(event);
        const bool receipt = interaction.kind == EventKind::Delivery || interaction.kind == EventKind::Read;
        if (!receipt || interaction.group == 0)
            continue;
        auto storm = m_storms.find(event.message);
        if (storm == m_storms.end()) {
            if (m_world.now() > watched)
                continue;
            storm = m_storms.emplace(event.message, WatchedStorm{}).first;
            storm->second.group = interaction.group;
            storm->second.members = m_world.directory().recipientsOfGroup(interaction.group);
            storm->second.firstSeen = now;
            m_newestStorm = now;
        }
        storm->second.arrivals.push_back(secondsBetween(storm->second.firstSeen, now));
    }
}

void WatchedNumber::look()
{
    const auto now = wall(m_world.now());
    const auto before = processorSeconds();
    const auto frame = m_meter.frame(now);
    if (!frame.storms.empty()) {
        m_frameSeconds += processorSeconds() - before;
        m_shownStorms += frame.storms.size();
    }
    for (const auto &view : frame.storms) {
        const auto found = m_storms.find(view.message);
        if (found == m_storms.end())
            continue;
        auto &storm = found->second;
        const bool right = view.group == groupPrint(storm.group);
        storm.matchedRight = storm.matchedRight || (right && view.seen() <= 20);
        storm.matchedWrong = storm.matchedWrong || (!right && !view.group.isNull());
        const auto seconds = [&storm](UtcTime time) { return secondsBetween(storm.firstSeen, time); };
        Shown shown;
        shown.at = seconds(now);
        if (shown.at > kShownUntil)
            continue;
        shown.seen = view.seen();
        shown.naive = shown.at + view.remaining.valueOr(0) / m_tps;
        if (view.forecast.basis == ForecastBasis::History && view.forecast.end) {
            shown.end = seconds(*view.forecast.end);
            shown.earliest = seconds(*view.forecast.earliest);
            shown.latest = seconds(*view.forecast.latest);
        }
        storm.shown.push_back(shown);
    }
}

ReceiptCurve WatchedNumber::curve()
{
    return m_curve;
}

std::vector<WatchedStorm> WatchedNumber::storms() const
{
    std::vector<WatchedStorm> storms;
    for (const auto &[message, storm] : m_storms)
        storms.push_back(storm);
    return storms;
}

} // namespace bench
