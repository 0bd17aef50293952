// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/line_raster.h"
#include "charts/time_chart.h"
#include "series/trace.h"

namespace barograph {

class LineLayer;
class SpanLayer;
class WordsLayer;
struct PlotWords;

/// What the charts of one gauge have in common: the line, its gaps, the periods behind it, and words where there is
/// nothing to be seen. GUI thread.
class GaugeChart : public TimeChart
{
    Q_OBJECT

public:
    ~GaugeChart() override;

    QString summary() const override;
    /// The gauge, and the key to what is estimated of it.
    std::size_t seriesCount() const override { return 2; }
    SeriesValue valueAt(std::size_t which, int column) const override;
    void paintSwatch(std::size_t which, QPainter &painter, const QRect &rect, const ThemeColors &colors) const override;
    QString noteAt(int column) const override;

    /// What stands in the plot beside the data.
    const PlotWords &words() const;

protected:
    GaugeChart(const ChartContext &context, GaugeKind gauge, QWidget *parent);

    ValueScale fill(const PlotWindow &window) override;

    /// `extremes` of what is in view, which need not be known.
    virtual ValueScale scaleFor(const TraceExtremes &extremes, const PlotWindow &window) = 0;
    /// Why nothing is known in the time shown, in a sentence or two that say what to do if there is anything to be
    /// done.
    virtual QString whyEmpty() const = 0;
    /// Adds to the words in the plot, after scaleFor(); `extremes` need not be known.
    virtual void addWords(const TraceExtremes &extremes, PlotWords &words) const;
    /// The beginning of the summary: what the values in view come to. `extremes` are known.
    virtual QString summaryOf(const TraceExtremes &extremes) const = 0;
    /// Adds periods to be shaded behind the line. The same number of buckets as there are columns.
    virtual void addSpans(const PlotWindow &window, SpanLayer &spans);
    /// Whether the node's callbacks tell the gauge: where it is unknown while some of them were switched off, it was
    /// not measured.
    virtual bool isToldByCallbacks() const { return false; }

    /// The last entry of the legend.
    static ChartSeries estimatedKey();
    /// One for each column of the window that was filled last.
    const std::vector<TimeBucket> &buckets() const { return m_buckets; }
    const TraceExtremes &extremes() const { return m_extremes; }
    /// "Last 10 min" or "10 min up to 14:05", for summaries.
    QString spanWords() const;

private:
    void addNotMeasured();
    QString emptyWords() const;

    GaugeKind m_gauge;
    SpanLayer *m_spans; ///< owned by the plot, like the other layers
    LineLayer *m_lines;
    WordsLayer *m_words;
    std::vector<TimeBucket> m_buckets;
    TraceExtremes m_extremes;
    bool m_allNotMeasured = false; ///< nothing is known in view, and that is why
};

} // namespace barograph
