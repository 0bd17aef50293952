// SPDX-License-Identifier: GPL-3.0-or-later
#include "storms/storm_detector.h"

#include "storms/storm_outlook.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace barograph {

namespace {

/// Before this age nothing is learnt from a storm: how many members there are is seen only by then.
constexpr double kLearnFromSeconds = 60;
/// A storm of fewer members says little about how members read.
constexpr quint32 kLeastMembersToLearn = 5;
constexpr double kStampSlackSeconds = 1;
/// So long a storm begins: its forecast changes by the second.
constexpr Millis kBegins{60'000};
/// What has the stamp of another day says nothing about a curve.
constexpr Millis kOldestStamp{86'400'000};

UtcTime observedUntil(UtcTime now, Millis lag)
{
    return now - withoutStampError(lag);
}

Millis fromSeconds(double seconds)
{
    return Millis{static_cast<qint64>(seconds * 1000)};
}

/// A message that goes out is delivered first. Where mostly reads arrive, its beginning was not seen.
bool isFitToLearnFrom(const StormProgress &storm)
{
    const bool whole = !storm.kinds.deliveries || 2 * storm.deliveries >= storm.participants;
    return whole && storm.kinds.count() > 0 && storm.participants >= kLeastMembersToLearn &&
           4 * storm.participants >= storm.members;
}

} // namespace

StormDetector::StormDetector(StormLimits limits)
    : m_limits(limits)
{
    m_limits.participantsToShow =
        std::clamp<std::size_t>(m_limits.participantsToShow, 1, StormCandidate::kMostParticipants);
    m_limits.storms = std::max<std::size_t>(m_limits.storms, 1);
}

bool StormDetector::add(const IngestedEvent &event, UtcTime at, UtcTime happenedAt)
{
    if (event.redelivered || event.message.isNull() || event.participant.isNull())
        return false;
    if (event.kind != EventKind::Delivery && event.kind != EventKind::Read)
        return false;
    const auto receipt = event.kind == EventKind::Delivery ? Receipt::Delivery : Receipt::Read;
    m_newest = std::max(m_newest, at);
    if (happenedAt > at || at - happenedAt > kOldestStamp)
        happenedAt = at;

    auto known = m_index.find(event.message);
    if (known != m_index.end() && at - m_storms[known->second].lastSeen() > kEndsAfter) {
        end(known->second);
        known = m_index.end();
    }
    if (known != m_index.end()) {
        auto *storm = &m_storms[known->second];
        storm->learnGroup(event.group);
        storm = addTo(storm, event.participant.low, receipt, at, happenedAt);
        storm->matchGroup(m_groups);
        return true;
    }

    const auto enough = event.group.isNull() ? m_limits.participantsToShow : std::size_t{1};
    auto candidate = m_candidates.add(event.message, event.participant, receipt, at, happenedAt, enough);
    // A group named only now: those seen before count too.
    if (!candidate && !event.group.isNull())
        candidate = m_candidates.take(event.message);
    if (!candidate)
        return false;
    auto *storm = &start(event.message, event.group, *candidate);
    for (std::size_t i = 0; i < candidate->count; ++i) {
        for (const auto each : {Receipt::Delivery, Receipt::Read}) {
            if ((candidate->receipts[i] & static_cast<quint8>(each)) != 0)
                storm = addTo(storm, candidate->participants[i], each, at, happenedAt);
        }
    }
    storm->matchGroup(m_groups);
    return true;
}

StormTally &StormDetector::start(const Fingerprint &message, const Fingerprint &group, const StormCandidate &candidate)
{
    if (m_storms.size() >= m_limits.storms)
        endQuietest(nullptr);
    auto &storm = m_storms.emplace_back(message, group, candidate.firstSeen, candidate.firstHappened);
    m_index.emplace(message, m_storms.size() - 1);
    m_slots += storm.slots();
    return storm;
}

StormTally *StormDetector::addTo(StormTally *storm, quint64 participant, Receipt receipt, UtcTime at,
                                 UtcTime happenedAt)
{
    if (storm->add(participant, receipt, at, happenedAt, false))
        return storm;
    if (storm->canGrow() && makeRoomToGrow(storm))
        storm->grow();
    storm->add(participant, receipt, at, happenedAt, true);
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
    m_storms[index].endedAt = std::max(m_newest, m_storms[index].lastSeen());
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
    m_newest = {};
}

StormProgress StormDetector::progressOf(const StormTally &storm, UtcTime until, ReceiptKinds kinds,
                                        const ReceiptShares *shares, MembersEstimate &members) const
{
    auto progress = storm.progress(until, kinds);
    members = estimateMembers(progress, storm.groupSize(m_groups), storm.bound(m_groups), shares);
    progress.members = members.members;
    return progress;
}

StormView StormDetector::viewOf(const StormTally &storm, UtcTime now, ReceiptKinds kinds, Millis lag) const
{
    MembersEstimate members;
    const auto shares = m_curve.isUsable() ? std::optional<ReceiptShares>(m_curve) : std::nullopt;
    progressOf(storm, observedUntil(now, lag), kinds, shares ? &*shares : nullptr, members);
    return storm.view(now, m_groups, members, kinds);
}

std::vector<StormView> StormDetector::strongest(UtcTime now, std::size_t most, ReceiptKinds kinds,
                                                const BudgetState &budget)
{
    using Rank = std::tuple<double, UtcTime, std::size_t>;
    std::vector<Rank> ranks;
    ranks.reserve(m_storms.size());
    for (std::size_t i = 0; i < m_storms.size(); ++i) {
        if (now - m_storms[i].lastSeen() <= kShownFor)
            ranks.emplace_back(m_storms[i].receiptsPerSecond(now), m_storms[i].lastSeen(), i);
    }
    const auto shown = std::min(most, ranks.size());
    std::partial_sort(ranks.begin(), ranks.begin() + static_cast<std::ptrdiff_t>(shown), ranks.end(),
                      [](const Rank &a, const Rank &b) { return a > b; });
    const auto shares = m_curve.isUsable() ? std::optional<ReceiptShares>(m_curve) : std::nullopt;
    std::vector<StormView> views;
    std::vector<StormProgress> progress;
    views.reserve(shown);
    progress.reserve(shown);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto &storm = m_storms[std::get<2>(ranks[i])];
        MembersEstimate members;
        progress.push_back(
            progressOf(storm, observedUntil(now, budget.lag), kinds, shares ? &*shares : nullptr, members));
        auto &view = views.emplace_back(storm.view(now, m_groups, members, kinds));
        if (budget.tps > 0)
            view.budgetShare = Reading<double>::measured(view.receiptsPerSecond / budget.tps, now);
    }
    forecast(views, progress, budget, now);
    return views;
}

