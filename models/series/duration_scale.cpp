// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/duration_scale.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace barograph {

namespace {

struct DurationTickWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::DurationTick)
};

constexpr double kSecondMs = 1'000;
constexpr double kMinuteMs = 60 * kSecondMs;
constexpr double kHourMs = 60 * kMinuteMs;
constexpr double kDayMs = 24 * kHourMs;

/// Ends and ticks of a logarithmic axis: the durations that people think in.
constexpr std::array<double, 11> kLogSteps{1,       10,      100,    kSecondMs,   10 * kSecondMs, kMinuteMs,
                                           600'000, kHourMs, kDayMs, 10 * kDayMs, 100 * kDayMs};
constexpr std::array<double, 32> kLinearSteps{
    1,          2,          5,           10,          20,          50,          100,         200,          500,
    1'000,      2'000,      5'000,       10'000,      15'000,      30'000,      60'000,      120'000,      300'000,
    600'000,    900'000,    1'800'000,   kHourMs,     2 * kHourMs, 3 * kHourMs, 6 * kHourMs, 12 * kHourMs, kDayMs,
    2 * kDayMs, 5 * kDayMs, 10 * kDayMs, 20 * kDayMs, 50 * kDayMs};

/// Event stamps are whole seconds: an axis that ends below this would only show how they are rounded.
constexpr double kLeastTopMs = 5 * kSecondMs;
constexpr double kLeastLogTopMs = 10 * kSecondMs;
/// The bottom of a logarithmic axis is no higher than this, so that a lag of hours still stands high.
constexpr double kMostLogBottomMs = kSecondMs;
constexpr double kRoomAbove = 1.05;
constexpr int kMostLinearTicks = 5;

double linearStep(double mostMs, int maxTicks)
{
    for (const double step : kLinearSteps) {
        if (mostMs <= step * maxTicks * (1 + 1e-9))
            return step;
    }
    return std::ceil(mostMs / maxTicks / kDayMs) * kDayMs;
}

DurationRange linearRange(double mostMs)
{
    return {0, mostMs, false};
}

DurationRange logRange(double leastMs, double mostMs)
{
    return {leastMs, mostMs, true};
}

} // namespace

double DurationRange::heightOf(double ms) const
{
    if (!logarithmic)
        return std::clamp(ms / mostMs, 0.0, 1.0);
    if (ms <= 0)
        return 0;
    return std::clamp(kZeroBand + (1 - kZeroBand) * std::log(ms / leastMs) / std::log(mostMs / leastMs), kZeroBand,
                      1.0);
}

QString durationTickText(double millis)
{
    const auto whole = [](double value) { return QString::number(std::llround(value)); };
    if (millis < kSecondMs)
        return DurationTickWords::tr("%1 ms").arg(whole(millis));
    if (millis < kMinuteMs)
        return DurationTickWords::tr("%1 s").arg(whole(millis / kSecondMs));
    if (millis < kHourMs)
        return std::fmod(millis, kMinuteMs) == 0
                   ? DurationTickWords::tr("%1 min").arg(whole(millis / kMinuteMs))
                   : DurationTickWords::tr("%1 min %2 s")
                         .arg(whole(std::floor(millis / kMinuteMs)), whole(std::fmod(millis, kMinuteMs) / kSecondMs));
    if (millis < kDayMs)
        return std::fmod(millis, kHourMs) == 0
                   ? DurationTickWords::tr("%1 h").arg(whole(millis / kHourMs))
                   : DurationTickWords::tr("%1 h %2 min")
                         .arg(whole(std::floor(millis / kHourMs)), whole(std::fmod(millis, kHourMs) / kMinuteMs));
    return std::fmod(millis, kDayMs) == 0
               ? DurationTickWords::tr("%1 d").arg(whole(millis / kDayMs))
               : DurationTickWords::tr("%1 d %2 h")
                     .arg(whole(std::floor(millis / kDayMs)), whole(std::fmod(millis, kDayMs) / kHourMs));
}

