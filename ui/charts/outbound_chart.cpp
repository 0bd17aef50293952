// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/outbound_chart.h"

#include "charts/column_runs.h"
#include "charts/span_layer.h"
#include "text/numbers.h"
#include "timeline/time_view.h"

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

constexpr std::size_t kDepthSeries = 0;
constexpr std::size_t kAgeSeries = 1;
constexpr std::size_t kPausedKey = 2;
/// Of the highest value, so that what is said of a pause stands above the data.
constexpr double kRoomForWords = 1.25;

} // namespace

OutboundChart::OutboundChart(const ChartContext &context, QWidget *parent)
    : GaugeChart(context, GaugeKind::Outbound, parent)
{
    setAccessibleName(title());
}

QString OutboundChart::title() const
{
    return tr("Outbound queue over time");
}

QString OutboundChart::unitText() const
{
    return tr("messages waiting");
}

ChartSeries OutboundChart::series(std::size_t which) const
{
    if (which == kAgeSeries)
        return {tr("Oldest message"), QStringLiteral("outbound_oldest_ms")};
    if (which == kPausedKey)
        return {tr("paused"), {}, SeriesRole::Key};
    return {tr("Waiting"), QStringLiteral("outbound_waiting")};
}

void OutboundChart::paintSwatch(std::size_t which, QPainter &painter, const QRect &rect,
                                const ThemeColors &colors) const
{
    if (which == kPausedKey)
        paintPausedSwatch(painter, rect, colors);
    else if (which == kDepthSeries)
        GaugeChart::paintSwatch(which, painter, rect, colors);
}

SeriesValue OutboundChart::valueAt(std::size_t which, int column) const
{
    if (which == kDepthSeries)
        return GaugeChart::valueAt(which, column);
    if (which != kAgeSeries || column < 0 || static_cast<std::size_t>(column) >= buckets().size())
        return {};
    const TimeBucket &bucket = buckets()[static_cast<std::size_t>(column)];
    const GaugeRange &age = bucket.gauge(GaugeKind::OutboundAge);
    if (!age.isKnown())
        return {};
    const bool estimated = (bucket.estimatedMask & (1U << indexOf(GaugeKind::OutboundAge))) != 0;
    return {estimated ? ValueState::Estimated : ValueState::Known, static_cast<double>(age.most)};
}

QString OutboundChart::valueText(std::size_t which, double value) const
{
    return which == kAgeSeries ? formatDuration(Millis{std::llround(value)}) : formatCount(qRound64(value));
}

ShownValue OutboundChart::newest(std::size_t which) const
{
    if (which == kPausedKey)
        return {};
    if (!m_outbound.configured)
        return {tr("not configured"), Truth::NotSupported, whyEmpty(), false};
    const QString source = tr("asked from the queue");
    return which == kAgeSeries ? shownDuration(m_outbound.oldestAge, source, m_now)
                               : shownCount(m_outbound.depthMessages, source, m_now);
}

void OutboundChart::takeNode(const NodeFrame &node, UtcTime now, bool otherNode)
{
    if (otherNode)
        m_scale = NiceScale();
    m_outbound = node.outbound;
    m_now = now;
}

bool OutboundChart::isPausedAt(const PlotWindow &window, std::size_t column) const
{
    if (buckets()[column].paused)
        return true;
    // The present pause is known from its beginning on, also where the queue could not be asked meanwhile.
    if (!m_outbound.paused.valueOr(false) || !m_outbound.pausedSince)
        return false;
    const UtcTime begin = window.secondAt(static_cast<int>(column));
    return begin >= *m_outbound.pausedSince && begin < context().view.now();
}

QString OutboundChart::pauseText(bool current) const
{
    if (!current || m_outbound.pausedWhy.isEmpty())
        return tr("paused");
    return tr("paused: %1").arg(m_outbound.pausedWhy);
}

void OutboundChart::addSpans(const PlotWindow &window, SpanLayer &spans)
{
    m_pausedColumns = 0;
    const auto isPaused = [&](std::size_t column) { return isPausedAt(window, column); };
    forEachRun(buckets().size(), isPaused, [&](std::size_t begin, std::size_t end) {
        // Only of the present pause is the reason known here; that of others is told by their markers.
        const bool current = m_outbound.paused.valueOr(false) && m_outbound.pausedSince &&
                             window.secondAt(static_cast<int>(end)) > *m_outbound.pausedSince;
        spans.spans().push_back(
            {SpanLayer::Kind::Paused, static_cast<int>(begin), static_cast<int>(end), pauseText(current)});
        m_pausedColumns += end - begin;
    });
}

ValueScale OutboundChart::scaleFor(const TraceExtremes &extremes, const PlotWindow & /*window*/)
{
    m_scale.update(extremes.isKnown() ? static_cast<double>(extremes.most) * kRoomForWords : 0, context().view.now());
    return linearScale(m_scale.maximum(), m_scale.tickStep(),
                       [](double value) { return formatCount(qRound64(value)); });
}

QString OutboundChart::whyEmpty() const
{
    if (!m_outbound.configured)
        return tr("No outbound queue is configured for this number. Add [node.outbound_queue] to the configuration "
                  "file.");
    if (m_outbound.depthMessages.truth() == Truth::NotSupported)
        return tr("This kind of queue cannot tell how many messages wait in it.");
    if (!context().view.isLive())
        return tr("The outbound queue is not known for this time: nothing was recorded.");
    return tr("The outbound queue is not known: it has not answered yet.");
}

QString OutboundChart::summaryOf(const TraceExtremes &extremes) const
{
    QString range = tr("%1: between %2 and %3 messages waiting.")
                        .arg(spanWords(), valueText(kDepthSeries, static_cast<double>(extremes.least)),
                             valueText(kDepthSeries, static_cast<double>(extremes.most)));
    if (m_pausedColumns == 0)
        return range;
    return tr("%1 Paused in %2 of the time shown.")
        .arg(range, formatPercent(static_cast<double>(m_pausedColumns) / static_cast<double>(buckets().size())));
}

QString OutboundChart::noteAt(int column) const
{
    QString note = GaugeChart::noteAt(column);
    if (column < 0 || static_cast<std::size_t>(column) >= buckets().size() ||
        !isPausedAt(plotWindow(), static_cast<std::size_t>(column)))
        return note;
    const UtcTime at = plotWindow().secondAt(column);
    const bool present = m_outbound.paused.valueOr(false) && m_outbound.pausedSince && at >= *m_outbound.pausedSince;
    const QString pause = pauseText(present).toHtmlEscaped();
    return note.isEmpty() ? pause : note + QStringLiteral("<br>") + pause;
}

std::unique_ptr<TimeChart> OutboundChart::makeTwin() const
{
    return std::make_unique<OutboundChart>(context());
}

} // namespace barograph
