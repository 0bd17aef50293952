// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/gauge_chart.h"

#include "charts/column_runs.h"
#include "charts/line_layer.h"
#include "charts/span_layer.h"
#include "charts/words_layer.h"
#include "text/numbers.h"
#include "theme/colors.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

#include <QDateTime>

namespace barograph {

GaugeChart::GaugeChart(const ChartContext &context, GaugeKind gauge, QWidget *parent)
    : TimeChart(context, parent)
    , m_gauge(gauge)
    , m_spans(new SpanLayer)
    , m_lines(new LineLayer)
    , m_words(new WordsLayer)
{
    m_lines->setLineCount(1);
    m_lines->setGapText(tr("no data"));
    addLayer(m_spans);
    addLayer(m_lines);
    addLayer(m_words);
}

GaugeChart::~GaugeChart() = default;

ValueScale GaugeChart::fill(const PlotWindow &window)
{
    context().store.fillBuckets(nodeId(), window, m_buckets);
    fillTrace(m_buckets, m_gauge, m_lines->columns(0));
    m_extremes = extremesOf(m_lines->columns(0));
    m_lines->setColor(0, themeColors(palette()).info);
    // What the plot says in its middle need not be said again below, and what has not been yet is no gap.
    m_lines->setGapText(m_extremes.isKnown() ? tr("no data") : QString());
    m_lines->setGapsUntil(static_cast<int>(window.xOf(context().view.now())));
    m_spans->spans().clear();
    addNotMeasured();
    addSpans(window, *m_spans);
    m_spans->changed();
    ValueScale scale = scaleFor(m_extremes, window);
    PlotWords words;
    if (!m_extremes.isKnown())
        words.middle = emptyWords();
    addWords(m_extremes, words);
    m_words->setWords(words);
    return scale;
}

void GaugeChart::addNotMeasured()
{
    const std::vector<TraceColumn> &columns = m_lines->columns(0);
    std::vector<quint8> &notMeasured = m_lines->explained();
    notMeasured.assign(columns.size(), 0);
    std::size_t others = 0;
    for (std::size_t x = 0; isToldByCallbacks() && x < columns.size(); ++x) {
        notMeasured[x] = columns[x].isGap() && m_buckets[x].notMeasuredMask != 0 ? 1 : 0;
        others += notMeasured[x] == 0 && m_buckets[x].seconds > 0 ? 1U : 0U;
    }
    const auto isNotMeasured = [&](std::size_t x) { return notMeasured[x] != 0; };
    forEachRun(columns.size(), isNotMeasured, [this](std::size_t begin, std::size_t end) {
        m_spans->spans().push_back(
            {SpanLayer::Kind::NotMeasured, static_cast<int>(begin), static_cast<int>(end), tr("not measured")});
    });
    m_allNotMeasured = others == 0 && !m_spans->spans().empty();
}

QString GaugeChart::emptyWords() const
{
    return m_allNotMeasured ? tr("Not measured: the callbacks that tell it were switched off, or the "
                                 "tap that brings events was not connected.")
                            : whyEmpty();
}

void GaugeChart::addWords(const TraceExtremes & /*extremes*/, PlotWords & /*words*/) const {}

void GaugeChart::addSpans(const PlotWindow & /*window*/, SpanLayer & /*spans*/) {}

const PlotWords &GaugeChart::words() const
{
    return m_words->words();
}

QString GaugeChart::spanWords() const
{
    const QString span = formatDuration(context().view.span());
    if (context().view.isLive())
        return tr("Last %1").arg(span);
    const auto until = QDateTime::fromMSecsSinceEpoch(unixMillis(context().view.right()));
    return tr("%1 up to %2").arg(span, until.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
}

QString GaugeChart::summary() const
{
    return m_extremes.isKnown() ? summaryOf(m_extremes) : emptyWords();
}

SeriesValue GaugeChart::valueAt(std::size_t which, int column) const
{
    if (which != 0 || column < 0 || static_cast<std::size_t>(column) >= m_lines->columns(0).size())
        return {};
    const TraceColumn &sample = m_lines->columns(0)[static_cast<std::size_t>(column)];
    if (sample.isGap())
        return {m_lines->explained()[static_cast<std::size_t>(column)] != 0 ? ValueState::NotMeasured
                                                                            : ValueState::Unknown,
                0};
    return {sample.estimated ? ValueState::Estimated : ValueState::Known, static_cast<double>(sample.most)};
}

void GaugeChart::paintSwatch(std::size_t which, QPainter &painter, const QRect &rect, const ThemeColors &colors) const
{
    if (which == 0 || which + 1 == seriesCount())
        paintLineSwatch(painter, rect, colors.info, LineStyle::Solid, which != 0);
}

ChartSeries GaugeChart::estimatedKey()
{
    return {tr("estimated"), {}, SeriesRole::Key};
}

QString GaugeChart::noteAt(int column) const
{
    if (column < 0 || static_cast<std::size_t>(column) >= m_lines->columns(0).size())
        return {};
    const TraceColumn &sample = m_lines->columns(0)[static_cast<std::size_t>(column)];
    const qint64 seconds = plotWindow().columnMicros / 1'000'000;
    if (sample.isGap() || seconds < 2 || sample.least == sample.most)
        return {};
    return tr("highest of %1 s; lowest %2")
        .arg(formatCount(seconds), valueText(0, static_cast<double>(sample.least)))
        .toHtmlEscaped();
}

} // namespace barograph
