// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace barograph {

class FlowLayout;
class LegendKey;
class TimeChart;
class ValueLabel;

/// Key to a chart with a value for each series: under the cursor, or the newest. A series that can be taken away is a
/// button that does so. Values have room for what they have been up to now, so that moving the cursor moves nothing.
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    ChartLegend(TimeChart &chart, QWidget *parent);

    /// `column` of the plot, or the newest values. Makes the entries the first time, and anew when names changed.
    void showValues(std::optional<int> column);
    /// The button of series `which`; null where it has none.
    QWidget *keyOf(std::size_t which) const;

private:
    struct Entry
    {
        LegendKey *key = nullptr;
        ValueLabel *value = nullptr; ///< null: the entry explains a pattern
        ValueLabel *note = nullptr;
    };

    void make();
    void makeModes();

    TimeChart &m_chart;
    FlowLayout *m_flow;
    std::vector<Entry> m_entries;
    QToolButton *m_modes = nullptr;
};

} // namespace barograph
