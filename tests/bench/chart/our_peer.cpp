// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/line_layer.h"
#include "charts/tps_chart.h"
#include "peers.h"
#include "series/nice_scale.h"
#include "theme/colors.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

#include <algorithm>

namespace barograph {

namespace {

constexpr double kBudget = 80;

/// The four kinds as lines: nothing but the layer under measurement in the frame that all charts have.
class LinesChart : public TimeChart
{
public:
    explicit LinesChart(const ChartContext &context)
        : TimeChart(context)
        , m_lines(new LineLayer)
    {
        constexpr std::array<LineStyle, kEventKindCount> kStyles{LineStyle::Solid, LineStyle::Dashed, LineStyle::Dotted,
                                                                 LineStyle::DashDot};
        m_lines->setLineCount(kEventKindCount);
        for (std::size_t kind = 0; kind < kEventKindCount; ++kind)
            m_lines->setLook(kind, kStyles[kind]);
        addLayer(m_lines);
    }
    QString title() const override { return QStringLiteral("Lines"); }
    QString unitText() const override { return QStringLiteral("events per second"); }
    QString summary() const override { return {}; }
    std::size_t seriesCount() const override { return 0; }
    ChartSeries series(std::size_t /*which*/) const override { return {}; }
    SeriesValue valueAt(std::size_t /*which*/, int /*column*/) const override { return {}; }
    QString valueText(std::size_t /*which*/, double /*value*/) const override { return {}; }
    ShownValue newest(std::size_t /*which*/) const override { return {}; }
    void paintSwatch(std::size_t /*which*/, QPainter & /*painter*/, const QRect & /*rect*/,
                     const ThemeColors & /*colors*/) const override
    {}

protected:
    void takeNode(const NodeFrame & /*node*/, UtcTime /*now*/, bool /*otherNode*/) override {}
    ValueScale fill(const PlotWindow &window) override
    {
        context().store.fillBuckets(nodeId(), window, m_buckets);
        double highest = 0;
        for (const EventKind kind : kEventKinds) {
            std::vector<TraceColumn> &columns = m_lines->columns(indexOf(kind));
            fillTrace(m_buckets, kind, columns);
            m_lines->setColor(indexOf(kind), themeColors(palette()).kind(kind));
            highest = std::max(highest, static_cast<double>(extremesOf(columns).most));
        }
        m_scale.update(highest, context().view.now());
        return linearScale(m_scale.maximum(), m_scale.tickStep());
    }
    std::unique_ptr<TimeChart> makeTwin() const override { return nullptr; }

private:
    LineLayer *m_lines;
    std::vector<TimeBucket> m_buckets;
    NiceScale m_scale;
};

class OurPeer : public ChartPeer
{
public:
    OurPeer(ChartForm form, Seconds span, const MarkerList &markers)
        : m_name(form == ChartForm::Lines ? "Lines" : "TpsChart")
    {
        const ChartContext context{m_view, m_store};
        if (form == ChartForm::Lines)
            m_chart = std::make_unique<LinesChart>(context);
        else
            m_chart = std::make_unique<TpsChart>(context);
        m_view.setSpan(span);
        m_node.id = QStringLiteral("bench");
        m_node.markers = markers;
        // The live frame brings ten minutes and the store keeps some hours of them: what is older comes from tiles, as
        // it does from the history. Without them, a day would be drawn as a gap.
        QObject::connect(
            &m_store, &TimelineStore::wanted, &m_store,
            [this](const std::vector<TileKey> &keys) {
                for (const TileKey &key : keys)
                    m_store.setTile(tileOf(key));
            },
            Qt::QueuedConnection);
    }
    const char *name() const override { return m_name; }
    QWidget &widget() override { return *m_chart; }
    void setWindow(const std::shared_ptr<const SecondSeries> &series) override
    {
        auto frame = std::make_shared<Frame>();
        frame->takenAt = series->end();
        m_node.series = series;
        m_past = m_past ? m_past : series;
        m_node.allocatedTps = Reading<double>::measured(kBudget, series->end());
        frame->nodes.push_back(m_node);
        m_store.setFrame(frame);
        m_view.setNow(series->end());
        m_chart->setNode(m_node, series->end());
        m_chart->advance();
    }
    void setCursor(UtcTime at) override { m_view.setCursor(at); }

private:
    TimelineTile tileOf(const TileKey &key) const
    {
        auto buckets = std::make_shared<std::vector<TimeBucket>>(std::size_t{kBucketsPerTile});
        UtcSecond second = key.from();
        for (TimeBucket &bucket : *buckets) {
            for (const UtcSecond end = second + key.bucketWidth(); second < end; second += Seconds{1}) {
                const qint64 index = (second - m_past->first).count();
                if (index >= 0 && second < m_past->end())
                    addSecond(bucket, second, m_past->samples[static_cast<std::size_t>(index)], kBudget);
            }
        }
        TimelineTile tile;
        tile.key = key;
        tile.buckets = std::move(buckets);
        tile.until = std::min(key.to(), m_past->end());
        return tile;
    }

    const char *m_name;
    std::shared_ptr<const SecondSeries> m_past; ///< what the history knows
    TimeView m_view;
    TimelineStore m_store;
    NodeFrame m_node;
    std::unique_ptr<TimeChart> m_chart;
};

} // namespace

std::unique_ptr<ChartPeer> makeOurPeer(ChartForm form, Seconds span, const MarkerList &markers)
{
    return std::make_unique<OurPeer>(form, span, markers);
}

} // namespace barograph
