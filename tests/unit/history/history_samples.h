// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "meters/node_meter.h"
#include "report/report_data.h"

namespace barograph::samples {

inline constexpr qint64 kStart = 1'769'860'800; // 2026-01-31T12:00:00Z

inline UtcSecond at(qint64 offset)
{
    return fromUnixSeconds(kStart + offset);
}

inline ClosedSecond closed(qint64 offset, SecondCounts counts = {}, quint8 known = kAllKindsMask,
                           quint8 notMeasured = 0, double tps = 20)
{
    ClosedSecond second;
    second.second = at(offset);
    second.sample = {counts, known, notMeasured};
    second.allocatedTps = tps;
    return second;
}

inline std::vector<ClosedSecond> idle(qint64 from, qint64 to)
{
    std::vector<ClosedSecond> seconds;
    for (auto offset = from; offset < to; ++offset)
        seconds.push_back(closed(offset));
    return seconds;
}

inline StormView storm(quint64 message, qint64 first, qint64 last, quint32 deliveries, quint32 reads)
{
    StormView view;
    view.message = {message, ~message};
    view.group = {7, 8};
    view.label = QStringLiteral("message 3fa9c2");
    view.firstSeen = UtcTime{at(first)} + Millis{250};
    view.lastSeen = UtcTime{at(last)} + Millis{750};
    view.deliveries = deliveries;
    view.reads = reads;
    view.participants = std::max(deliveries, reads);
    view.groupSize = Reading<quint32>::notSupported();
    view.fanOut = Reading<quint32>::estimated(2048, view.lastSeen);
    view.receiptsPerSecond = deliveries / 2.0;
    return view;
}

inline ControlResult control(const QString &id, qint64 offset, ControlOutcome outcome)
{
    ControlResult result;
    result.id = id;
    result.nodeId = QStringLiteral("support-eu");
    result.title = QStringLiteral("Switch read receipts off on Support EU");
    result.outcome = outcome;
    result.detail = QStringLiteral("Read back as wanted.");
    result.at = UtcTime{at(offset)} + Millis{5};
    result.changes = {{QStringLiteral("webhooks.message.read"), QStringLiteral("on"), QStringLiteral("off")}};
    return result;
}

} // namespace barograph::samples
