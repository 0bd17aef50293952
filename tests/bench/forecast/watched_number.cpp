// SPDX-License-Identifier: GPL-3.0-or-later
#include "watched_number.h"

#include <algorithm>
#include <chrono>
#include <ctime>

namespace bench {

namespace {

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

NodeConfig configured(double tps)
{
    NodeConfig config;
    config.id = QStringLiteral("watched");
    config.allocatedTps = tps;
    return config;
}

double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

} // namespace

WatchedNumber::WatchedNumber(const NumberSetup &setup, const ReceiptCurve &curve)
    : m_number(setup)
    , m_tps(setup.tps)
    , m_meter(0, configured(setup.tps))
    , m_curve(curve)
{
    const auto start = m_number.wall();
    m_meter.setReceiptCurve(curve);
    m_meter.setListening(true, start);
    for (std::uint32_t group = 1; group <= sim::Directory::kGroups; ++group) {
        KnownGroup known{trueGroup(group), {}, m_number.directory().recipientsOfGroup(group), {}};
        for (std::uint32_t i = 0; i < known.members; ++i)
            known.participants.push_back(participantPrint(sim::Directory::groupMember(group, i)).low);
        m_meter.setGroup(std::move(known), start);
    }
}

Fingerprint WatchedNumber::trueGroup(std::uint32_t group)
{
    return print(3, group);
}

void WatchedNumber::passSecond()
{
    m_second += Seconds{1};
    m_number.advance(m_second, [this](const queueing::Interaction &interaction) { take(interaction); });
    const auto now = m_number.wall();
    m_meter.advance(now);
    m_meter.takeStormsToStore(now);
    if (const auto changed = m_meter.takeChangedReceiptCurve(now))
        m_curve = *changed;
}

void WatchedNumber::take(const queueing::Interaction &interaction)
{
    IngestedEvent event;
    event.kind = interaction.kind;
    event.message = messagePrint(interaction.message);
    event.participant = participantPrint(interaction.participant);
    event.arrival = m_number.wall();
    event.eventTime = UtcTime{secondOf(m_number.wall(interaction.happenedAt))};
    m_meter.count(event);
}

void WatchedNumber::run(Seconds length)
{
    while (m_second < length)
        passSecond();
}

std::vector<StormView> WatchedNumber::frame()
{
    const auto before = processorSeconds();
    auto storms = m_meter.frame(m_number.wall()).storms;
    m_frameSeconds += processorSeconds() - before;
    m_shownStorms += storms.size();
    return storms;
}

std::vector<Shown> WatchedNumber::look(const std::vector<Look> &looks)
{
    std::vector<Shown> all;
    for (auto next = looks.begin(); next != looks.end();) {
        passSecond();
        const auto at = static_cast<double>(m_second.count());
        if (next->at > at)
            continue;
        const auto views = frame();
        for (; next != looks.end() && next->at <= at; ++next) {
            const auto view = std::find_if(views.begin(), views.end(), [&](const StormView &each) {
                return each.message == messagePrint(next->message);
            });
            if (view == views.end())
                continue;
            const auto seconds = [&](UtcTime time) {
                return std::chrono::duration<double>(time - m_number.wall(queueing::ModelTime{})).count();
            };
            Shown shown{*next, at, {}, 0, 0, at + view->remaining.valueOr(0) / m_tps, view->group};
            const auto &forecast = view->forecast;
            if (forecast.basis == ForecastBasis::History && forecast.end) {
                shown.end = seconds(*forecast.end);
                shown.earliest = seconds(*forecast.earliest);
                shown.latest = seconds(*forecast.latest);
            }
            all.push_back(shown);
        }
    }
    return all;
}

} // namespace bench
