// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading.h"
#include "core/visibility.h"

#include <QString>

namespace barograph {

struct ThemeColors;

/// A reading as it appears on screen: its words, what to think of it, and how it was come by (for the hover).
struct ShownValue
{
    QString text;
    Truth truth = Truth::Measured;
    QString how;
    /// It happens, and this kind of node never tells it: not zero, not unknown, not switched off.
    bool notVisible = false;
    UtcTime takenAt{}; ///< when it was true; the epoch: nobody knows, or it has no time
    UtcTime shownAt{}; ///< the `now` that ages are told against

    /// Looks the same: its age is told only when somebody asks.
    friend bool operator==(const ShownValue &a, const ShownValue &b)
    {
        return a.text == b.text && a.truth == b.truth && a.how == b.how && a.notVisible == b.notVisible;
    }
};

/// `source` says in a few words where a measured value comes from, e.g. "counted from webhooks".
ShownValue shownRate(const Reading<double> &eventsPerSecond, const QString &source, UtcTime now);
ShownValue shownPercent(const Reading<double> &share, const QString &source, UtcTime now);
ShownValue shownCount(const Reading<qint64> &count, const QString &source, UtcTime now);
ShownValue shownDuration(const Reading<Millis> &duration, const QString &source, UtcTime now);
ShownValue shownSwitch(const Reading<bool> &state, const QString &on, const QString &off, const QString &source,
                       UtcTime now);

/// A rate of which webhooks tell nothing, or only when they are set up to and have never done so up to now, is words
/// instead of a number; any other is as shownRate() has it. `toldSoFar`: events of this kind since the journal begins.
ShownValue shownKindRate(const Reading<double> &eventsPerSecond, EventKind kind, NodeKind nodeKind,
                         const KindVisibility &visibility, quint64 toldSoFar, const QString &source, UtcTime now);
/// What is not told beside a number, e.g. "groups: not visible"; without text where there is nothing to say.
ShownValue shownNote(EventKind kind, NodeKind nodeKind, const KindVisibility &visibility);

/// Local wall clock, with the date when it is not the day of `now`.
QString localClock(UtcTime at, UtcTime now);

} // namespace barograph
