// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queueing/model_time.h"

namespace barograph::queueing {

/// Admits `rate` per second on average and up to `burst` at once.
///
/// In any half-open window of w seconds at most floor(rate × w) + burst are admitted; with burst 1 (the default)
/// admissions are evenly spaced by at least 1/rate, so that no half-open second holds more than ceil(rate).
/// Kept as the time at which the bucket is full again (virtual scheduling), which needs no refilling and does not
/// drift. Time must not run backwards between calls.
class TokenBucket
{
public:
    /// `ratePerSecond` ≤ 0 admits nothing. `burst` ≥ 1.
    explicit TokenBucket(double ratePerSecond, int burst = 1);

    /// The earliest moment, not before `now`, at which take() succeeds; kNever without a rate.
    ModelTime earliest(ModelTime now) const;
    /// Takes a token if there is one.
    bool take(ModelTime now);
    /// Takes effect from now on; tokens already taken keep their spacing.
    void setRate(double ratePerSecond);

private:
    ModelTime m_interval{};
    int m_burst;
    ModelTime m_fullAt{};
};

} // namespace barograph::queueing
