// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/time_chart.h"
#include "core/visibility.h"
#include "series/column_reduction.h"
#include "series/nice_scale.h"
#include "timeline/time_bucket.h"

namespace barograph {

class LineLayer;
class StackLayer;

/// Receive, send, delivery and read of a node against its allocated TPS: stacked, as lines, or as shares of the whole.
class TpsChart : public TimeChart
{
    Q_OBJECT

public:
    enum Mode { Stacked, Lines, Percent };

    explicit TpsChart(const ChartContext &context, QWidget *parent = nullptr);
    ~TpsChart() override;

    QString title() const override;
    QString unitText() const override;
    QString summary() const override;
    std::size_t seriesCount() const override { return kEventKindCount + 3; }
    ChartSeries series(std::size_t which) const override;
    void setSeriesShown(std::size_t which, bool shown) override;
    SeriesValue valueAt(std::size_t which, int column) const override;
    QString valueText(std::size_t which, double value) const override;
    QString plainText(std::size_t which, double value) const override;
    ShownValue newest(std::size_t which) const override;
    ShownValue seriesNote(std::size_t which) const override;
    void paintSwatch(std::size_t which, QPainter &painter, const QRect &rect, const ThemeColors &colors) const override;
    std::optional<SeriesRange> between(std::size_t which, int first, int last) const override;
    QString noteAt(int column) const override;
    QStringList modes() const override;
    int mode() const override { return m_mode; }
    void setMode(int mode) override;

    /// Events per second at the top of the plot; meaningless in percent.
    double rateAtTop() const { return valueScale().top; }

protected:
    void takeNode(const NodeFrame &node, UtcTime now, bool otherNode) override;
    ValueScale fill(const PlotWindow &window) override;
    std::unique_ptr<TimeChart> makeTwin() const override;

private:
    /// Of the legend, top of the stack first; after these the sum, the budget, and the pattern of what is not measured.
    static constexpr std::array<EventKind, kEventKindCount> kTopDown{EventKind::Read, EventKind::Delivery,
                                                                     EventKind::Send, EventKind::Receive};
    static constexpr std::size_t kTogether = kEventKindCount;
    static constexpr std::size_t kBudget = kTogether + 1;

    bool isShown(EventKind kind) const { return (m_shownKinds & SecondSample::bit(kind)) != 0; }
    quint8 toldKinds() const;
    void keepOnly(quint8 kinds);
    void fillStack();
    void fillLines();
    /// Of a column, which then knows only its highest second; all else is in the buckets.
    bool holdsManySeconds() const;
    const std::vector<TimeBucket> &buckets() const;
    ValueScale rateScale();
    QString takenAwayText() const;
    std::optional<SeriesRange> betweenSeconds(quint8 kinds, int first, int last) const;
    std::optional<SeriesRange> betweenBuckets(quint8 kinds, int first, int last) const;

    StackLayer *m_stack; ///< owned by the plot, like the next
    LineLayer *m_lines;
    std::vector<Column> m_columns;   ///< of the kinds that are drawn
    std::vector<quint32> m_together; ///< of all kinds that are told: what the budget is held against
    mutable std::vector<TimeBucket> m_buckets;
    mutable bool m_bucketsFilled = false;
    PlotWindow m_filled; ///< window of the columns
    Mode m_mode = Stacked;
    quint8 m_shownKinds = kAllKindsMask;
    Reading<double> m_budget;
    KindVisibility m_visibility;
    NiceScale m_scale;

    // Of the newest frame, for the legend.
    ByKind<ShownValue> m_newestByKind;
    ByKind<ShownValue> m_notes;
    ByKind<Reading<double>> m_rates;
    ShownValue m_newestTogether;
    ShownValue m_newestBudget;
};

} // namespace barograph
