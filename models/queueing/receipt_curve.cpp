// SPDX-License-Identifier: GPL-3.0-or-later
#include "queueing/receipt_curve.h"

#include <algorithm>
#include <cmath>

namespace barograph::queueing {
namespace {

constexpr double kOnlineShare = 0.90;
constexpr double kLateShare = 0.07; // the remaining 3 % never get it
constexpr double kOnlineMedianSeconds = 0.8;
constexpr double kOnlineSigma = 0.6;
constexpr double kLateMeanSeconds = 300;
constexpr double kReadShare = 0.88;
constexpr double kFastShare = 0.5;
constexpr double kFastMeanSeconds = 25;
constexpr double kSlowMedianSeconds = 480;
constexpr double kSlowSigma = 1.2;
constexpr double kTailSeconds = 6 * 3600.0;
constexpr double kReadOnlyShare = 0.02;

double exponential(double draw, double mean)
{
    return -mean * std::log1p(-draw);
}

// Quantile of the standard normal distribution by Acklam's rational approximation (relative error below 1.2e-9).
double normalQuantile(double p)
{
    p = std::clamp(p, 1e-12, 1.0 - 1e-12);
    constexpr double kLow = 0.02425;
    if (p < kLow || p > 1 - kLow) {
        const double q = std::sqrt(-2 * std::log(p < kLow ? p : 1 - p));
        const double x = (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q -
                            2.549732539343734e+00) *
                               q +
                           4.374664141464968e+00) *
                              q +
                          2.938163982698783e+00) /
                         ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q +
                           3.754408661907416e+00) *
                              q +
                          1);
        return p < kLow ? x : -x;
    }
    const double q = p - 0.5;
    const double r = q * q;
    return (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r +
              1.383577518672690e+02) *
                 r -
             3.066479806614716e+01) *
                r +
            2.506628277459239e+00) *
           q /
           (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r +
              6.680131188771972e+01) *
                 r -
             1.328068155288572e+01) *
                r +
            1);
}

double logNormal(double draw, double median, double sigma)
{
    return median * std::exp(sigma * normalQuantile(draw));
}

double logNormalShare(double value, double median, double sigma)
{
    return value <= 0 ? 0 : 0.5 * std::erfc(-std::log(value / median) / (sigma * std::sqrt(2.0)));
}

} // namespace

RecipientReceipts receiptsOf(const RecipientDraws &draws, const ReadingHabits &habits)
{
    RecipientReceipts receipts;
    if (draws.online >= kOnlineShare + kLateShare)
        return receipts;
    const double delivery = draws.online < kOnlineShare
                                ? logNormal(draws.deliveryDelay, kOnlineMedianSeconds, kOnlineSigma)
                                : exponential(draws.deliveryDelay, kLateMeanSeconds);
    receipts.delivered = fromSeconds(delivery);
    if (draws.reads >= kReadShare * habits.readShare)
        return receipts;
    const double usual = draws.readMode < kFastShare ? exponential(draws.readDelay, kFastMeanSeconds)
                                                     : logNormal(draws.readDelay, kSlowMedianSeconds, kSlowSigma);
    const double reading = usual / habits.pace;
    if (reading > kTailSeconds)
        return receipts;
    receipts.read = fromSeconds(delivery + reading);
    if (draws.coincides < kReadOnlyShare)
        receipts.delivered.reset();
    return receipts;
}

double readShareAfter(ModelTime after)
{
    const double seconds = std::min(toSeconds(after), kTailSeconds);
    if (seconds <= 0)
        return 0;
    const double fast = 1 - std::exp(-seconds / kFastMeanSeconds);
    const double slow = logNormalShare(seconds, kSlowMedianSeconds, kSlowSigma);
    return kReadShare * (kFastShare * fast + (1 - kFastShare) * slow);
}

} // namespace barograph::queueing
