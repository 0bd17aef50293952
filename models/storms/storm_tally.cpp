// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/storm_tally.h"

#include <algorithm>

namespace barograph {

namespace {

std::size_t secondSlot(UtcSecond second)
{
    return static_cast<std::size_t>(unixSeconds(second)) % 10;
}

double secondsBetween(UtcTime from, UtcTime to)
{
    return std::chrono::duration<double>(to - from).count();
}

QString stormLabel(const Fingerprint &message)
{
    constexpr int kDigits = 6;
    const auto hex = QString::number(message.high >> (64 - 4 * kDigits), 16).rightJustified(kDigits, u'0');
    // English always: it is stored and stands in reports. shownStormLabel() translates it.
    return QStringLiteral("message %1").arg(hex);
}

} // namespace

StormTally::StormTally(const Fingerprint &message, const Fingerprint &group, UtcTime firstSeen, UtcTime firstHappened)
    : lastStored(firstSeen)
    , m_message(message)
    , m_toldGroup(group)
    , m_label(stormLabel(message))
    , m_firstSeen(firstSeen)
    , m_lastSeen(firstSeen)
    , m_origin(firstHappened)
    , m_newestSecond(secondOf(firstSeen))
{}

bool StormTally::add(quint64 participant, Receipt receipt, UtcTime at, UtcTime happenedAt, bool mayEstimate)
{
    switch (m_participants.add(participant, receipt)) {
    case ParticipantSet::Outcome::Seen:
        break;
    case ParticipantSet::Outcome::NewParticipant:
    case ParticipantSet::Outcome::NewReceipt:
        countReceipt(receipt, at, happenedAt);
        break;
    case ParticipantSet::Outcome::NeedsRoom:
        if (!mayEstimate)
            return false;
        ++(receipt == Receipt::Delivery ? m_untoldDeliveries : m_untoldReads);
        countReceipt(receipt, at, happenedAt);
        break;
    }
    return true;
}

void StormTally::learnGroup(const Fingerprint &group)
{
    if (m_toldGroup.isNull())
        m_toldGroup = group;
}

void StormTally::matchGroup(const GroupDirectory &groups)
{
    if (!m_toldGroup.isNull() || m_participants.size() < GroupDirectory::kLeastToMatch)
        return;
    if (m_participants.size() < m_matchNextAt && m_matchedRevision == groups.revision())
        return;
    m_matchedRevision = groups.revision();
    m_matchNextAt = m_participants.size() + std::max<std::size_t>(m_participants.size() / 2, 1);
    if (groups.groupCount() > 0)
        m_match = groups.match(m_participants.keys());
}

void StormTally::countReceipt(Receipt receipt, UtcTime at, UtcTime happenedAt)
{
    ++(receipt == Receipt::Delivery ? m_deliveries : m_reads);
    auto &counts = receipt == Receipt::Delivery ? m_deliveriesIn : m_readsIn;
    ++counts[receipt_bins::of(secondsBetween(m_origin, happenedAt))];
    m_lastSeen = std::max(m_lastSeen, at);
    const auto second = secondOf(m_lastSeen);
    for (auto skipped = std::max(m_newestSecond, second - kRateWindow); skipped < second;)
        m_perSecond[secondSlot(skipped += Seconds{1})] = 0;
    m_newestSecond = second;
    ++m_perSecond[secondSlot(second)];
}

double StormTally::receiptsPerSecond(UtcTime now) const
{
    quint32 sum = 0;
    for (auto second = m_newestSecond; second > m_newestSecond - kRateWindow; second -= Seconds{1})
        sum += secondOf(now) - second < kRateWindow ? m_perSecond[secondSlot(second)] : 0;
    return static_cast<double>(sum) / static_cast<double>(kRateWindow.count());
}

quint32 StormTally::participantCount() const
{
    return static_cast<quint32>(m_participants.size()) + std::max(m_untoldDeliveries, m_untoldReads);
}

StormProgress StormTally::progress(UtcTime observedUntil, ReceiptKinds kinds) const
{
    StormProgress progress;
    progress.origin = m_origin;
    progress.observedSeconds = std::max(secondsBetween(m_origin, observedUntil), 0.0);
    progress.participants = participantCount();
    progress.deliveries = m_deliveries;
    progress.reads = m_reads;
    progress.deliveriesIn = m_deliveriesIn;
    progress.readsIn = m_readsIn;
    progress.kinds = kinds;
    return progress;
}

Reading<quint32> StormTally::groupSize(const GroupDirectory &groups) const
{
    const auto known = groups.sizeOf(group());
    if (known.hasValue() || !m_toldGroup.isNull() || !m_match.members)
        return known;
    return Reading<quint32>::measured(*m_match.members, m_lastSeen);
}

MembersBound StormTally::bound(const GroupDirectory &groups) const
{
    return {m_toldGroup.isNull() ? m_match.membersAtMost : 0, groups.largest()};
}

StormView StormTally::view(UtcTime now, const GroupDirectory &groups, const MembersEstimate &members,
                           ReceiptKinds kinds) const
{
    StormView view;
    view.message = m_message;
    view.group = group();
    view.groupSubject = groups.subjectOf(view.group);
    view.label = m_label;
    view.firstSeen = m_firstSeen;
    view.lastSeen = m_lastSeen;
    view.deliveries = m_deliveries;
    view.reads = m_reads;
    view.participants = participantCount();
    view.estimated = m_untoldDeliveries + m_untoldReads > 0;
    view.groupSize = groupSize(groups);
    view.receiptsPerSecond = receiptsPerSecond(now);
    view.active = now - m_lastSeen < kActiveFor;
    view.fanOutBasis = members.basis;

    if (kinds.count() == 0) {
        view.fanOut = Reading<quint32>::notMeasured();
        view.remaining = Reading<quint32>::notMeasured();
        return view;
    }
    const auto fanOut = members.members * kinds.count();
    const auto rest = fanOut - std::min(fanOut, view.seen());
    if (members.basis == FanOutBasis::GroupSize) {
        view.fanOut = Reading<quint32>::measured(fanOut, view.groupSize.takenAt());
        view.remaining = Reading<quint32>::measured(rest, m_lastSeen);
    } else if (members.basis != FanOutBasis::None) {
        view.fanOut = Reading<quint32>::estimated(fanOut, m_lastSeen);
        view.remaining = Reading<quint32>::estimated(rest, m_lastSeen);
    }
    return view;
}

} // namespace barograph
