// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gauge_chart.h"
#include "series/nice_scale.h"

namespace barograph {

class ForecastLayer;

/// Depth of the incoming queue over time against its capacity, and, while the view is live, what becomes of it: the
/// chart then shows a fifth of its time beyond the newest moment.
class IncomingChart : public GaugeChart
{
    Q_OBJECT

public:
    explicit IncomingChart(const ChartContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QString unitText() const override;
    std::size_t seriesCount() const override { return 3; }
    ChartSeries series(std::size_t which) const override;
    QString valueText(std::size_t which, double value) const override;
    ShownValue newest(std::size_t which) const override;
    void paintSwatch(std::size_t which, QPainter &painter, const QRect &rect, const ThemeColors &colors) const override;
    /// What becomes of the queue, as it stands in the plot; empty where nothing can be said.
    QString forecastWords() const;

protected:
    void takeNode(const NodeFrame &node, UtcTime now, bool otherNode) override;
    ValueScale scaleFor(const TraceExtremes &extremes, const PlotWindow &window) override;
    QString whyEmpty() const override;
    void addWords(const TraceExtremes &extremes, PlotWords &words) const override;
    QString summaryOf(const TraceExtremes &extremes) const override;
    Millis ahead() const override;
    bool isToldByCallbacks() const override;
    std::unique_ptr<TimeChart> makeTwin() const override;

private:
    bool foretells() const;
    void fillForecast();
    bool isCapacityInPlot() const;

    IncomingView m_incoming;
    UtcTime m_now{};
    NiceScale m_scale;
    ForecastLayer *m_forecast; ///< owned by the plot
};

} // namespace barograph
