// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/storm_tally.h"

#include <QCoreApplication>

#include <algorithm>

namespace barograph {

namespace {

std::size_t secondSlot(UtcSecond second)
{
    return static_cast<std::size_t>(unixSeconds(second)) % 10;
}

QString stormLabel(const Fingerprint &message)
{
    constexpr int kDigits = 6;
    const auto hex = QString::number(message.high >> (64 - 4 * kDigits), 16).rightJustified(kDigits, u'0');
    return QCoreApplication::translate("Storm", "message %1").arg(hex);
}

} // namespace

StormTally::StormTally(const Fingerprint &message, const Fingerprint &group, UtcTime firstSeen)
    : lastStored(firstSeen)
    , m_message(message)
    , m_group(group)
    , m_label(stormLabel(message))
    , m_firstSeen(firstSeen)
    , m_lastSeen(firstSeen)
    , m_newestSecond(secondOf(firstSeen))
{}

bool StormTally::add(quint64 participant, Receipt receipt, UtcTime at, bool mayEstimate)
{
    switch (m_participants.add(participant, receipt)) {
    case ParticipantSet::Outcome::Seen:
        break;
    case ParticipantSet::Outcome::NewParticipant:
    case ParticipantSet::Outcome::NewReceipt:
        countReceipt(receipt, at);
        break;
    case ParticipantSet::Outcome::NeedsRoom:
        if (!mayEstimate)
            return false;
        ++(receipt == Receipt::Delivery ? m_untoldDeliveries : m_untoldReads);
        countReceipt(receipt, at);
        break;
    }
    return true;
}

void StormTally::learnGroup(const Fingerprint &group)
{
    if (m_group.isNull())
        m_group = group;
}

void StormTally::countReceipt(Receipt receipt, UtcTime at)
{
    ++(receipt == Receipt::Delivery ? m_deliveries : m_reads);
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

StormView StormTally::view(UtcTime now, const Reading<quint32> &groupSize, ReceiptKinds kinds) const
{
    StormView view;
    view.message = m_message;
    view.group = m_group;
    view.label = m_label;
    view.firstSeen = m_firstSeen;
    view.lastSeen = m_lastSeen;
    view.deliveries = m_deliveries;
    view.reads = m_reads;
    view.participants = static_cast<quint32>(m_participants.size()) + std::max(m_untoldDeliveries, m_untoldReads);
    view.estimated = m_untoldDeliveries + m_untoldReads > 0;
    view.groupSize = groupSize;
    view.receiptsPerSecond = receiptsPerSecond(now);
    view.active = now - m_lastSeen < kActiveFor;

    const auto restOf = [&view](quint32 fanOut) { return fanOut - std::min(fanOut, view.seen()); };
    if (kinds.count() == 0) {
        view.fanOut = Reading<quint32>::notMeasured();
        view.remaining = Reading<quint32>::notMeasured();
    } else if (groupSize.hasValue()) {
        // Somebody may have joined since the size was asked for.
        const auto fanOut = std::max(groupSize.value(), view.participants) * kinds.count();
        view.fanOut = Reading<quint32>::measured(fanOut, groupSize.takenAt());
        view.remaining = Reading<quint32>::measured(restOf(fanOut), m_lastSeen);
    } else if (now - m_firstSeen >= kTooEarly) {
        // Each participant seen so far will tell every kind; how many more there are is not known.
        const auto fanOut = view.participants * kinds.count();
        view.fanOut = Reading<quint32>::estimated(fanOut, m_lastSeen);
        view.remaining = Reading<quint32>::estimated(restOf(fanOut), m_lastSeen);
    }
    return view;
}

} // namespace barograph
