// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QString>

#include <optional>

namespace barograph {

enum class SeriesRole : quint8 {
    Line,  ///< has a value in each column: also in tooltip, table and CSV
    Level, ///< has one value for now: only in the legend
    Key    ///< has no value: explains a pattern in the legend
};

/// One entry of a chart's legend and tooltip, and one column of its table and CSV.
struct ChartSeries
{
    QString name;    ///< as shown, e.g. "Receive"
    QString csvName; ///< fixed, in English, with the unit, e.g. "receive_per_s"
    SeriesRole role = SeriesRole::Line;
    bool canToggle = false; ///< the operator may take it away
    bool shown = true;
};

enum class ValueState : quint8 {
    Known,
    Estimated,
    Unknown,
    NotMeasured, ///< switched off in that time
    NotVisible   ///< this kind of node never tells it
};

/// What a series is in one column. Without a value for the last three states.
struct SeriesValue
{
    ValueState state = ValueState::Unknown;
    double value = 0;

    bool hasValue() const { return state == ValueState::Known || state == ValueState::Estimated; }
    friend bool operator==(const SeriesValue &, const SeriesValue &) = default;
};

/// What a series comes to over several columns.
struct SeriesRange
{
    double mean = 0;             ///< over the seconds in which it is known
    std::optional<double> total; ///< where adding up makes sense; of the known seconds
    double most = 0;
    Seconds known{};
};

} // namespace barograph