/// Anew once a second while one of them begins, less often later, and when other storms are shown: that is as often as
/// anybody can read it, and spares the thread that takes events in.
void StormDetector::forecast(std::vector<StormView> &views, const std::vector<StormProgress> &progress,
                             const BudgetState &budget, UtcTime now)
{
    const auto isOfThese = [&views](const Forecasts &forecasts) {
        return forecasts.of.size() == views.size() &&
               std::all_of(views.begin(), views.end(),
                           [&](const StormView &view) { return forecasts.of.contains(view.message); });
    };
    const bool begins = std::any_of(views.begin(), views.end(),
                                    [now](const StormView &view) { return now - view.firstSeen < kBegins; });
    if (now - m_forecasts.at >= (begins ? kForecastEvery : kForecastOldEvery) || now < m_forecasts.at ||
        !isOfThese(m_forecasts)) {
        m_forecasts.at = now;
        m_forecasts.of.clear();
        const auto made = forecastStorms(m_curve, progress, budget, now);
        for (std::size_t i = 0; i < views.size(); ++i)
            m_forecasts.of.emplace(views[i].message, made[i]);
    }
    for (auto &view : views)
        view.forecast = m_forecasts.of[view.message];
}

std::vector<StormView> StormDetector::takeToStore(UtcTime now, ReceiptKinds kinds, Millis lag)
{
    m_newest = std::max(m_newest, now);
    for (std::size_t i = m_storms.size(); i-- > 0;) {
        if (now - m_storms[i].lastSeen() > kEndsAfter)
            end(i);
    }
    std::vector<StormView> views;
    for (auto &storm : m_ended) {
        // The clock may have been set back since.
        const auto at = std::max(now, storm.lastSeen());
        const bool ranOut = storm.endedAt - storm.lastSeen() > kEndsAfter;
        learnFrom(storm, ranOut ? storm.lastSeen() + kEndsAfter : storm.lastSeen(), kinds, ranOut);
        auto &view = views.emplace_back(viewOf(storm, at, kinds, lag));
        view.active = false;
    }
    m_ended.clear();
    for (auto &storm : m_storms) {
        learnFrom(storm, observedUntil(now, lag), kinds, false);
        if (now - storm.lastStored >= kStoredEvery && storm.lastSeen() >= storm.lastStored) {
            views.push_back(viewOf(storm, now, kinds, lag));
            storm.lastStored = now;
        }
    }
    return views;
}

