// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ingested_event.h"
#include "frame/frame.h"
#include "meters/queue_lag.h"
#include "storms/other_traffic.h"
#include "storms/storm_detector.h"

#include <memory>
#include <optional>

namespace barograph {

/// One node's storms with what their forecasts reckon with: the traffic beside
/// them, by how much the node's queue puts off what arrives, its groups, and
/// when their members tell their receipts. Pure; lives on the ingest thread.
class NodeStorms
{
public:
    /// An event that was not seen before. Times are as StormDetector::add() has
    /// them. True: it belongs to a storm.
    bool add(const IngestedEvent &event, UtcTime arrival, UtcTime happenedAt)
    {
        if (event.eventTime)
            m_queueLag.add(*event.kind, arrival, happenedAt);
        return m_detector.add(event, arrival, happenedAt);
    }
    /// Events of a whole second that belong to no storm.
    void addOthers(double eventsInSecond) { m_others.add(eventsInSecond); }
    void setGroup(KnownGroup group, UtcTime at) { m_detector.setGroup(std::move(group), at); }
    /// Our clock had been wrong.
    void restart();

    void setCurve(const ReceiptCurve &curve);
    /// When a storm has been learnt whole, else once a minute while it changes.
    std::optional<ReceiptCurve> takeChangedCurve(UtcTime now);
    /// `at` does not run back, `now` may.
    std::vector<StormView> takeToStore(UtcTime at, UtcTime now, ReceiptKinds kinds);
    /// Storms, groups, curve and the traffic beside the storms.
    void fill(NodeFrame &frame, UtcTime at, UtcTime now, ReceiptKinds kinds, double allocatedTps);

private:
    std::shared_ptr<const std::vector<GroupView>> shownGroups();
    std::shared_ptr<const ReceiptCurve> shownCurve();

    QueueLag m_queueLag;
    StormDetector m_detector;
    OtherTraffic m_others;
    ReceiptCurve m_takenCurve; ///< as it was given out last
    UtcTime m_curveTakenAt{};
    std::shared_ptr<const std::vector<GroupView>> m_groups;
    quint64 m_groupsRevision = 0;
    std::shared_ptr<const ReceiptCurve> m_curve;
};

} // namespace barograph
