// SPDX-License-Identifier: GPL-3.0-or-later
// What a TimeChart says: titles, values in words, the tooltip; and what its heirs need not override.
#include "charts/time_chart.h"

#include "charts/marker_layer.h"
#include "text/numbers.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

#include <QDateTime>
#include <QLocale>

namespace barograph {

namespace {

/// Data older than this in a live view are said to be.
constexpr Millis kOldData{10'000};

QDateTime localTime(UtcTime at)
{
    return QDateTime::fromMSecsSinceEpoch(unixMillis(at));
}

} // namespace

QString TimeChart::timeAxisTitle() const
{
    const QLocale english(QLocale::English);
    const QDate from = localTime(m_context.view.left()).date();
    const QDate to = localTime(m_context.view.right()).date();
    const QString format = QStringLiteral("d MMM yyyy");
    const QString zone = utcOffsetText(m_context.view.right());
    if (from == to)
        return tr("%1, local time (%2)").arg(english.toString(to, format), zone);
    return tr("%1 to %2, local time (%3)").arg(english.toString(from, format), english.toString(to, format), zone);
}

QString TimeChart::stateWords() const
{
    switch (m_context.store.completeness(m_nodeId)) {
    case TimelineStore::Completeness::Loading:
        return tr("The past is being read…");
    case TimelineStore::Completeness::Failed:
        return tr("The past cannot be read: %1").arg(m_context.store.failure(m_nodeId));
    case TimelineStore::Completeness::Complete:
        break;
    }
    if (m_context.view.isLive() && m_newest != UtcTime{} && m_now - m_newest > kOldData)
        return tr("Last data %1").arg(formatAge(m_newest, m_now));
    return {};
}

ShownValue TimeChart::shownAt(std::size_t which, int column) const
{
    const ChartSeries line = series(which);
    if (line.role != SeriesRole::Line)
        return newest(which);
    ShownValue value;
    value.text = wordsOf(which, column);
    if (!line.shown)
        value.truth = Truth::Unknown;
    else {
        switch (valueAt(which, column).state) {
        case ValueState::Known:
            break;
        case ValueState::Estimated:
            value.truth = Truth::Estimated;
            break;
        case ValueState::Unknown:
            value.truth = Truth::Unknown;
            break;
        case ValueState::NotMeasured:
            value.truth = Truth::NotMeasured;
            break;
        case ValueState::NotVisible:
            value.truth = Truth::NotSupported;
            value.notVisible = true;
            break;
        }
    }
    value.how = tr("Of %1.").arg(localClock(plotWindow().secondAt(column), m_context.view.now()));
    return value;
}

void TimeChart::setSeriesShown(std::size_t /*which*/, bool /*shown*/) {}

QString TimeChart::plainText(std::size_t which, double value) const
{
    return valueText(which, value);
}

ShownValue TimeChart::seriesNote(std::size_t /*which*/) const
{
    return {};
}

QStringList TimeChart::modes() const
{
    return {};
}

int TimeChart::mode() const
{
    return 0;
}

void TimeChart::setMode(int /*mode*/) {}

std::optional<SeriesRange> TimeChart::between(std::size_t which, int first, int last) const
{
    SeriesRange range;
    double sum = 0;
    int known = 0;
    for (int column = first; column < last; ++column) {
        const SeriesValue value = valueAt(which, column);
        if (!value.hasValue())
            continue;
        range.most = known == 0 ? value.value : std::max(range.most, value.value);
        sum += value.value;
        ++known;
    }
    if (known == 0)
        return std::nullopt;
    range.mean = sum / known;
    range.known = std::chrono::duration_cast<Seconds>(std::chrono::microseconds{plotWindow().columnMicros * known});
    return range;
}

QString TimeChart::noteAt(int /*column*/) const
{
    return {};
}

QString TimeChart::textAt(int column) const
{
    if (column < 0 || column >= plotWindow().columns)
        return {};
    const PlotWindow &shown = plotWindow();
    const QDateTime at = localTime(shown.secondAt(column));
    const bool needsDate = m_context.view.span() > Millis{std::chrono::hours{24}};
    QString text = QStringLiteral("<b>%1</b> %2<table>")
                       .arg(at.toString(needsDate ? QStringLiteral("yyyy-MM-dd HH:mm:ss") : QStringLiteral("HH:mm:ss")),
                            utcOffsetText(shown.left()));
    // Top of the stack first, as it is seen; what sums up comes last in both.
    for (std::size_t i = 0; i < seriesCount(); ++i) {
        const ChartSeries line = series(i);
        if (line.role != SeriesRole::Line)
            continue;
        text += QStringLiteral("<tr><td>%1</td><td align='right'>&nbsp;%2</td></tr>")
                    .arg(line.name.toHtmlEscaped(), wordsOf(i, column).toHtmlEscaped());
    }
    text += QStringLiteral("</table>");
    text += noteAt(column);
    for (const QString &line : m_markers->textsNear(column))
        text += QStringLiteral("<br>") + line.toHtmlEscaped();
    return text;
}

QString TimeChart::cursorText() const
{
    const std::optional<int> column = cursorColumn();
    if (!column)
        return {};
    QStringList parts{localClock(plotWindow().secondAt(*column), m_context.view.now())};
    for (std::size_t i = 0; i < seriesCount(); ++i) {
        if (series(i).role == SeriesRole::Line)
            parts << tr("%1 %2").arg(series(i).name, wordsOf(i, *column));
    }
    return parts.join(QStringLiteral(", "));
}

QString TimeChart::wordsOf(std::size_t which, int column) const
{
    return series(which).shown ? wordsOf(which, valueAt(which, column)) : tr("taken out");
}

QString TimeChart::wordsOf(std::size_t which, const SeriesValue &value) const
{
    switch (value.state) {
    case ValueState::Known:
        return valueText(which, value.value);
    case ValueState::Estimated:
        return tr("≈ %1 (estimated)").arg(valueText(which, value.value));
    case ValueState::NotMeasured:
        return tr("not measured");
    case ValueState::NotVisible:
        return tr("not visible");
    case ValueState::Unknown:
        break;
    }
    return tr("unknown");
}

} // namespace barograph
