// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meters/node_meter.h"
#include "simulated_number.h"

#include <optional>
#include <vector>

namespace bench {

/// A moment at which somebody looks at one storm. Seconds since the number was switched on.
struct Look
{
    double at = 0;
    std::uint64_t message = 0;
    std::size_t question = 0; ///< the asker's own number
};

/// What was shown then. Times are seconds since the number was switched on.
struct Shown
{
    Look look;
    double at = 0;
    std::optional<double> end; ///< nothing: there was no forecast
    double earliest = 0;
    double latest = 0;
    double naive = 0;  ///< remaining ÷ budget
    Fingerprint group; ///< that it was taken for; null while it is not known
};

/// A simulated number, watched by a meter in model time.
class WatchedNumber
{
public:
    WatchedNumber(const NumberSetup &setup, const ReceiptCurve &curve);

    /// Lets it run and looks only at these moments, which ascend. What is not shown then is left out.
    std::vector<Shown> look(const std::vector<Look> &looks);
    /// Lets it run unobserved.
    void run(Seconds length);

    ReceiptCurve curve() const { return m_curve; }
    static Fingerprint trueGroup(std::uint32_t group);
    /// Processor time of all frames that had storms, and how many storms these were.
    double frameSeconds() const { return m_frameSeconds; }
    quint64 shownStorms() const { return m_shownStorms; }

private:
    void passSecond();
    void take(const queueing::Interaction &interaction);
    std::vector<StormView> frame();

    SimulatedNumber m_number;
    double m_tps;
    NodeMeter m_meter;
    ReceiptCurve m_curve;
    Seconds m_second{0};
    double m_frameSeconds = 0;
    quint64 m_shownStorms = 0;
};

} // namespace bench
