// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/tps_chart.h"

#include "charts/stack_layer.h"
#include "text/labels.h"
#include "text/numbers.h"
#include "text/visibility_text.h"
#include "theme/colors.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

#include <QPainter>

namespace barograph {

namespace {

/// The budget's line may take at most three quarters of the plot away from the data.
constexpr double kBudgetRoom = 4;
constexpr double kLeastRate = 5;

/// Highest known total in the columns, in events per second.
quint32 highestTotal(const std::vector<Column> &columns)
{
    quint32 highest = 0;
    for (const Column &column : columns)
        highest = std::max(highest, column.counts.total());
    return highest;
}

} // namespace

TpsChart::TpsChart(const ChartContext &context, QWidget *parent)
    : TimeChart(context, parent)
    , m_stack(new StackLayer)
{
    addLayer(m_stack);
    m_stack->setGapText(tr("no data"));
    setAccessibleName(title());
}

TpsChart::~TpsChart() = default;

QString TpsChart::title() const
{
    return tr("Events per second over time");
}

QString TpsChart::unitText() const
{
    return tr("events per second");
}

const std::vector<Column> &TpsChart::columns() const
{
    return m_stack->content().columns;
}

void TpsChart::takeNode(const NodeFrame &node, UtcTime /*now*/, bool otherNode)
{
    if (otherNode)
        m_scale = NiceScale();
    m_budget = node.allocatedTps;
    m_visibility = node.visibility;
}

ValueScale TpsChart::fill(const PlotWindow &window)
{
    StackLayer::Content &content = m_stack->content();
    context().store.fillColumns(nodeId(), window, content.columns);
    hideWhatIsNotTold();
    content.budget = m_budget.valueOr(0);
    const double highest = highestTotal(content.columns);
    const bool budgetFits = content.budget > 0 && content.budget <= std::max(highest, kLeastRate) * kBudgetRoom;
    m_scale.update(std::max(highest, budgetFits ? content.budget : 0), context().view.now());
    return linearScale(m_scale.maximum(), m_scale.tickStep());
}

std::unique_ptr<TimeChart> TpsChart::makeTwin() const
{
    return std::make_unique<TpsChart>(context());
}

void TpsChart::hideWhatIsNotTold()
{
    quint8 blind = 0;
    for (const EventKind kind : kEventKinds)
        blind = static_cast<quint8>(blind | (m_visibility.isBlindFor(kind) ? SecondSample::bit(kind) : 0));
    if (blind == 0)
        return;
    for (Column &column : m_stack->content().columns) {
        column.knownMask = static_cast<quint8>(column.knownMask & ~blind);
        column.notMeasuredMask = static_cast<quint8>(column.notMeasuredMask & ~blind);
        for (const EventKind kind : kEventKinds)
            column.counts[kind] = (blind & SecondSample::bit(kind)) != 0 ? 0 : column.counts[kind];
    }
}

QString TpsChart::summary() const
{
    const int minutes = static_cast<int>(std::chrono::floor<std::chrono::minutes>(context().view.span()).count());
    std::size_t known = 0;
    std::size_t over = 0;
    for (const Column &column : columns()) {
        known += column.isGap() ? 0 : 1;
        over += m_budget.hasValue() && column.counts.total() > m_budget.value() ? 1 : 0;
    }
    if (known == 0)
        return tr("No data in the last %n minute(s).", nullptr, minutes);
    const QString hidden = notVisibleSummary(m_visibility);
    QString peak =
        tr("Last %n minute(s): at most %1 events per second.", nullptr, minutes).arg(highestTotal(columns()));
    if (!hidden.isEmpty())
        peak += u' ' + tr("Of those that are told; %1.").arg(hidden);
    if (!m_budget.hasValue())
        return peak + u' ' + tr("The budget is not known.");
    return peak + u' ' +
           tr("Above the budget of %1 in %2 % of the time shown.")
               .arg(formatRate(m_budget.value()))
               .arg(over * 100 / columns().size());
}

ChartSeries TpsChart::series(std::size_t which) const
{
    if (which == kEventKindCount)
        return {tr("Together"), QStringLiteral("together_per_s"), false, true};
    static const std::array<QString, kEventKindCount> kCsvNames{
        QStringLiteral("receive_per_s"), QStringLiteral("send_per_s"), QStringLiteral("delivery_per_s"),
        QStringLiteral("read_per_s")};
    const EventKind kind = kTopDown[which];
    return {eventKindText(kind), kCsvNames[indexOf(kind)], false, true};
}

SeriesValue TpsChart::valueAt(std::size_t which, int column) const
{
    const Column &sample = columns()[static_cast<std::size_t>(column)];
    if (which == kEventKindCount)
        return {sample.isGap() ? ValueState::Unknown : ValueState::Known, static_cast<double>(sample.counts.total())};
    const EventKind kind = kTopDown[which];
    if (m_visibility.isBlindFor(kind))
        return {ValueState::NotVisible, 0};
    if ((sample.notMeasuredMask & SecondSample::bit(kind)) != 0)
        return {ValueState::NotMeasured, 0};
    if ((sample.knownMask & SecondSample::bit(kind)) != 0)
        return {ValueState::Known, static_cast<double>(sample.counts[kind])};
    return {};
}

QString TpsChart::valueText(std::size_t which, double value) const
{
    if (which == kEventKindCount)
        return formatRate(value);
    const QString note = visibilityNote(m_visibility, kTopDown[which]);
    return note.isEmpty() ? formatRate(value) : tr("%1 (%2)").arg(formatRate(value), note);
}

ShownValue TpsChart::newest(std::size_t /*which*/) const
{
    return {};
}

void TpsChart::paintSwatch(std::size_t which, QPainter &painter, const QRect &rect, const ThemeColors &colors) const
{
    if (which < kEventKindCount)
        paintKindSwatch(kTopDown[which], painter, rect, colors);
}

QString TpsChart::noteAt(int /*column*/) const
{
    const qint64 seconds = plotWindow().columnMicros / 1'000'000;
    return seconds >= 2 ? tr("highest second of %1 s").arg(seconds) : QString();
}

} // namespace barograph
