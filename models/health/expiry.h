// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/health.h"
#include "health/told_by_node.h"

#include <vector>

namespace barograph {

/// The newest end of each thing that ends. Pure.
class ExpiryBook
{
public:
    void apply(const std::vector<Expiry> &expiries);
    /// Soonest first.
    const std::vector<Expiry> &all() const { return m_all; }

private:
    std::vector<Expiry> m_all;
};

/// How near the end is.
enum class ExpiryUrgency : quint8 {
    None,     ///< far away, or it renews itself
    Notice,   ///< within 30 days
    Warning,  ///< within 7 days
    Critical, ///< within a day
    Expired
};
/// What renews itself is no news until that has failed: its end has come, or it is within a day and the node refuses
/// who we are. Pure.
ExpiryUrgency expiryUrgency(const Expiry &expiry, const ProbeState &probe, UtcTime now);

/// "The access token ends in 6 d 4 h (2026-03-01 12:00:00 UTC). …" and what to do. Pure.
QString expiryText(const Expiry &expiry, UtcTime now);

} // namespace barograph
