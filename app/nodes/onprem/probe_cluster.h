// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace barograph {

/// The answer is error 1017 (not the primary master) or 1018 (not the primary CoreApp): the cluster is between two of
/// them. Source: WhatsApp Business API reference, "Errors". Pure.
bool saysClusterIsChanging(const QByteArray &body);

/// How long such answers are put up with as part of a failover, which takes some 35 s with the default intervals.
/// Afterwards they are the fault that they are. Pure: the time is handed in.
class ClusterChange
{
public:
    using Clock = std::chrono::steady_clock;

    /// An answer said so. True: it is to be put up with.
    bool isBearable(Clock::time_point now);

private:
    std::optional<Clock::time_point> m_since;
    Clock::time_point m_last{};
};

} // namespace barograph
