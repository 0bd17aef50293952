// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "overview/trouble.h"
#include "text/headline.h"

#include <QString>

#include <memory>

namespace barograph {

/// Words for a value, and how far they can be believed.
struct TileFact
{
    QString text;
    Truth truth = Truth::Unknown;

    friend bool operator==(const TileFact &, const TileFact &) = default;
};

/// All that the overview shows of one node, in words and numbers.
struct OverviewTile
{
    QString id;
    QString name;
    QString group;
    bool simulated = false;
    bool off = false; ///< switched off by the operator
    NodeState state = NodeState::Unknown;
    QString stateText; ///< "Over budget": what is wrong, where that is more than the state of the connection
    QString why;       ///< may be empty
    Trouble trouble = Trouble::None;
    Urgency urgency = Urgency::Unknown;

    Reading<double> tps; ///< over 10 s
    Reading<double> budget;
    ByKind<Reading<double>> byKind;
    QString share; ///< "131%", "≥ 40%" where a part is not visible; empty: unknown
    QString load;  ///< "26.2 of 20 TPS", "12.4/s, budget unknown", "rate unknown"
    Truth loadTruth = Truth::Unknown;

    TileFact lag;
    TileFact incoming; ///< depth and what becomes of it
    TileFact outbound; ///< depth of the bot's own queue
    QString risk;      ///< badge such as "FILLS IN 11 MIN"; empty without risk
    bool riskCritical = false;
    int storms = 0; ///< receipts still arrive
    bool paused = false;
    bool notMeasured = false; ///< receipts of some kind are switched off by a control

    QString age;   ///< "last event 1 s ago", "no event yet"
    QString stale; ///< not empty: "the data are 12 s old"
    QString how;   ///< how the numbers were come by, in sentences
    QString words; ///< what else the filter finds it by, in lower case: states, kinds, badges

    std::shared_ptr<const SecondSeries> series; ///< null: nothing is known
    UtcSecond until{}; ///< the right edge of the last ten minutes, in whole kTileStep: less than that is no pixel

    /// All of it as a sentence or two, for those who hear it.
    QString sentence() const;
    friend bool operator==(const OverviewTile &, const OverviewTile &) = default;
};

/// They differ in nothing that is seen without pointing at them. Pure.
bool looksTheSame(const OverviewTile &a, const OverviewTile &b);

/// How much of the past a tile shows.
inline constexpr Seconds kTileSpan{600};
inline constexpr Seconds kTileStep{2};

/// `trouble` as it is to be shown, which may be steadier than troubleOf(). Pure.
OverviewTile tileOf(const NodeFrame &node, Trouble trouble, UtcTime takenAt, UtcTime now);

/// "Over budget", "Losing messages", "OK"… Pure.
QString troubleText(Trouble trouble);

/// Every word of `text` is in the name, id, group, state, kind or badges. Upper and lower case are the same. Pure.
bool matchesFilter(const OverviewTile &tile, const QString &text);
/// The same of the text as a whole, e.g. a group's name of two words. Pure.
bool matchesPhrase(const OverviewTile &tile, const QString &text);

} // namespace barograph
