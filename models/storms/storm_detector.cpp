// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/storm_detector.h"

#include <algorithm>
#include <tuple>

namespace barograph {

namespace {

constexpr std::size_t kMostGroupSizes = 1'024;

} // namespace

StormDetector::StormDetector(StormLimits limits)
    : m_limits(limits)
{
    m_limits.participantsToShow =
        std::clamp<std::size_t>(m_limits.participantsToShow, 1, StormCandidate::kMostParticipants);
    m_limits.storms = std::max<std::size_t>(m_limits.storms, 1);
}

void StormDetector::add(const IngestedEvent &event, UtcTime at)
{
    if (event.redelivered || event.message.isNull() || event.participant.isNull())
        return;
    if (event.kind != EventKind::Delivery && event.kind != EventKind::Read)
        return;
    const auto receipt = event.kind == EventKind::Delivery ? Receipt::Delivery : Receipt::Read;

    auto known = m_index.find(event.message);
    if (known != m_index.end() && at - m_storms[known->second].lastSeen() > kEndsAfter) {
        end(known->second);
        known = m_index.end();
    }
    if (known != m_index.end()) {
        auto &storm = m_storms[known->second];
        storm.learnGroup(event.group);
        addTo(&storm, event.participant.low, receipt, at);
        return;
    }

    const auto enough = event.group.isNull() ? m_limits.participantsToShow : std::size_t{1};
    auto candidate = m_candidates.add(event.message, event.participant, receipt, at, enough);
    // A group named only now: those seen before count too.
    if (!candidate && !event.group.isNull())
        candidate = m_candidates.take(event.message);
    if (!candidate)
        return;
    auto *storm = &start(event.message, event.group, candidate->firstSeen);
    for (std::size_t i = 0; i < candidate->count; ++i) {
        for (const auto each : {Receipt::Delivery, Receipt::Read}) {
            if ((candidate->receipts[i] & static_cast<quint8>(each)) != 0)
                storm = addTo(storm, candidate->participants[i], each, at);
        }
    }
}

StormTally &StormDetector::start(const Fingerprint &message, const Fingerprint &group, UtcTime firstSeen)
{
    if (m_storms.size() >= m_limits.storms)
        endQuietest(nullptr);
    auto &storm = m_storms.emplace_back(message, group, firstSeen);
    m_index.emplace(message, m_storms.size() - 1);
    m_slots += storm.slots();
    return storm;
}

StormTally *StormDetector::addTo(StormTally *storm, quint64 participant, Receipt receipt, UtcTime at)
{
    if (storm->add(participant, receipt, at, false))
        return storm;
    if (storm->canGrow() && makeRoomToGrow(storm))
        storm->grow();
    storm->add(participant, receipt, at, true);
    return storm;
}

/// Frees as many slots as `storm` has, by which it grows. Ending others can move it, which `storm` follows.
bool StormDetector::makeRoomToGrow(StormTally *&storm)
{
    const auto message = storm->message();
    const auto needed = storm->slots();
    while (m_slots + needed > m_limits.participantSlots && m_storms.size() > 1) {
        endQuietest(storm);
        storm = &m_storms[m_index.at(message)];
    }
    if (m_slots + needed > m_limits.participantSlots)
        return false;
    m_slots += needed;
    return true;
}

void StormDetector::endQuietest(const StormTally *except)
{
    std::size_t quietest = m_storms.size();
    for (std::size_t i = 0; i < m_storms.size(); ++i) {
        if (&m_storms[i] != except &&
            (quietest == m_storms.size() || m_storms[i].lastSeen() < m_storms[quietest].lastSeen()))
            quietest = i;
    }
    if (quietest < m_storms.size())
        end(quietest);
}

void StormDetector::end(std::size_t index)
{
    m_slots -= m_storms[index].slots();
    m_index.erase(m_storms[index].message());
    m_storms[index].finish();
    m_ended.push_back(std::move(m_storms[index]));
    if (index + 1 < m_storms.size()) {
        m_storms[index] = std::move(m_storms.back());
        m_index[m_storms[index].message()] = index;
    }
    m_storms.pop_back();
}

void StormDetector::endAll()
{
    while (!m_storms.empty())
        end(m_storms.size() - 1);
    m_candidates = {};
}

void StormDetector::setGroupSize(const Fingerprint &group, quint32 members, UtcTime at)
{
    if (group.isNull())
        return;
    if (m_groupSizes.size() >= kMostGroupSizes && m_groupSizes.find(group) == m_groupSizes.end()) {
        m_groupSizes.erase(std::min_element(m_groupSizes.begin(), m_groupSizes.end(), [](const auto &a, const auto &b) {
            return a.second.takenAt() < b.second.takenAt();
        }));
    }
    m_groupSizes[group] = Reading<quint32>::measured(members, at);
}

Reading<quint32> StormDetector::groupSizeOf(const Fingerprint &group) const
{
    const auto found = group.isNull() ? m_groupSizes.end() : m_groupSizes.find(group);
    return found == m_groupSizes.end() ? Reading<quint32>{} : found->second;
}

std::vector<StormView> StormDetector::strongest(UtcTime now, std::size_t most, ReceiptKinds kinds) const
{
    using Rank = std::tuple<double, UtcTime, std::size_t>;
    std::vector<Rank> ranks;
    ranks.reserve(m_storms.size());
    for (std::size_t i = 0; i < m_storms.size(); ++i) {
        if (now - m_storms[i].lastSeen() <= kEndsAfter)
            ranks.emplace_back(m_storms[i].receiptsPerSecond(now), m_storms[i].lastSeen(), i);
    }
    const auto shown = std::min(most, ranks.size());
    std::partial_sort(ranks.begin(), ranks.begin() + static_cast<std::ptrdiff_t>(shown), ranks.end(),
                      [](const Rank &a, const Rank &b) { return a > b; });
    std::vector<StormView> views;
    views.reserve(shown);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto &storm = m_storms[std::get<2>(ranks[i])];
        views.push_back(storm.view(now, groupSizeOf(storm.group()), kinds));
    }
    return views;
}

std::vector<StormView> StormDetector::takeToStore(UtcTime now, ReceiptKinds kinds)
{
    for (std::size_t i = m_storms.size(); i-- > 0;) {
        if (now - m_storms[i].lastSeen() > kEndsAfter)
            end(i);
    }
    std::vector<StormView> views;
    for (const auto &storm : m_ended) {
        // The clock may have been set back since.
        const auto at = std::max(now, storm.lastSeen());
        auto &view = views.emplace_back(storm.view(at, groupSizeOf(storm.group()), kinds));
        view.active = false;
    }
    m_ended.clear();
    for (auto &storm : m_storms) {
        if (now - storm.lastStored >= kStoredEvery && storm.lastSeen() >= storm.lastStored) {
            views.push_back(storm.view(now, groupSizeOf(storm.group()), kinds));
            storm.lastStored = now;
        }
    }
    return views;
}

std::size_t StormDetector::memoryBytes() const
{
    return m_candidates.memoryBytes() + m_storms.capacity() * sizeof(StormTally) + m_slots * sizeof(quint64);
}

} // namespace barograph
