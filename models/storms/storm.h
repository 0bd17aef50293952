// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fingerprint.h"
#include "core/reading.h"
#include "storms/members_estimate.h"
#include "storms/storm_forecast.h"

#include <QString>

namespace barograph {

/// A group message whose receipts are arriving, as shown. All counts are events.
struct StormView
{
    Fingerprint message;
    Fingerprint group; ///< null when neither the node nor the participants say which
    QString label;     ///< short and free of phone numbers, e.g. "message 3fa9c2"
    UtcTime firstSeen{};
    UtcTime lastSeen{};
    quint32 deliveries = 0;                      ///< distinct participants whose delivery arrived
    quint32 reads = 0;                           ///< distinct participants whose read arrived
    quint32 participants = 0;                    ///< distinct participants seen so far
    Reading<quint32> groupSize;                  ///< members without the sender, where the node can tell
    Reading<quint32> fanOut;                     ///< members × receipt kinds: what it brings if everybody reads
    FanOutBasis fanOutBasis = FanOutBasis::None; ///< what the members rest on
    Reading<quint32> remaining;                  ///< fan-out − seen, never negative
    double receiptsPerSecond = 0;                ///< over the last 10 s
    bool active = false;                         ///< receipts still arriving faster than one a minute
    QString groupSubject;        ///< what the group's members call it, where the node tells; never stored
    Reading<double> budgetShare; ///< 0..∞ of the allocated TPS, over the last 10 s
    StormForecast forecast;
    bool estimated = false; ///< more participants than are told apart exactly: counts may be too high

    quint32 seen() const { return deliveries + reads; }
    friend bool operator==(const StormView &, const StormView &) = default;
};

} // namespace barograph
