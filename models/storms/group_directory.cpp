// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/group_directory.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

constexpr quint64 kSpareBits = 3; // of a participant's hash, taken by ParticipantSet for its own use
/// So many are looked for in every group; only where most of them are found, all the others are too.
constexpr std::size_t kSample = 16;
constexpr double kLeastShare = 0.9;
constexpr double kLeastShareOfSample = 0.75;
/// ln 100
const double kMuchBetter = std::log(100.0);
/// How likely it is that somebody answers who was no member when the group was asked for.
constexpr double kJoinedSince = 1e-5;

std::size_t countMembers(std::span<const quint64> participants, const std::vector<quint64> &members)
{
    return static_cast<std::size_t>(
        std::count_if(participants.begin(), participants.end(), [&members](quint64 participant) {
            return std::binary_search(members.begin(), members.end(), participant & ~kSpareBits);
        }));
}

/// Logarithm of how likely it is that just these of the group answer first: each order of its members is as likely as
/// any other.
double explanation(std::size_t found, std::size_t strangers, std::size_t members)
{
    const auto all = static_cast<double>(members);
    const auto answered = static_cast<double>(std::min(found, members));
    return std::lgamma(all - answered + 1) - std::lgamma(all + 1) +
           static_cast<double>(strangers) * std::log(kJoinedSince);
}

} // namespace

const GroupDirectory::Entry *GroupDirectory::find(const Fingerprint &group) const
{
    if (group.isNull())
        return nullptr;
    const auto found = std::find_if(m_groups.begin(), m_groups.end(),
                                    [&group](const Entry &entry) { return entry.group.id == group; });
    return found == m_groups.end() ? nullptr : &*found;
}

void GroupDirectory::forget(std::size_t index)
{
    m_participants -= m_groups[index].group.participants.size();
    if (index + 1 < m_groups.size())
        m_groups[index] = std::move(m_groups.back());
    m_groups.pop_back();
}

void GroupDirectory::makeRoomFor(std::size_t participants)
{
    while (!m_groups.empty() && (m_groups.size() >= kMostGroups || m_participants + participants > kMostParticipants)) {
        const auto oldest = std::min_element(m_groups.begin(), m_groups.end(),
                                             [](const Entry &a, const Entry &b) { return a.at < b.at; });
        forget(static_cast<std::size_t>(oldest - m_groups.begin()));
    }
}

void GroupDirectory::set(KnownGroup group, UtcTime at)
{
    if (group.id.isNull())
        return;
    group.subject.truncate(kLongestSubject);
    if (group.participants.size() > kMostParticipants)
        group.participants = {};
    for (auto &participant : group.participants)
        participant &= ~kSpareBits;
    auto &members = group.participants;
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    members.shrink_to_fit();

    if (const auto *known = find(group.id)) {
        const auto index = static_cast<std::size_t>(known - m_groups.data());
        auto &entry = m_groups[index];
        if (entry.group.members == group.members && entry.group.subject == group.subject &&
            entry.group.participants == members) {
            entry.at = at;
            return;
        }
        forget(index);
    }
    makeRoomFor(members.size());
    m_participants += members.size();
    m_groups.push_back({std::move(group), at});
    ++m_revision;
}

std::size_t GroupDirectory::memoryBytes() const
{
    std::size_t bytes = m_groups.capacity() * sizeof(Entry);
    for (const auto &entry : m_groups) {
        bytes += entry.group.participants.capacity() * sizeof(quint64) +
                 static_cast<std::size_t>(entry.group.subject.capacity()) * sizeof(QChar);
    }
    return bytes;
}

Reading<quint32> GroupDirectory::sizeOf(const Fingerprint &group) const
{
    const auto *entry = find(group);
    return entry ? Reading<quint32>::measured(entry->group.members, entry->at) : Reading<quint32>{};
}

QString GroupDirectory::subjectOf(const Fingerprint &group) const
{
    const auto *entry = find(group);
    return entry ? entry->group.subject : QString();
}

quint32 GroupDirectory::largest() const
{
    quint32 most = 0;
    for (const auto &entry : m_groups)
        most = std::max(most, entry.group.members);
    return most;
}

GroupMatch GroupDirectory::match(std::span<const quint64> participants) const
{
    if (participants.size() < kLeastToMatch)
        return {};
    struct Fit
    {
        const Entry *entry;
        double score;
    };
    std::vector<Fit> fits;
    const auto sample = participants.first(std::min(participants.size(), kSample));
    for (const auto &entry : m_groups) {
        const auto &members = entry.group.participants;
        if (static_cast<double>(countMembers(sample, members)) <
            kLeastShareOfSample * static_cast<double>(sample.size()))
            continue;
        const auto found = countMembers(participants, members);
        if (static_cast<double>(found) < kLeastShare * static_cast<double>(participants.size()))
            continue;
        // Who cannot be looked up still counts as a member.
        const auto size = std::max<std::size_t>(entry.group.members, members.size());
        fits.push_back({&entry, explanation(found, participants.size() - found, size)});
    }
    if (fits.empty())
        return {};

    const auto best =
        std::max_element(fits.begin(), fits.end(), [](const Fit &a, const Fit &b) { return a.score < b.score; });
    GroupMatch result;
    result.members = best->entry->group.members;
    std::size_t good = 0;
    for (const auto &fit : fits) {
        if (best->score - fit.score >= kMuchBetter)
            continue;
        ++good;
        const auto members = fit.entry->group.members;
        result.membersAtMost = std::max(result.membersAtMost, members);
        if (result.members != members)
            result.members.reset();
    }
    if (good == 1)
        result.group = best->entry->group.id;
    return result;
}

} // namespace barograph
