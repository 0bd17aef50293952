// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/incoming_chart.h"

#include "charts/forecast_layer.h"
#include "charts/words_layer.h"
#include "incoming/queue_risk.h"
#include "text/incoming_text.h"
#include "text/numbers.h"
#include "theme/colors.h"
#include "timeline/time_view.h"

#include <QPainter>

#include <algorithm>

namespace barograph {

namespace {

/// The capacity's line may take at most three quarters of the plot away from the data.
constexpr double kCapacityRoom = 4;
/// Of the time shown, added beyond the newest moment.
constexpr int kAheadPart = 5;
constexpr std::size_t kCapacitySeries = 1;
/// Of the highest value, so that what is said stands above the data.
constexpr double kRoomForForecast = 1.25;

} // namespace

IncomingChart::IncomingChart(const ChartContext &context, QWidget *parent)
    : GaugeChart(context, GaugeKind::Incoming, parent)
    , m_forecast(new ForecastLayer)
{
    addLayer(m_forecast);
    setAccessibleName(title());
}

QString IncomingChart::title() const
{
    return tr("Incoming queue over time");
}

QString IncomingChart::unitText() const
{
    return tr("events waiting");
}

ChartSeries IncomingChart::series(std::size_t which) const
{
    if (which == kCapacitySeries)
        return {tr("Capacity"), {}, SeriesRole::Level};
    return which == 0 ? ChartSeries{tr("Waiting"), QStringLiteral("incoming_waiting")} : estimatedKey();
}

void IncomingChart::paintSwatch(std::size_t which, QPainter &painter, const QRect &rect,
                                const ThemeColors &colors) const
{
    if (which == kCapacitySeries)
        painter.fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 2), colors.overBudget);
    else
        GaugeChart::paintSwatch(which, painter, rect, colors);
}

QString IncomingChart::valueText(std::size_t /*which*/, double value) const
{
    return formatCount(qRound64(value));
}

ShownValue IncomingChart::newest(std::size_t which) const
{
    if (which == kCapacitySeries && m_incoming.capacity <= 0)
        return shownCount({}, {}, m_now);
    if (which == kCapacitySeries)
        return {formatCount(m_incoming.capacity), Truth::Measured,
                tr("As configured for this number. Beyond it, messages are lost.")};
    if (which != 0)
        return {};
    return {incomingDepthText(m_incoming, m_now), m_incoming.depth.truth(), incomingHowText(m_incoming), false};
}

void IncomingChart::takeNode(const NodeFrame &node, UtcTime now, bool otherNode)
{
    if (otherNode)
        m_scale = NiceScale();
    m_incoming = node.incoming;
    m_now = now;
}

bool IncomingChart::foretells() const
{
    return context().view.isLive() && m_incoming.depth.truth() != Truth::NotSupported;
}

bool IncomingChart::isToldByCallbacks() const
{
    // A node that has gauges is asked for them, whatever its callbacks do.
    return m_incoming.depth.truth() != Truth::NotSupported && m_incoming.source != DepthSource::Gauges;
}

Millis IncomingChart::ahead() const
{
    // Always the same share: an axis that gives way whenever a forecast comes or goes would make the live edge jump.
    return foretells() ? context().view.span() / kAheadPart : Millis{0};
}

void IncomingChart::fillForecast()
{
    ForecastLayer::Content &content = m_forecast->content();
    content = {};
    content.now = context().view.now();
    content.limit = static_cast<double>(m_incoming.capacity);
    if (m_incoming.depth.truth() == Truth::NotSupported)
        content.limit = 0;
    if (!foretells() || !m_incoming.depth.hasValue())
        return;
    content.value = static_cast<double>(m_incoming.depth.value());
    content.isBad = m_incoming.trend == QueueTrend::Filling || m_incoming.full;
    if (m_incoming.full || !m_incoming.growthPerSecond.hasValue())
        return;
    const double growth = m_incoming.growthPerSecond.value();
    if (m_incoming.trend == QueueTrend::Filling && m_incoming.fullIn && growth > 0)
        content.endsIn = m_incoming.fullIn;
    else if (m_incoming.trend == QueueTrend::Draining && m_incoming.emptyIn && growth < 0)
        content.endsIn = m_incoming.emptyIn;
    content.perSecond = growth;
}

ValueScale IncomingChart::scaleFor(const TraceExtremes &extremes, const PlotWindow &window)
{
    fillForecast();
    ForecastLayer::Content &content = m_forecast->content();
    double highest = extremes.isKnown() ? static_cast<double>(extremes.most) : 0;
    if (content.endsIn) {
        const Millis room = std::max(Millis{0}, window.right() - content.now);
        const double shownSeconds = static_cast<double>(std::min(*content.endsIn, room).count()) / 1'000;
        highest = std::max(highest, content.value + content.perSecond * shownSeconds);
    }
    const bool limitFits = content.limit > 0 && content.limit <= highest * kCapacityRoom;
    m_scale.update(std::max(highest, limitFits ? content.limit : 0) * kRoomForForecast, context().view.now());
    if (isCapacityInPlot())
        content.limitText = tr("capacity %1").arg(formatCount(m_incoming.capacity));
    m_forecast->changed();
    return linearScale(m_scale.maximum(), m_scale.tickStep(),
                       [](double value) { return formatCount(qRound64(value)); });
}

bool IncomingChart::isCapacityInPlot() const
{
    const double limit = m_forecast->content().limit;
    return limit > 0 && limit <= m_scale.maximum();
}

QString IncomingChart::forecastWords() const
{
    if (!foretells() || !m_incoming.depth.hasValue())
        return {};
    const QString words = incomingForecastText(m_incoming);
    if (words.isEmpty())
        return {};
    return m_incoming.depth.truth() == Truth::Estimated ? tr("Forecast, by an estimated depth: %1").arg(words)
                                                        : tr("Forecast: %1").arg(words);
}

void IncomingChart::addWords(const TraceExtremes & /*extremes*/, PlotWords &words) const
{
    words.upperRight = forecastWords();
    words.alarming = m_forecast->content().isBad;
    if (m_forecast->content().limit <= 0 || isCapacityInPlot())
        return;
    words.upperLeft = tr("capacity %1, far above").arg(formatCount(m_incoming.capacity));
}

QString IncomingChart::whyEmpty() const
{
    if (m_incoming.depth.truth() == Truth::NotSupported)
        return tr("The incoming queue cannot be told from this kind of node. %1").arg(incomingHowText(m_incoming));
    if (!context().view.isLive())
        return tr("The incoming queue is not known for this time: nothing was recorded.");
    return tr("The incoming queue is not known. %1").arg(incomingHowText(m_incoming));
}

QString IncomingChart::summaryOf(const TraceExtremes &extremes) const
{
    const QString range = tr("%1: between %2 and %3 waiting.")
                              .arg(spanWords(), valueText(0, static_cast<double>(extremes.least)),
                                   valueText(0, static_cast<double>(extremes.most)));
    return forecastWords().isEmpty() ? range : tr("%1 %2.").arg(range, forecastWords());
}

std::unique_ptr<TimeChart> IncomingChart::makeTwin() const
{
    return std::make_unique<IncomingChart>(context());
}

} // namespace barograph
