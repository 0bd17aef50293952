// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/lag_chart.h"

#include "charts/words_layer.h"
#include "text/numbers.h"
#include "timeline/time_view.h"

#include <QLocale>

#include <cmath>

namespace barograph {

namespace {

/// Room for one label of the value axis, in logical pixels.
constexpr int kLagTickRoom = 22;

/// Tenths of a second matter below ten, as stamps of a whole second do not allow more.
QString lagText(double ms)
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    if (ms < 1'000)
        return LagChart::tr("%1 ms").arg(english.toString(ms, 'f', 0));
    if (ms < 10'000)
        return LagChart::tr("%1 s").arg(english.toString(ms / 1'000, 'f', 1));
    return formatDuration(Millis{std::llround(ms)});
}

} // namespace

LagChart::LagChart(const ChartContext &context, QWidget *parent)
    : GaugeChart(context, GaugeKind::Lag, parent)
{
    setAccessibleName(title());
}

QStringList LagChart::modes() const
{
    return {tr("Logarithmic"), tr("Linear")};
}

void LagChart::setMode(int mode)
{
    if (mode < 0 || mode >= modes().size() || mode == this->mode())
        return;
    m_scale.setLogarithmic(mode == Logarithmic);
    contentChanged();
    Q_EMIT optionsChanged();
}

QString LagChart::title() const
{
    return tr("Lag over time");
}

QString LagChart::unitText() const
{
    return m_scale.isLogarithmic() ? tr("lag, logarithmic") : tr("lag");
}

ChartSeries LagChart::series(std::size_t which) const
{
    return which == 0 ? ChartSeries{tr("Lag"), QStringLiteral("lag_ms")} : estimatedKey();
}

QString LagChart::plainText(std::size_t /*which*/, double value) const
{
    return value < 0 ? tr("−%1").arg(lagText(-value)) : lagText(value);
}

QString LagChart::valueText(std::size_t which, double value) const
{
    return value > 0 ? lagText(value) : tr("0 or less (%1 by the clocks)").arg(plainText(which, value));
}

ShownValue LagChart::newest(std::size_t which) const
{
    if (which != 0)
        return {};
    ShownValue shown = shownDuration(m_lag,
                                     tr("arrival minus the event's own time, smallest of the last seconds, with the "
                                        "clocks' difference taken out; ± 1 s"),
                                     m_now);
    if (m_lag.truth() == Truth::Measured && m_lag.value() <= Millis{0})
        shown.text = tr("0 or less");
    return shown;
}

void LagChart::takeNode(const NodeFrame &node, UtcTime now, bool otherNode)
{
    if (otherNode)
        m_scale.reset();
    m_lag = node.incoming.lag;
    m_now = now;
}

ValueScale LagChart::scaleFor(const TraceExtremes &extremes, const PlotWindow & /*window*/)
{
    const double least = extremes.leastPositive > 0 ? static_cast<double>(extremes.leastPositive) : 0;
    m_scale.update(least, extremes.isKnown() ? static_cast<double>(extremes.most) : 0, context().view.now());
    const DurationRange &range = m_scale.range();
    ValueScale axis;
    axis.bottom = range.leastMs;
    axis.top = range.mostMs;
    axis.logarithmic = range.logarithmic;
    axis.zeroBand = range.logarithmic ? DurationRange::kZeroBand : 0;
    for (const DurationTick &tick : m_scale.ticks(std::max(2, plotArea().height() / kLagTickRoom)))
        axis.ticks.push_back({tick.ms, tick.label});
    return axis;
}

QString LagChart::whyEmpty() const
{
    if (m_lag.truth() == Truth::NotSupported)
        return tr("This kind of node cannot tell a lag: its events carry no time of their own.");
    if (context().view.isLive())
        return tr("The lag is not known: no event with a time of its own has come in yet.");
    return tr("The lag is not known for this time: nothing was recorded.");
}

void LagChart::addWords(const TraceExtremes &extremes, PlotWords &words) const
{
    if (extremes.least <= 0)
        words.upperRight = tr("at the bottom: 0 or less, as far as the clocks can tell");
}

QString LagChart::summaryOf(const TraceExtremes &extremes) const
{
    return tr("%1: lag between %2 and %3.")
        .arg(spanWords(), valueText(0, static_cast<double>(extremes.least)),
             valueText(0, static_cast<double>(extremes.most)));
}

std::unique_ptr<TimeChart> LagChart::makeTwin() const
{
    auto twin = std::make_unique<LagChart>(context());
    twin->setMode(mode());
    return twin;
}

} // namespace barograph
