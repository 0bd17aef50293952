// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/time_chart.h"
#include "core/visibility.h"
#include "series/column_reduction.h"
#include "series/nice_scale.h"

namespace barograph {

class StackLayer;

/// Receive, send, delivery and read of a node against its allocated TPS.
class TpsChart : public TimeChart
{
    Q_OBJECT

public:
    explicit TpsChart(const ChartContext &context, QWidget *parent = nullptr);
    ~TpsChart() override;

    QString title() const override;
    QString unitText() const override;
    QString summary() const override;
    std::size_t seriesCount() const override { return kEventKindCount + 1; }
    ChartSeries series(std::size_t which) const override;
    SeriesValue valueAt(std::size_t which, int column) const override;
    QString valueText(std::size_t which, double value) const override;
    ShownValue newest(std::size_t which) const override;
    void paintSwatch(std::size_t which, QPainter &painter, const QRect &rect, const ThemeColors &colors) const override;
    QString noteAt(int column) const override;

    /// Events per second at the top of the plot.
    double rateAtTop() const { return valueScale().top; }

protected:
    void takeNode(const NodeFrame &node, UtcTime now, bool otherNode) override;
    ValueScale fill(const PlotWindow &window) override;
    std::unique_ptr<TimeChart> makeTwin() const override;

private:
    /// Of the legend, top of the stack first; the last entry is the sum.
    static constexpr std::array<EventKind, kEventKindCount> kTopDown{EventKind::Read, EventKind::Delivery,
                                                                     EventKind::Send, EventKind::Receive};

    void hideWhatIsNotTold();
    const std::vector<Column> &columns() const;

    StackLayer *m_stack; ///< owned by the plot
    Reading<double> m_budget;
    KindVisibility m_visibility;
    NiceScale m_scale;
};

} // namespace barograph
