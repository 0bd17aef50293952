// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/tps_chart.h"

#include "charts/kind_lines.h"
#include "charts/line_layer.h"
#include "charts/stack_layer.h"
#include "text/joined.h"
#include "text/labels.h"
#include "text/numbers.h"
#include "text/visibility_text.h"
#include "theme/colors.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

#include <QPainter>

#include <cmath>

namespace barograph {

namespace {

/// The budget's line may take at most three quarters of the plot away from the data.
constexpr double kBudgetRoom = 4;
constexpr double kLeastRate = 5;
/// In percent, columns are counted in hundredths of a percent.
constexpr quint32 kWhole = 10'000;

quint32 highestTotal(const std::vector<Column> &columns)
{
    quint32 highest = 0;
    for (const Column &column : columns)
        highest = std::max(highest, column.counts.total());
    return highest;
}

void toShares(Column &column)
{
    const double total = column.counts.total();
    for (quint32 &count : column.counts.counts)
        count = total > 0 ? static_cast<quint32>(std::lround(count / total * kWhole)) : 0;
}

/// How a node's number of sends is come by.
QString sendSourceWords(SendSource source)
{
    switch (source) {
    case SendSource::SentStatuses:
        return TpsChart::tr("from sent statuses, over the last 10 s");
    case SendSource::StatsCounter:
        return TpsChart::tr("from the growth of the node's counter of sent messages");
    case SendSource::Unknown:
        break;
    }
    return TpsChart::tr("neither sent statuses nor the node's counter tell it yet");
}

} // namespace

TpsChart::TpsChart(const ChartContext &context, QWidget *parent)
    : TimeChart(context, parent)
    , m_stack(new StackLayer)
    , m_lines(new LineLayer)
{
    addLayer(m_stack);
    addLayer(m_lines);
    m_lines->setLineCount(kEventKindCount);
    for (const EventKind kind : kEventKinds)
        m_lines->setLook(indexOf(kind), lineStyleOf(kind));
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
    return m_mode == Percent ? tr("percent of the events") : tr("events per second");
}

QStringList TpsChart::modes() const
{
    return {tr("Stacked"), tr("Lines"), tr("Percent")};
}

void TpsChart::setMode(int mode)
{
    if (mode < 0 || mode >= modes().size() || mode == m_mode)
        return;
    m_mode = static_cast<Mode>(mode);
    m_scale = NiceScale();
    contentChanged();
    Q_EMIT optionsChanged();
}

void TpsChart::takeNode(const NodeFrame &node, UtcTime now, bool otherNode)
{
    if (otherNode)
        m_scale = NiceScale();
    m_budget = node.allocatedTps;
    m_visibility = node.visibility;
    m_rates = node.tpsByKind;
    const QString counted = tr("counted from webhooks over the last 10 s");
    for (const EventKind kind : kEventKinds) {
        const QString source = kind == EventKind::Send ? sendSourceWords(node.sendSource) : counted;
        m_newestByKind[kind] =
            shownKindRate(node.tpsByKind[kind], kind, node.kind, node.visibility, node.totals[kind], source, now);
        m_notes[kind] = shownNote(kind, node.kind, node.visibility);
    }
    m_newestTogether = shownRate(node.tps[1], counted, now);
    m_newestBudget = shownRate(node.allocatedTps, tr("as configured for this number"), now);
}

quint8 TpsChart::toldKinds() const
{
    quint8 kinds = kAllKindsMask;
    for (const EventKind kind : kEventKinds)
        kinds = static_cast<quint8>(kinds & ~(m_visibility.isBlindFor(kind) ? SecondSample::bit(kind) : 0));
    return kinds;
}

void TpsChart::keepOnly(quint8 kinds)
{
    if (kinds == kAllKindsMask)
        return;
    for (Column &column : m_columns) {
        column.knownMask = static_cast<quint8>(column.knownMask & kinds);
        column.notMeasuredMask = static_cast<quint8>(column.notMeasuredMask & kinds);
        for (const EventKind kind : kEventKinds)
            column.counts[kind] = (kinds & SecondSample::bit(kind)) != 0 ? column.counts[kind] : 0;
    }
}

ValueScale TpsChart::fill(const PlotWindow &window)
{
    context().store.fillColumns(nodeId(), window, m_columns);
    m_filled = window;
    m_bucketsFilled = false;
    keepOnly(toldKinds());
    m_together.resize(m_columns.size());
    for (std::size_t x = 0; x < m_columns.size(); ++x)
        m_together[x] = m_columns[x].counts.total();
    keepOnly(m_shownKinds);
    fillStack();
    fillLines();
    return m_mode == Percent
               ? linearScale(kWhole, kWhole / 4.0, [](double value) { return formatPercent(value / kWhole); })
               : rateScale();
}

void TpsChart::fillStack()
{
    StackLayer::Content &content = m_stack->content();
    content.columns = m_columns;
    content.budget = m_mode == Percent ? 0 : m_budget.valueOr(0);
    content.over.clear();
    // Against all kinds: taking one out of the picture does not give the number room.
    if (m_budget.hasValue() && m_budget.value() > 0) {
        for (const quint32 total : m_together)
            content.over.push_back(total > m_budget.value() ? 1 : 0);
    }
    if (m_mode == Percent) {
        for (Column &column : content.columns)
            toShares(column);
    } else if (m_mode == Lines) {
        // Gaps, hatching and the baseline of what was measured stay under the lines.
        for (Column &column : content.columns)
            column.counts = {};
    }
}

void TpsChart::fillLines()
{
    m_lines->setVisible(m_mode == Lines);
    if (m_mode != Lines)
        return;
    const quint8 kinds = static_cast<quint8>(toldKinds() & m_shownKinds);
    for (const EventKind kind : kEventKinds) {
        std::vector<TraceColumn> &trace = m_lines->columns(indexOf(kind));
        m_lines->setColor(indexOf(kind), themeColors(palette()).kind(kind));
        if ((kinds & SecondSample::bit(kind)) == 0)
            trace.assign(m_columns.size(), {});
        else if (holdsManySeconds())
            fillTrace(buckets(), kind, trace);
        else
            fillKindTrace(m_columns, kind, trace);
    }
}

ValueScale TpsChart::rateScale()
{
    double highest = 0;
    if (m_mode == Lines) {
        for (const EventKind kind : kEventKinds) {
            const TraceExtremes extremes = extremesOf(m_lines->columns(indexOf(kind)));
            highest = std::max(highest, extremes.isKnown() ? static_cast<double>(extremes.most) : 0);
        }
    } else {
        highest = highestTotal(m_columns);
    }
    const double budget = m_budget.valueOr(0);
    const bool budgetFits = budget > 0 && budget <= std::max(highest, kLeastRate) * kBudgetRoom;
    m_scale.update(std::max(highest, budgetFits ? budget : 0), context().view.now());
    return linearScale(m_scale.maximum(), m_scale.tickStep());
}

std::unique_ptr<TimeChart> TpsChart::makeTwin() const
{
    auto twin = std::make_unique<TpsChart>(context());
    twin->m_mode = m_mode;
    twin->m_shownKinds = m_shownKinds;
    return twin;
}

QString TpsChart::takenAwayText() const
{
    QStringList names;
    for (const EventKind kind : kEventKinds) {
        if (!isShown(kind))
            names << eventKindText(kind);
    }
    return names.join(QStringLiteral(", "));
}

QString TpsChart::summary() const
{
    const int minutes = static_cast<int>(std::chrono::floor<std::chrono::minutes>(context().view.span()).count());
    std::size_t known = 0;
    std::size_t over = 0;
    for (std::size_t x = 0; x < m_columns.size(); ++x) {
        known += m_columns[x].isGap() ? 0 : 1;
        over += m_budget.hasValue() && m_together[x] > m_budget.value() ? 1 : 0;
    }
    if (known == 0)
        return tr("No data in the last %n minute(s).", nullptr, minutes);
    QStringList sentences{
        tr("Last %n minute(s): at most %1 events per second.", nullptr, minutes).arg(highestTotal(m_columns))};
    const QString hidden = notVisibleSummary(m_visibility);
    if (!hidden.isEmpty())
        sentences << tr("Of those that are told; %1.").arg(hidden);
    if (m_shownKinds != kAllKindsMask)
        sentences << tr("Taken out of the chart: %1.").arg(takenAwayText());
    if (m_budget.hasValue())
        sentences << tr("Above the budget of %1 in %2 % of the time shown.")
                         .arg(formatRate(m_budget.value()))
                         .arg(over * 100 / m_columns.size());
    else
        sentences << tr("The budget is not known.");
    return joinedSentences(sentences);
}

} // namespace barograph
