// SPDX-License-Identifier: GPL-3.0-or-later
#include "series/plot_window.h"

#include <QDateTime>

#include <array>
#include <cmath>

namespace barograph {

namespace {

using Micros = std::chrono::microseconds;
constexpr qint64 kDaySeconds = 86'400;

qint64 floorDiv(qint64 value, qint64 by)
{
    const qint64 quotient = value / by;
    return value % by < 0 ? quotient - 1 : quotient;
}

qint64 localOffsetSeconds(qint64 unixSecond)
{
    return QDateTime::fromSecsSinceEpoch(unixSecond).offsetFromUtc();
}

qint64 tickStep(qint64 spanSeconds, int maxTicks)
{
    constexpr std::array<qint64, 23> kSteps{1,     2,     5,      10,     15,     30,      60,     120,
                                            300,   600,   900,    1800,   3600,   7200,    10800,  21600,
                                            43200, 86400, 172800, 345600, 604800, 1209600, 2592000};
    for (const qint64 step : kSteps) {
        if (spanSeconds / step < maxTicks)
            return step;
    }
    return kSteps.back();
}

} // namespace

PlotWindow PlotWindow::endingAt(UtcTime right, Millis span, int columns)
{
    PlotWindow window;
    window.columns = std::max(columns, 0);
    if (window.columns == 0)
        return window;
    window.columnMicros = std::max<qint64>(1, Micros(span).count() / window.columns);
    const qint64 last = floorDiv(Micros(right.time_since_epoch()).count(), window.columnMicros);
    window.firstColumn = last - window.columns + 1;
    return window;
}

UtcTime PlotWindow::left() const
{
    return UtcTime{std::chrono::floor<Millis>(Micros{firstColumn * columnMicros})};
}

UtcTime PlotWindow::right() const
{
    return UtcTime{std::chrono::floor<Millis>(Micros{(firstColumn + columns) * columnMicros})};
}

UtcSecond PlotWindow::secondAt(int x) const
{
    const Micros begin{(firstColumn + x) * columnMicros};
    return UtcSecond{repeatsSeconds() ? std::chrono::floor<Seconds>(begin) : std::chrono::ceil<Seconds>(begin)};
}

double PlotWindow::xOf(UtcTime time) const
{
    const qint64 micros = Micros(time.time_since_epoch()).count() - firstColumn * columnMicros;
    return static_cast<double>(micros) / static_cast<double>(columnMicros);
}

int PlotWindow::columnAt(UtcTime time) const
{
    if (columns <= 0 || time < left() || time >= right())
        return -1;
    // The edges are whole milliseconds and may lie beside those of the columns.
    return std::clamp(static_cast<int>(std::floor(xOf(time))), 0, columns - 1);
}

UtcTime PlotWindow::timeAt(double x) const
{
    const auto micros = static_cast<qint64>(std::llround(x * static_cast<double>(columnMicros)));
    return UtcTime{std::chrono::floor<Millis>(Micros{firstColumn * columnMicros + micros})};
}

void fillColumns(const SecondSeries &series, const PlotWindow &window, std::vector<Column> &columns)
{
    columns.assign(static_cast<std::size_t>(window.columns), {});
    if (!window.repeatsSeconds()) {
        UtcSecond from = window.secondAt(0);
        for (int x = 0; x < window.columns; ++x) {
            const UtcSecond to = window.secondAt(x + 1);
            columns[static_cast<std::size_t>(x)] = reduceSeconds(series, from, to);
            from = to;
        }
        return;
    }
    const auto size = static_cast<qint64>(series.samples.size());
    for (int x = 0; x < window.columns; ++x) {
        const qint64 index = (window.secondAt(x) - series.first).count();
        if (index < 0 || index >= size)
            continue;
        const SecondSample &sample = series.samples[static_cast<std::size_t>(index)];
        Column &column = columns[static_cast<std::size_t>(x)];
        column.knownMask = sample.knownMask;
        column.notMeasuredMask = sample.notMeasuredMask;
        for (const EventKind kind : kEventKinds)
            column.counts[kind] = sample.isKnown(kind) ? sample.counts[kind] : 0;
    }
}

std::vector<TimeTick> timeTicks(UtcTime left, UtcTime right, int maxTicks)
{
    std::vector<TimeTick> ticks;
    const qint64 from = unixSeconds(std::chrono::ceil<Seconds>(left));
    const qint64 to = unixSeconds(secondOf(right));
    if (to < from)
        return ticks;
    const qint64 step = tickStep(to - from, std::max(maxTicks, 2));
    QString format = step < 60 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm");
    if (step >= kDaySeconds)
        format = QStringLiteral("d MMM");
    else if (to - from > kDaySeconds)
        format = QStringLiteral("d MMM HH:mm");
    // The next moment at which the local wall clock shows a multiple of the step. The offset is taken anew for each
    // tick, because it changes at daylight saving.
    const auto roundUp = [step](qint64 at) {
        const qint64 local = at + localOffsetSeconds(at);
        return at + floorDiv(local + step - 1, step) * step - local;
    };
    // Twice, because the first step may have crossed a change of the offset.
    const auto nextRound = [&](qint64 at) { return roundUp(roundUp(at)); };
    for (qint64 at = nextRound(from); at <= to; at = nextRound(at + step / 2 + 1))
        ticks.push_back({fromUnixSeconds(at), QDateTime::fromSecsSinceEpoch(at).toString(format)});
    return ticks;
}

QString utcOffsetText(UtcTime time)
{
    const qint64 offset = localOffsetSeconds(unixSeconds(secondOf(time)));
    const qint64 minutes = std::abs(offset) / 60;
    return QStringLiteral("UTC%1%2:%3")
        .arg(offset < 0 ? QChar(0x2212) : QChar(u'+'))
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

} // namespace barograph