std::vector<DurationTick> linearDurationTicks(double mostMs, int maxTicks)
{
    std::vector<DurationTick> ticks{{0, QStringLiteral("0")}};
    const double step = linearStep(mostMs, std::max(maxTicks, 2));
    for (int i = 1; i * step <= mostMs * (1 + 1e-9); ++i)
        ticks.push_back({i * step, durationTickText(i * step)});
    return ticks;
}

std::vector<DurationTick> logDurationTicks(const DurationRange &range, int maxTicks)
{
    const double apart = 1.0 / std::max(maxTicks, 2) * (1 - 1e-9);
    std::vector<DurationTick> ticks{{0, DurationTickWords::tr("≤ 0")}};
    // From the top: where there is little room, the long durations are those that matter.
    double above = 2;
    std::vector<DurationTick> fromTop;
    for (auto step = kLogSteps.rbegin(); step != kLogSteps.rend(); ++step) {
        if (*step < range.leastMs * (1 - 1e-9) || *step > range.mostMs * (1 + 1e-9))
            continue;
        const double height = range.heightOf(*step);
        if (above - height < apart || height < apart)
            continue;
        fromTop.push_back({*step, durationTickText(*step)});
        above = height;
    }
    ticks.insert(ticks.end(), fromTop.rbegin(), fromTop.rend());
    return ticks;
}

void DurationScale::setLogarithmic(bool logarithmic)
{
    if (logarithmic == m_logarithmic)
        return;
    m_logarithmic = logarithmic;
    m_fitted = false;
}

DurationRange DurationScale::fitted(double leastPositive, double most) const
{
    if (!m_logarithmic) {
        const double wanted = std::max(most * kRoomAbove, kLeastTopMs);
        const double step = linearStep(wanted, kMostLinearTicks);
        return linearRange(std::ceil(wanted / step * (1 - 1e-9)) * step);
    }
    double top = kLogSteps.back();
    for (auto step = kLogSteps.rbegin(); step != kLogSteps.rend() && *step >= std::max(most, kLeastLogTopMs); ++step)
        top = *step;
    double bottom = kLogSteps.front();
    const double lowest = leastPositive > 0 ? std::min(leastPositive, kMostLogBottomMs) : kMostLogBottomMs;
    for (const double step : kLogSteps)
        bottom = step <= lowest ? step : bottom;
    return logRange(bottom, top);
}

bool DurationScale::update(double leastPositive, double most, UtcTime now)
{
    if (!std::isfinite(most))
        most = 0;
    const DurationRange before = m_range;
    const DurationRange wanted = fitted(leastPositive, most);
    if (!m_fitted) {
        m_fitted = true;
        m_largeSince.reset();
        m_range = wanted;
        return !(m_range == before);
    }
    if (wanted.mostMs > m_range.mostMs || wanted.leastMs < m_range.leastMs) {
        m_largeSince.reset();
        const double top = std::max(wanted.mostMs, m_range.mostMs);
        m_range = m_logarithmic ? logRange(std::min(wanted.leastMs, m_range.leastMs), top) : linearRange(top);
        return true;
    }
    if (wanted == m_range) {
        m_largeSince.reset();
        return false;
    }
    if (!m_largeSince || now < *m_largeSince) {
        m_largeSince = now;
        m_mostSince = wanted.mostMs;
        m_leastSince = wanted.leastMs;
    }
    m_mostSince = std::max(m_mostSince, wanted.mostMs);
    m_leastSince = std::min(m_leastSince, wanted.leastMs);
    if (now - *m_largeSince < kShrinksAfter)
        return false;
    m_largeSince.reset();
    m_range = m_logarithmic ? logRange(m_leastSince, m_mostSince) : linearRange(m_mostSince);
    return !(m_range == before);
}

std::vector<DurationTick> DurationScale::ticks(int maxTicks) const
{
    return m_logarithmic ? logDurationTicks(m_range, maxTicks)
                         : linearDurationTicks(m_range.mostMs, std::min(maxTicks, kMostLinearTicks));
}

} // namespace barograph
