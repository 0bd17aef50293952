// SPDX-License-Identifier: GPL-3.0-or-later
#include "incoming/incoming_tracker.h"

#include "incoming/queue_forecast.h"
#include "incoming/robust_slope.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace barograph {

namespace {

/// A lag so far below zero is of an event whose time is not by the clock of the others.
constexpr Millis kImpossibleLag{-1'000};
constexpr Millis kStampStep{1'000};
constexpr quint64 kEnoughStamped = 3;
constexpr std::size_t kLeastLagPoints = 6;
constexpr std::size_t kLeastDepthPoints = 5;
constexpr double kLeastPointSpan = 8;
/// A lag cannot grow by more than a second a second; close to it, nothing arrives.
constexpr double kMostLagGrowth = 0.98;
/// Half a minute is long before a burst that has just begun is seen in it: with this growth in this time it may be one.
constexpr double kSudden = BurstWatch::kFrom;
constexpr Seconds kSuddenWindow{12};
constexpr double kLeastLagGrowth = -3;
/// Of what the lag tells, the gauges' own age and the slope's error are up to this share.
constexpr double kUnsureShare = 0.4;
constexpr int kClearHold = 3;
constexpr Seconds kEnoughForSkew{600};

bool comesThroughTheQueue(EventKind kind)
{
    return kind != EventKind::Send;
}

double secondsOf(Millis span)
{
    return std::chrono::duration<double>(span).count();
}

} // namespace

IncomingTracker::Second &IncomingTracker::slotOf(UtcSecond second)
{
    return m_seconds[static_cast<std::size_t>(unixSeconds(second)) % m_seconds.size()];
}

const IncomingTracker::Second &IncomingTracker::slotOf(UtcSecond second) const
{
    return m_seconds[static_cast<std::size_t>(unixSeconds(second)) % m_seconds.size()];
}

void IncomingTracker::add(EventKind kind, UtcTime arrival, const std::optional<UtcTime> &eventTime)
{
    ++m_open.all;
    if (!comesThroughTheQueue(kind))
        return;
    ++m_open.arrived;
    if (kind == EventKind::Receive)
        ++m_open.receives;
    if (!eventTime) {
        m_unstamped += m_unstamped < kEnoughUnstamped ? 1 : 0;
        return;
    }
    m_everStamped = true;
    const auto raw = arrival - *eventTime;
    // At hundreds of thousands of events a second, only what may change it is worth working it out again.
    if (m_floor.add(arrival, raw) || m_open.stamped == 0)
        m_correction = lagCorrection(m_skew.bounds(arrival), m_floor.lowest(arrival));
    const auto lag = raw + m_correction;
    if (lag < kImpossibleLag)
        return;
    ++m_open.stamped;
    auto waited = std::max(lag, Millis{0});
    if (m_lastLag)
        waited = std::min(waited, m_lastLag->lag + std::max(arrival - m_lastLag->at, Millis{0}) + kStampStep);
    m_open.lag = m_open.lag ? std::min(*m_open.lag, waited) : waited;
    m_lastStamped = m_lastStamped ? std::max(*m_lastStamped, arrival) : arrival;
    m_interrupted = m_interrupted && !m_listening;
}

void IncomingTracker::restart()
{
    const bool listening = m_listening;
    *this = {};
    m_listening = listening;
}

void IncomingTracker::setListening(bool listening)
{
    if (!listening)
        interrupt();
    m_listening = listening;
}

void IncomingTracker::interrupt()
{
    m_interrupted = true;
    // The lags of before are not mixed with those to come.
    for (auto &slot : m_seconds) {
        slot.lag.reset();
        slot.stamped = 0;
    }
    m_open.lag.reset();
    m_open.stamped = 0;
    m_clear = false;
    m_clearFor = 0;
}

void IncomingTracker::addClock(const ClockSample &sample)
{
    m_skew.add(sample);
    if (m_skew.jumps() == m_jumpsSeen)
        return;
    // A clock was set, ours or theirs: lags of before do not compare with those to come.
    m_jumpsSeen = m_skew.jumps();
    m_floor.restart();
    m_seconds = {};
    m_open.lag.reset();
    m_open.stamped = 0;
    m_lastStamped.reset();
    m_lag.reset();
    m_lastLag.reset();
    m_trend.forget();
    m_shown.reset();
    m_growth.reset();
}

IncomingTracker::Window IncomingTracker::windowOf(Seconds length) const
{
    Window window;
    window.length = length;
    if (!m_newest)
        return window;
    for (auto second = *m_newest; second > *m_newest - length; second -= Seconds{1}) {
        const auto &slot = slotOf(second);
        if (slot.second != second || !slot.known)
            continue;
        ++window.known;
        window.arrived += slot.arrived;
        window.receives += slot.receives;
        window.all += slot.all;
        window.stamped += slot.stamped;
        if (slot.lag)
            window.lag = window.lag ? std::min(*window.lag, *slot.lag) : *slot.lag;
        if (slot.stamped > 0 && !window.lastStamped)
            window.lastStamped = second;
    }
    return window;
}

std::optional<double> IncomingTracker::slopeOf(Seconds length, std::size_t leastPoints, bool ofLag) const
{
    std::vector<SlopePoint> points;
    points.reserve(static_cast<std::size_t>(length.count()));
    for (auto second = *m_newest - length + Seconds{1}; second <= *m_newest; second += Seconds{1}) {
        const auto &slot = slotOf(second);
        if (slot.second != second)
            continue;
        const auto at = static_cast<double>((second - *m_newest).count());
        if (ofLag && slot.lag)
            points.push_back({at, secondsOf(*slot.lag)});
        else if (!ofLag && slot.depth)
            points.push_back({at, *slot.depth});
    }
    if (points.size() < leastPoints || points.back().seconds - points.front().seconds < kLeastPointSpan)
        return std::nullopt;
    return robustSlope(points);
}

std::optional<double> IncomingTracker::growth() const
{
    // Where gauges are asked seldom, half a minute has too few of them.
    if (const auto slope = slopeOf(kShortWindow, kLeastDepthPoints, false))
        return slope;
    return slopeOf(kLongWindow, kLeastDepthPoints, false);
}

Millis IncomingTracker::base() const
{
    const auto lowest = m_floor.lowest(UtcTime{*m_newest + Seconds{1}});
    if (!lowest)
        return Millis{0};
    const auto base = std::max(*lowest + m_correction, Millis{0});
    return base <= kLongestBase ? base : Millis{0};
}

IncomingTracker::Window IncomingTracker::lagsNow() const
{
    // As fresh as there are events for: while a queue grows, the smallest lag of a window is that of its start.
    struct Choice
    {
        Seconds length;
        quint64 leastStamped;
    };
    constexpr std::array<Choice, 3> kChoices{
        {{Seconds{2}, 6}, {Seconds{3}, kEnoughStamped}, {kRateWindow, kEnoughStamped}}};
    for (const auto &choice : kChoices) {
        const auto window = windowOf(choice.length);
        if (window.stamped >= choice.leastStamped)
            return window;
    }
    return windowOf(kLongWindow);
}

std::optional<IncomingTracker::ByLag> IncomingTracker::byLag()
{
    auto lags = lagsNow();
    // A long lag is that of many events: their mean is what counts, and it wavers less.
    const auto lagSeconds = lags.lag ? std::chrono::floor<Seconds>(*lags.lag) : Seconds{0};
    auto rates = windowOf(std::clamp(lagSeconds, kRateWindow, kLongWindow));
    if (lags.length > kRateWindow) {
        rates = lags;
        if (lags.stamped == 0)
            return std::nullopt;
        // Seldom events are what some numbers have; events that stopped say nothing about now.
        const auto silence = *m_newest - *lags.lastStamped;
        if (silence.count() > 3 * kLongWindow.count() / static_cast<qint64>(lags.stamped) + 5)
            return std::nullopt;
    }
    if (rates.known == 0 || !lags.lag)
        return std::nullopt;
    ByLag told;
    told.above = std::max(*lags.lag - base(), Millis{0});
    if (told.above >= kClearUntil && lags.stamped < kEnoughStamped)
        return std::nullopt; // an event or two may be late for reasons of their own
    const auto atOurEnd = static_cast<double>(rates.arrived) / static_cast<double>(rates.known);
    const auto lagGrowth = told.above >= kClearUntil ? slopeOf(kShortWindow, kLeastLagPoints, true).value_or(0) : 0;
    told.atOurEnd = atOurEnd;
    told.perSecond = atOurEnd / (1 - std::clamp(lagGrowth, kLeastLagGrowth, kMostLagGrowth));
    told.isBurst =
        m_burst.look(lagGrowth, told.perSecond, UtcTime{*m_newest} - *lags.lag, m_usual.perSecond(*m_newest));
    const auto latest = told.above >= kClearUntil ? slopeOf(kSuddenWindow, kLeastLagPoints, true).value_or(0) : 0;
    told.isUnsure = told.isBurst || (latest >= kSudden && !m_burst.isLasting());
    if (told.isBurst)
        told.perSecond = atOurEnd;
    if (rates.all > 0)
        told.gaugeShare = static_cast<double>(rates.arrived) / static_cast<double>(rates.all);
    return told;
}

bool IncomingTracker::isClear(Millis above, double beyond, double waiting)
{
    const bool now = m_clear ? above >= kClearUntil && beyond > 0
                             : above >= kClearFrom && beyond > std::max(kUnsureShare * waiting, 1.0);
    m_clearFor = now ? m_clearFor + 1 : 0;
    m_clear = now && (m_clear || m_clearFor >= kClearHold);
    return m_clear;
}

std::optional<IncomingTracker::Shown> IncomingTracker::depthNow(const std::optional<Gauges> &gauges,
                                                                const std::optional<ByLag> &told, Second &slot)
{
    if (!gauges && !told) {
        m_clear = false;
        return std::nullopt;
    }
    Shown shown;
    shown.atNode = gauges ? static_cast<double>(gauges->waiting) : 0;
    const auto waiting = told ? told->waiting(static_cast<double>(m_capacity)) : 0;
    // The time that callbacks wait at the node is in the lag, too.
    const auto beyond = std::max(0.0, waiting - shown.atNode * (told ? told->gaugeShare : 1));
    const bool clear = told && isClear(told->above, beyond, waiting);
    if (!told)
        m_clear = false;
    if (clear)
        shown.beyondGauges = beyond;
    shown.source = gauges ? (clear ? DepthSource::GaugesAndEstimate : DepthSource::Gauges) : DepthSource::Estimate;
    // A gauge that is asked every other second is no new value in between.
    if (!gauges || clear || gauges->takenAt != m_gaugesUsed)
        slot.depth = shown.atNode + beyond;
    m_gaugesUsed = gauges ? gauges->takenAt : UtcTime{};
    return shown;
}

void IncomingTracker::closeSecond(UtcSecond second, bool known, const std::optional<Gauges> &gauges, qint64 capacity)
{
    if (m_newest && (second <= *m_newest || second - *m_newest > kForgetAfter)) {
        m_seconds = {};
        m_trend.forget();
        m_shown.reset();
        m_clear = false;
    }
    m_newest = second;
    m_capacity = capacity;
    auto &slot = slotOf(second);
    slot = std::exchange(m_open, {});
    slot.second = second;
    slot.known = known;
    if (!known) {
        slot.lag.reset();
        slot.stamped = 0;
    }
    if (const auto lags = lagsNow(); known && lags.lag)
        m_lag = lags.lag;
    if (known)
        m_usual.add(second, slot.arrived);
    if (slot.lag)
        m_lastLag = LagAt{*slot.lag, UtcTime{second + Seconds{1}}};
    const auto told = known ? byLag() : std::nullopt;
    m_shown = depthNow(gauges, told, slot);
    if (!m_shown) {
        m_growth.reset();
        m_trend.forget();
        return;
    }
    // Half of all the work is saved by not asking where nothing goes.
    m_growth = m_shown->depth() < TrendKeeper::kFewWaiting ? std::optional(0.0) : growth();
    // While a burst comes out, the lag grows and the queue does not: how it goes will be seen behind it.
    if (told && told->isUnsure && m_shown->source != DepthSource::Gauges)
        m_growth.reset();
    QueueStep step;
    step.depth = m_shown->depth();
    step.inPerSecond = told ? told->perSecond : 0;
    step.capacity = static_cast<double>(capacity);
    step.estimated = m_shown->source != DepthSource::Gauges;
    step.growth = m_growth;
    m_trend.step(step);
}

Reading<Millis> IncomingTracker::lagReading(UtcTime now) const
{
    if (tellsNoTimes())
        return Reading<Millis>::notSupported();
    if (!m_lastStamped || !m_lag)
        return {};
    const auto reading = Reading<Millis>::measured(*m_lag, *m_lastStamped);
    return m_interrupted || now - *m_lastStamped > kStaleAfter ? reading.asStale() : reading;
}

Reading<Millis> IncomingTracker::skewReading(UtcTime now) const
{
    const auto byDate = m_skew.reading(now);
    const auto lowest = m_floor.lowest(now);
    const auto since = m_floor.seenSince(now);
    if (byDate.hasValue() || !lowest || !since)
        return byDate;
    // A lag is never negative, so the clock is ahead by that much at least; and if for long no event came with less
    // than so short a lag, by about that.
    const bool ahead = *lowest < kImpossibleLag;
    const bool alike = *lowest <= kLongestBase && now - *since >= kEnoughForSkew;
    return ahead || alike ? Reading<Millis>::estimated(-*lowest, now) : Reading<Millis>();
}

void IncomingTracker::describe(IncomingView &view, UtcTime now, const Reading<qint64> &lastGauges,
                               const std::optional<double> &budgetLeft) const
{
    view.capacity = m_capacity;
    view.lag = lagReading(now);
    view.clockSkew = skewReading(now);
    const bool gaugesNever = lastGauges.truth() == Truth::NotSupported;
    const bool byLagOnly = m_shown && m_shown->source == DepthSource::Estimate;
    const bool current = m_newest && m_shown && now - UtcTime{*m_newest} <= kForgetAfter &&
                         !(byLagOnly && (m_interrupted || !m_listening));
    if (!current) {
        view.depth = lastGauges;
        view.atNode = lastGauges;
        if (gaugesNever) {
            view.depth = tellsNoTimes() ? Reading<qint64>::notSupported() : Reading<qint64>();
            view.growthPerSecond = tellsNoTimes() ? Reading<double>::notSupported() : Reading<double>();
        }
        view.source = lastGauges.hasValue() ? DepthSource::Gauges : DepthSource::None;
        forecastQueue(view, {});
        return;
    }
    const UtcTime at{*m_newest + Seconds{1}};
    const auto depth = std::llround(m_shown->depth());
    view.source = m_shown->source;
    view.atNode = lastGauges;
    if (m_shown->source == DepthSource::Gauges) {
        view.depth = lastGauges.hasValue() ? lastGauges : Reading<qint64>::measured(depth, at);
    } else {
        view.depth = Reading<qint64>::estimated(depth, at);
        if (m_shown->source == DepthSource::GaugesAndEstimate)
            view.atWhatsApp = Reading<qint64>::estimated(std::llround(m_shown->beyondGauges), at);
    }
    view.trend = m_trend.trend();
    view.full = m_trend.isFull();
    if (m_growth)
        view.growthPerSecond = Reading<double>::estimated(*m_growth, at);
    const auto minute = windowOf(kLongWindow);
    ForecastFacts facts;
    if (minute.arrived > 0)
        facts.receiveShare = static_cast<double>(minute.receives) / static_cast<double>(minute.arrived);
    facts.overflowPerSecond = m_trend.overflowPerSecond();
    facts.budgetLeft = budgetLeft;
    forecastQueue(view, facts);
}

} // namespace barograph
