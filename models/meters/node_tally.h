// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "meters/peak_hold.h"

namespace barograph {

/// One node's sums since the program started, and when each kind came last. Pure; lives on the ingest thread.
class NodeTally
{
public:
    void received() { ++m_ingest.received; }
    void redelivered() { ++m_ingest.redelivered; }
    void apart(ApartKind kind)
    {
        ++m_ingest.apart;
        ++m_apart[indexOf(kind)];
    }
    void counted(EventKind kind, UtcTime arrival)
    {
        ++m_ingest.counted;
        ++m_totals[kind];
        m_lastEvent[kind] = arrival;
    }
    void rejected(quint64 items)
    {
        m_ingest.received += items;
        m_ingest.rejected += items;
    }
    void badRequest() { ++m_ingest.badRequests; }
    /// Learnt from a counter: no event has told them.
    void sent(quint64 sends, UtcTime at)
    {
        m_totals[EventKind::Send] += sends;
        m_lastEvent[EventKind::Send] = at;
    }
    void closeSecond(UtcSecond second, const SecondSample &sample) { holdPeak(m_peak, second, sample); }
    void resetPeak() { m_peak = {}; }

    const TotalCounts &totals() const { return m_totals; }
    const IngestTotals &ingest() const { return m_ingest; }
    void fill(NodeFrame &frame) const
    {
        frame.peak = m_peak;
        frame.lastEvent = m_lastEvent;
        frame.totals = m_totals;
        frame.apart = m_apart;
        frame.ingest = m_ingest;
    }

private:
    PeakHold m_peak;
    TotalCounts m_totals;
    ApartCounts m_apart{};
    IngestTotals m_ingest;
    ByKind<std::optional<UtcTime>> m_lastEvent;
};

} // namespace barograph
