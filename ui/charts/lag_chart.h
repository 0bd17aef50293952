// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/gauge_chart.h"
#include "series/duration_scale.h"

namespace barograph {

/// Lag of a node over time: how long after an event happened its webhook came, with the clocks' difference taken out.
/// Logarithmic from milliseconds to days unless switched to linear. 0 and less, which only says that the clocks are not
/// known better than that, stands at the bottom and is said to.
class LagChart : public GaugeChart
{
    Q_OBJECT

public:
    explicit LagChart(const ChartContext &context, QWidget *parent = nullptr);

    enum Mode { Logarithmic, Linear };

    QString title() const override;
    QString unitText() const override;
    ChartSeries series(std::size_t which) const override;
    QString valueText(std::size_t which, double value) const override;
    QString plainText(std::size_t which, double value) const override;
    ShownValue newest(std::size_t which) const override;
    QStringList modes() const override;
    int mode() const override { return m_scale.isLogarithmic() ? Logarithmic : Linear; }
    void setMode(int mode) override;

protected:
    void takeNode(const NodeFrame &node, UtcTime now, bool otherNode) override;
    ValueScale scaleFor(const TraceExtremes &extremes, const PlotWindow &window) override;
    QString whyEmpty() const override;
    bool isToldByCallbacks() const override { return m_lag.truth() != Truth::NotSupported; }
    void addWords(const TraceExtremes &extremes, PlotWords &words) const override;
    QString summaryOf(const TraceExtremes &extremes) const override;
    std::unique_ptr<TimeChart> makeTwin() const override;

private:
    Reading<Millis> m_lag;
    UtcTime m_now{};
    DurationScale m_scale{true};
};

} // namespace barograph
