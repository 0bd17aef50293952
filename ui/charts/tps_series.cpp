// SPDX-License-Identifier: GPL-3.0-or-later
// What a TpsChart says of each series: names, values, figures between two moments.
#include "charts/kind_lines.h"
#include "charts/line_layer.h"
#include "charts/stack_raster.h"
#include "charts/tps_chart.h"
#include "text/labels.h"
#include "text/numbers.h"
#include "text/visibility_text.h"
#include "theme/colors.h"
#include "timeline/timeline_store.h"

#include <QPainter>

#include <bit>

namespace barograph {

namespace {

constexpr qint64 kMicrosPerSecond = 1'000'000;

quint32 sumOf(const SecondCounts &counts, quint8 kinds)
{
    quint32 sum = 0;
    for (const EventKind kind : kEventKinds)
        sum += (kinds & SecondSample::bit(kind)) != 0 ? counts[kind] : 0;
    return sum;
}

} // namespace

ChartSeries TpsChart::series(std::size_t which) const
{
    if (which == kTogether) {
        const int shown = std::popcount(static_cast<unsigned>(m_shownKinds));
        const bool all = m_shownKinds == kAllKindsMask;
        return {all ? tr("Together") : tr("Together (%n of 4 kinds)", nullptr, shown), QStringLiteral("together_per_s"),
                SeriesRole::Line, false, true};
    }
    if (which == kBudget)
        return {tr("Budget"), {}, SeriesRole::Level, false, true};
    if (which > kBudget)
        return {tr("not measured"), {}, SeriesRole::Key, false, true};
    static const std::array<QString, kEventKindCount> kCsvNames{
        QStringLiteral("receive_per_s"), QStringLiteral("send_per_s"), QStringLiteral("delivery_per_s"),
        QStringLiteral("read_per_s")};
    const EventKind kind = kTopDown[which];
    return {eventKindText(kind), kCsvNames[indexOf(kind)], SeriesRole::Line, true, isShown(kind)};
}

void TpsChart::setSeriesShown(std::size_t which, bool shown)
{
    if (which >= kTogether || isShown(kTopDown[which]) == shown)
        return;
    m_shownKinds = static_cast<quint8>(m_shownKinds ^ SecondSample::bit(kTopDown[which]));
    contentChanged();
    Q_EMIT optionsChanged();
}

SeriesValue TpsChart::valueAt(std::size_t which, int column) const
{
    const Column &sample = m_columns[static_cast<std::size_t>(column)];
    if (which == kTogether)
        return {sample.isGap() ? ValueState::Unknown : ValueState::Known, static_cast<double>(sample.counts.total())};
    const EventKind kind = kTopDown[which];
    if (m_visibility.isBlindFor(kind))
        return {ValueState::NotVisible, 0};
    if (m_mode == Lines && holdsManySeconds()) {
        const TimeBucket &bucket = buckets()[static_cast<std::size_t>(column)];
        if (bucket.knownOf[kind] > 0)
            return {ValueState::Known, static_cast<double>(bucket.most[kind])};
    }
    if ((sample.knownMask & SecondSample::bit(kind)) != 0)
        return {ValueState::Known, static_cast<double>(sample.counts[kind])};
    if ((sample.notMeasuredMask & SecondSample::bit(kind)) != 0)
        return {ValueState::NotMeasured, 0};
    return {};
}

QString TpsChart::plainText(std::size_t /*which*/, double value) const
{
    return formatRate(value);
}

QString TpsChart::valueText(std::size_t which, double value) const
{
    const QString note = which < kTogether ? visibilityNote(m_visibility, kTopDown[which]) : QString();
    return note.isEmpty() ? formatRate(value) : tr("%1 (%2)").arg(formatRate(value), note);
}

ShownValue TpsChart::newest(std::size_t which) const
{
    if (which == kBudget)
        return m_newestBudget;
    if (which > kBudget)
        return {};
    if (which < kTogether) {
        const EventKind kind = kTopDown[which];
        if (isShown(kind))
            return m_newestByKind[kind];
        return {tr("taken out"), Truth::Unknown, tr("Not in the chart, because its name was clicked."), false};
    }
    if (m_shownKinds == kAllKindsMask)
        return m_newestTogether;
    double sum = 0;
    bool any = false;
    for (const EventKind kind : kEventKinds) {
        sum += isShown(kind) ? m_rates[kind].valueOr(0) : 0;
        any = any || (isShown(kind) && m_rates[kind].hasValue());
    }
    ShownValue value = m_newestTogether;
    if (!any) {
        value.text = tr("unknown");
        value.truth = Truth::Unknown;
    } else if (value.truth == Truth::Measured || value.truth == Truth::Estimated || value.truth == Truth::Stale) {
        value.text = formatRate(sum);
        value.how = tr("Without what was taken out of the chart: %1.").arg(takenAwayText());
    }
    return value;
}

ShownValue TpsChart::seriesNote(std::size_t which) const
{
    return which < kTogether ? m_notes[kTopDown[which]] : ShownValue();
}

void TpsChart::paintSwatch(std::size_t which, QPainter &painter, const QRect &rect, const ThemeColors &colors) const
{
    if (which < kTogether && m_mode == Lines) {
        painter.fillRect(rect, colors.plotBackground);
        paintLineSwatch(painter, rect, colors.kind(kTopDown[which]), lineStyleOf(kTopDown[which]), false);
    } else if (which < kTogether) {
        paintKindSwatch(kTopDown[which], painter, rect, colors);
    } else if (which == kTogether) {
        painter.fillRect(rect, colors.plotBackground);
        const int step = std::max(1, rect.height() / static_cast<int>(kEventKindCount));
        for (std::size_t i = 0; i < kEventKindCount; ++i) {
            const QRect band(rect.left(), rect.top() + static_cast<int>(i) * step, rect.width(), step);
            paintKindSwatch(kTopDown[i], painter, band, colors);
        }
    } else if (which == kBudget) {
        painter.fillRect(rect, colors.plotBackground);
        painter.fillRect(QRect(rect.left(), rect.center().y(), rect.width(), 2), colors.budget);
    } else {
        paintNotMeasuredSwatch(painter, rect, colors);
    }
}

QString TpsChart::noteAt(int /*column*/) const
{
    const qint64 seconds = plotWindow().columnMicros / kMicrosPerSecond;
    if (seconds < 2)
        return {};
    return m_mode == Lines ? tr("highest second of each in %1 s").arg(seconds)
                           : tr("highest second of %1 s").arg(seconds);
}

std::optional<SeriesRange> TpsChart::between(std::size_t which, int first, int last) const
{
    if (which > kTogether)
        return std::nullopt;
    const quint8 kinds =
        which == kTogether ? static_cast<quint8>(toldKinds() & m_shownKinds) : SecondSample::bit(kTopDown[which]);
    // Columns of up to a second hold every second whole; of wider ones only the buckets know more than the highest.
    return holdsManySeconds() ? betweenBuckets(kinds, first, last) : betweenSeconds(kinds, first, last);
}

std::optional<SeriesRange> TpsChart::betweenSeconds(quint8 kinds, int first, int last) const
{
    SeriesRange range;
    double sum = 0;
    std::optional<UtcSecond> before;
    for (int x = first; x < last; ++x) {
        const UtcSecond second = plotWindow().secondAt(x);
        const Column &column = m_columns[static_cast<std::size_t>(x)];
        if (before == second || (column.knownMask & kinds) == 0)
            continue;
        before = second;
        const double value = sumOf(column.counts, static_cast<quint8>(column.knownMask & kinds));
        sum += value;
        range.most = std::max(range.most, value);
        range.known += Seconds{1};
    }
    if (range.known == Seconds{0})
        return std::nullopt;
    range.mean = sum / static_cast<double>(range.known.count());
    range.total = sum;
    return range;
}

std::optional<SeriesRange> TpsChart::betweenBuckets(quint8 kinds, int first, int last) const
{
    SeriesRange range;
    double sum = 0;
    for (int x = first; x < last; ++x) {
        const TimeBucket &bucket = buckets()[static_cast<std::size_t>(x)];
        qint64 known = 0;
        for (const EventKind kind : kEventKinds) {
            if ((kinds & SecondSample::bit(kind)) == 0)
                continue;
            sum += bucket.sum[kind];
            known = std::max(known, static_cast<qint64>(bucket.knownOf[kind]));
        }
        range.known += Seconds{known};
        range.most = std::max(range.most, static_cast<double>(sumOf(bucket.highest.counts, kinds)));
    }
    if (range.known == Seconds{0})
        return std::nullopt;
    range.mean = sum / static_cast<double>(range.known.count());
    range.total = sum;
    return range;
}

bool TpsChart::holdsManySeconds() const
{
    return m_filled.columnMicros > kMicrosPerSecond;
}

const std::vector<TimeBucket> &TpsChart::buckets() const
{
    if (!m_bucketsFilled) {
        context().store.fillBuckets(nodeId(), m_filled, m_buckets);
        m_bucketsFilled = true;
    }
    return m_buckets;
}

} // namespace barograph