void StormDetector::setCurve(const ReceiptCurve &curve)
{
    m_curve = curve;
    m_learntBefore = curve.learntUntil;
}

/// Teaches the curve the spans of time that this storm has behind it.
void StormDetector::learnFrom(StormTally &storm, UtcTime until, ReceiptKinds kinds, bool ended)
{
    const auto seconds = std::chrono::duration<double>(until - storm.origin()).count();
    const auto passed = [&storm, seconds] {
        return storm.learntBins < receipt_bins::kCount &&
               seconds >= receipt_bins::start(storm.learntBins + 1) + kStampSlackSeconds;
    };
    if (!storm.teaches || seconds < kLearnFromSeconds || !(passed() || (ended && !storm.learntWhole)))
        return;
    MembersEstimate members;
    const auto progress = progressOf(storm, until, kinds, nullptr, members);
    // How many members have not told it yet is not known before it is known how many there are.
    if (members.basis == FanOutBasis::AtMost)
        return;
    if (storm.learntBins == 0 && !isFitToLearnFrom(progress)) {
        storm.teaches = false;
        return;
    }
    const bool whole = !storm.learntWhole && (ended || seconds >= static_cast<double>(kWholeAfter.count()));
    const auto wholeAt = std::min(until, storm.origin() + kWholeAfter);
    std::optional<StormOutlook> outlook;
    // Judged by what was known before it, not by itself.
    if (whole && m_curve.isUsable()) {
        const ReceiptShares shares(m_curve);
        const std::vector<ReadingGrid::Values> explained{explainReads(shares, progress)};
        outlook.emplace(shares, progress, weighReading(m_curve, explained).front());
    }
    learnBins(storm, progress);
    if (!whole)
        return;
    storm.learntWhole = true;
    if (wholeAt > m_learntBefore)
        m_curve.learnStorm(outlook ? outlook->logSpeed() : 0, outlook ? outlook->logReadOdds() : 0);
    m_curve.learntUntil = std::max(m_curve.learntUntil, wholeAt);
}

void StormDetector::learnBins(StormTally &storm, const StormProgress &progress)
{
    for (; storm.learntBins < receipt_bins::kCount; ++storm.learntBins) {
        const auto bin = storm.learntBins;
        const auto known = receipt_bins::start(bin + 1) + kStampSlackSeconds;
        if (progress.observedSeconds < known)
            return;
        const auto at = progress.origin + fromSeconds(std::max(known, kLearnFromSeconds));
        m_curve.learntUntil = std::max(m_curve.learntUntil, at);
        if (at <= m_learntBefore)
            continue;
        for (const auto receipt : {Receipt::Delivery, Receipt::Read}) {
            if (!(receipt == Receipt::Delivery ? progress.kinds.deliveries : progress.kinds.reads))
                continue;
            const auto &counts = progress.countsOf(receipt);
            double before = 0;
            for (std::size_t i = 0; i < bin; ++i)
                before += counts[i];
            m_curve.learn(receipt, bin, progress.members - before, counts[bin]);
        }
    }
}

std::size_t StormDetector::memoryBytes() const
{
    return m_candidates.memoryBytes() + m_storms.capacity() * sizeof(StormTally) + m_slots * sizeof(quint64) +
           m_groups.memoryBytes();
}

} // namespace barograph
