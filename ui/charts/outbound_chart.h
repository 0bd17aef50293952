// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gauge_chart.h"
#include "series/nice_scale.h"

namespace barograph {

/// Depth of the bot's own send queue over time, with the periods in which it was paused shaded behind it. The age of
/// its oldest message is told beside it, as a number: it has another unit.
class OutboundChart : public GaugeChart
{
    Q_OBJECT

public:
    explicit OutboundChart(const ChartContext &context, QWidget *parent = nullptr);

    QString title() const override;
    QString unitText() const override;
    std::size_t seriesCount() const override { return 3; }
    ChartSeries series(std::size_t which) const override;
    SeriesValue valueAt(std::size_t which, int column) const override;
    QString valueText(std::size_t which, double value) const override;
    ShownValue newest(std::size_t which) const override;
    void paintSwatch(std::size_t which, QPainter &painter, const QRect &rect, const ThemeColors &colors) const override;
    QString noteAt(int column) const override;

protected:
    void takeNode(const NodeFrame &node, UtcTime now, bool otherNode) override;
    ValueScale scaleFor(const TraceExtremes &extremes, const PlotWindow &window) override;
    QString whyEmpty() const override;
    QString summaryOf(const TraceExtremes &extremes) const override;
    void addSpans(const PlotWindow &window, SpanLayer &spans) override;
    std::unique_ptr<TimeChart> makeTwin() const override;

private:
    bool isPausedAt(const PlotWindow &window, std::size_t column) const;
    QString pauseText(bool current) const;

    OutboundView m_outbound;
    UtcTime m_now{};
    NiceScale m_scale;
    std::size_t m_pausedColumns = 0;
};

} // namespace barograph
