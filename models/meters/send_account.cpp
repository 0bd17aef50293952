// SPDX-License-Identifier: GPL-3.0-or-later
#include "meters/send_account.h"

#include <algorithm>

namespace barograph {

namespace {

/// Statuses are stamped with whole seconds, so comparisons are made in those.
bool liesWithin(UtcTime sentAt, UtcTime from, UtcTime to)
{
    return secondOf(sentAt) >= secondOf(from) && secondOf(sentAt) <= secondOf(to);
}

} // namespace

bool SendAccount::isCovered(UtcTime sentAt) const
{
    if (m_source == SendSource::StatsCounter && m_countsFrom && secondOf(sentAt) >= secondOf(*m_countsFrom))
        return true;
    return std::any_of(m_covered.begin(), m_covered.end(),
                       [&](const Covered &span) { return liesWithin(sentAt, span.from, span.to); });
}

bool SendAccount::takeStatus(UtcTime sentAt)
{
    m_statusSinceBaseline = true;
    if (m_source == SendSource::Unknown)
        m_source = SendSource::SentStatuses;
    if (isCovered(sentAt)) {
        m_statusWhileCounter = m_source == SendSource::StatsCounter;
        return false;
    }
    if (m_baseline && (!m_baseline->at || secondOf(sentAt) >= secondOf(*m_baseline->at)))
        ++m_countedSinceBaseline;
    return true;
}

SendAccount::Growth SendAccount::poll(std::optional<bool> sentCallbacks, std::optional<quint64> counter, UtcTime at,
                                      Millis longestSpan)
{
    if (sentCallbacks)
        m_sentCallbacks = sentCallbacks;
    const auto before = m_source;
    if (m_source != SendSource::StatsCounter) {
        const bool switchedOff = m_sentCallbacks == false;
        const bool silentlyOff = !m_sentCallbacks && counter && counterTellsMore(*counter, at);
        if (switchedOff || silentlyOff)
            useCounter();
        else if (m_sentCallbacks == true)
            m_source = SendSource::SentStatuses;
    }

    Growth growth;
    const bool firstSample = m_source == SendSource::StatsCounter && counter && !m_baseline;
    if (counter) {
        if (m_source == SendSource::StatsCounter)
            growth = grow(*counter, at, longestSpan);
        else
            remember(*counter, at);
    }
    if (m_source == SendSource::StatsCounter) {
        const bool told = m_sentCallbacks.value_or(m_statusWhileCounter);
        const bool samplesStopped = !counter && (!m_lastSample || at - *m_lastSample > longestSpan);
        if (told && (counter || samplesStopped))
            useStatuses(m_lastSample.value_or(at));
    }
    if (growth.sends > 0 || (m_countsFrom && (firstSample || m_source != before)))
        record(growth, m_lastSample.value_or(at));
    if (m_source != SendSource::StatsCounter)
        m_countsFrom.reset();
    return growth;
}

bool SendAccount::counterTellsMore(quint64 counter, UtcTime at) const
{
    return m_baseline && counter != m_baseline->counter && m_growthSeen && !m_statusSinceBaseline &&
           at - *m_growthSeen >= kQuietBeforeCounter;
}

void SendAccount::remember(quint64 counter, UtcTime at)
{
    m_lastSample = at;
    const bool grew = m_baseline && counter != m_baseline->counter;
    // Growth that no status has told yet may still turn out to be the counter's
    // to tell: keep its start.
    if (grew && m_sentCallbacks != true && !m_statusSinceBaseline) {
        m_growthSeen = m_growthSeen.value_or(at);
        return;
    }
    setBaseline(counter, at);
}

void SendAccount::setBaseline(quint64 counter, std::optional<UtcTime> at)
{
    m_baseline = Sample{counter, at};
    m_growthSeen.reset();
    m_statusSinceBaseline = false;
    m_countedSinceBaseline = 0;
}

void SendAccount::useCounter()
{
    m_source = SendSource::StatsCounter;
    m_statusWhileCounter = false;
    m_countsFrom.reset();
    if (m_baseline)
        m_countsFrom = m_baseline->at.value_or(UtcTime{});
}

void SendAccount::useStatuses(UtcTime at)
{
    if (m_countsFrom) {
        m_covered[m_coveredNext] = {*m_countsFrom, at};
        m_coveredNext = (m_coveredNext + 1) % m_covered.size();
    }
    m_source = SendSource::SentStatuses;
    m_statusWhileCounter = false;
}

SendAccount::Growth SendAccount::grow(quint64 counter, UtcTime at, Millis longestSpan)
{
    Growth growth;
    if (m_baseline) {
        auto span = m_baseline->at ? std::max(at - *m_baseline->at, Millis{1}) : Millis{0};
        growth.sends = counter - m_baseline->counter;
        if (counter < m_baseline->counter) {
            // CoreApp's memory was emptied: everything the counter has now is new.
            // Unless only one member of a sum restarted, which leaves far more than
            // can have been sent since.
            const auto seconds = static_cast<quint64>(span.count()) / 1'000 + 1;
            growth.unexplained = span.count() > 0 && counter > seconds * kMostSendsPerSecond;
            growth.sends = growth.unexplained ? 0 : counter;
        }
        growth.sends -= std::min(growth.sends, m_countedSinceBaseline);
        growth.span = span > longestSpan ? Millis{0} : span;
    } else {
        m_countsFrom = at;
    }
    setBaseline(counter, at);
    m_lastSample = at;
    m_lastMeasured = growth.span.count() > 0 && !growth.unexplained ? std::optional(at) : std::nullopt;
    return growth;
}

void SendAccount::record(const Growth &growth, UtcTime at)
{
    CounterDelta next;
    next.counter = m_baseline ? m_baseline->counter : 0;
    next.sends = growth.sends;
    next.at = at;
    next.span = growth.span;
    next.source = m_source;
    next.countsFrom = m_countsFrom.value_or(UtcTime{});
    if (m_record) {
        next.sends += m_record->sends;
        const bool bothKnown =
            (growth.sends == 0 || growth.span.count() > 0) && (m_record->sends == 0 || m_record->span.count() > 0);
        next.span = bothKnown ? m_record->span + growth.span : Millis{0};
    }
    m_record = next;
}

void SendAccount::restore(quint64 counter)
{
    if (m_baseline && m_baseline->counter == counter)
        return; // the replay has already said so, and when
    setBaseline(counter, std::nullopt);
}

std::optional<CounterDelta> SendAccount::takeRecord()
{
    return std::exchange(m_record, std::nullopt);
}

SendAccount::Growth SendAccount::replay(const CounterDelta &record)
{
    if (m_source != SendSource::StatsCounter)
        m_statusWhileCounter = false;
    m_source = SendSource::StatsCounter;
    m_countsFrom = record.countsFrom;
    setBaseline(record.counter, record.at);
    m_lastSample = record.at;
    m_lastMeasured = record.span.count() > 0 ? std::optional(record.at) : std::nullopt;
    if (record.source != SendSource::StatsCounter) {
        useStatuses(record.at);
        m_countsFrom.reset();
    }
    return {record.sends, record.span, false};
}

} // namespace barograph
