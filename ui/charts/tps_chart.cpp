// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/tps_chart.h"

#include "charts/plot_view.h"
#include "charts/stack_item.h"
#include "text/labels.h"
#include "text/numbers.h"
#include "text/visibility_text.h"
#include "theme/colors.h"

#include <QDateTime>
#include <QEvent>
#include <QScopedValueRollback>
#include <QToolTip>
#include <QVBoxLayout>

namespace barograph {

namespace {

/// The budget's line may take at most three quarters of the plot away from the data.
constexpr double kBudgetRoom = 4;
constexpr double kLeastRate = 5;
constexpr Millis kAccessibleInterval{3000};
constexpr std::array<EventKind, kEventKindCount> kTopDown{EventKind::Read, EventKind::Delivery, EventKind::Send,
                                                          EventKind::Receive};

/// Highest known total in the columns, in events per second.
quint32 highestTotal(const std::vector<Column> &columns)
{
    quint32 highest = 0;
    for (const Column &column : columns)
        highest = std::max(highest, column.counts.total());
    return highest;
}

} // namespace

TpsChart::TpsChart(QWidget *parent)
    : QWidget(parent)
    , m_view(new PlotView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_view);
    setAccessibleName(tr("Events per second over time"));
    m_view->stack().setGapText(tr("no data"));
    m_view->applyColors(themeColors(palette()));
    connect(m_view, &PlotView::hovered, this, &TpsChart::onHovered);
    connect(m_view, &PlotView::plotAreaChanged, this, [this] {
        if (isVisible() && !m_refreshing)
            refresh();
    });
}

TpsChart::~TpsChart() = default;

void TpsChart::setData(std::shared_ptr<const SecondSeries> series, UtcTime rightEdge, const Reading<double> &budget)
{
    m_series = std::move(series);
    m_rightEdge = rightEdge;
    m_budget = budget;
    if (isVisible())
        refresh();
}

void TpsChart::resetScale()
{
    m_scale = NiceScale();
}

void TpsChart::setSpan(Seconds span)
{
    m_span = std::max(span, Seconds{1});
    if (isVisible())
        refresh();
}

void TpsChart::refresh()
{
    // Moving the axes may change the plot area, which asks for a refresh.
    const QScopedValueRollback refreshing(m_refreshing, true);
    static const SecondSeries kNothing;
    StackItem::Content &content = m_view->stack().content();
    content.window = PlotWindow::endingAt(m_rightEdge, m_span, m_view->columnCount());
    fillColumns(m_series ? *m_series : kNothing, content.window, content.columns);
    hideWhatIsNotTold();
    content.budget = m_budget.valueOr(0);
    content.cursorColumn = m_hoverColumn;
    updateScale();
    m_view->stack().changed();
    if (m_rightEdge >= m_accessibleAt + kAccessibleInterval || m_rightEdge < m_accessibleAt)
        updateAccessibleText();
    if (m_hoverColumn >= 0)
        QToolTip::showText(m_hoverPosition, textAt(m_hoverColumn), this);
}

void TpsChart::hideWhatIsNotTold()
{
    quint8 blind = 0;
    for (const EventKind kind : kEventKinds)
        blind = static_cast<quint8>(blind | (m_visibility.isBlindFor(kind) ? SecondSample::bit(kind) : 0));
    if (blind == 0)
        return;
    for (Column &column : m_view->stack().content().columns) {
        column.knownMask = static_cast<quint8>(column.knownMask & ~blind);
        column.notMeasuredMask = static_cast<quint8>(column.notMeasuredMask & ~blind);
        for (const EventKind kind : kEventKinds)
            column.counts[kind] = (blind & SecondSample::bit(kind)) != 0 ? 0 : column.counts[kind];
    }
}

void TpsChart::updateScale()
{
    StackItem::Content &content = m_view->stack().content();
    const double highest = highestTotal(content.columns);
    const double budget = content.budget;
    const bool budgetFits = budget > 0 && budget <= std::max(highest, kLeastRate) * kBudgetRoom;
    m_scale.update(std::max(highest, budgetFits ? budget : 0), m_rightEdge);
    content.yMax = m_scale.maximum();
    m_view->setAxisTitles(tr("local time (%1)").arg(utcOffsetText(m_rightEdge)), tr("events per second"));
    m_view->setRange(content.window, m_scale.maximum(), m_scale.tickStep());
}

QString TpsChart::summary() const
{
    const StackItem::Content &content = m_view->stack().content();
    std::size_t known = 0;
    std::size_t over = 0;
    for (const Column &column : content.columns) {
        known += column.isGap() ? 0 : 1;
        over += m_budget.hasValue() && column.counts.total() > m_budget.value() ? 1 : 0;
    }
    if (known == 0)
        return tr("No data in the last %n minute(s).", nullptr, static_cast<int>(m_span.count() / 60));
    const QString hidden = notVisibleSummary(m_visibility);
    QString peak =
        tr("Last %n minute(s): at most %1 events per second.", nullptr, static_cast<int>(m_span.count() / 60))
            .arg(highestTotal(content.columns));
    if (!hidden.isEmpty())
        peak += u' ' + tr("Of those that are told; %1.").arg(hidden);
    if (!m_budget.hasValue())
        return peak + u' ' + tr("The budget is not known.");
    return peak + u' ' +
           tr("Above the budget of %1 in %2 % of the time shown.")
               .arg(formatRate(m_budget.value()))
               .arg(over * 100 / content.columns.size());
}

QString TpsChart::textAt(int column) const
{
    const StackItem::Content &content = m_view->stack().content();
    if (column < 0 || static_cast<std::size_t>(column) >= content.columns.size())
        return {};
    const Column &sample = content.columns[static_cast<std::size_t>(column)];
    const auto at = QDateTime::fromSecsSinceEpoch(unixSeconds(content.window.secondAt(column)));
    QString text = QStringLiteral("<b>%1</b> %2<table>")
                       .arg(at.toString(QStringLiteral("HH:mm:ss")), utcOffsetText(content.window.left()));
    // Top of the stack first, as it is seen.
    for (const EventKind kind : kTopDown) {
        QString value = tr("unknown");
        if (m_visibility.isBlindFor(kind))
            value = tr("not visible");
        else if ((sample.notMeasuredMask & SecondSample::bit(kind)) != 0)
            value = tr("not measured");
        else if ((sample.knownMask & SecondSample::bit(kind)) != 0)
            value = formatCount(sample.counts[kind]);
        const QString note = m_visibility.isBlindFor(kind) ? QString() : visibilityNote(m_visibility, kind);
        if (!note.isEmpty())
            value += QStringLiteral(" (%1)").arg(note);
        text += QStringLiteral("<tr><td>%1</td><td align='right'>&nbsp;%2</td></tr>").arg(eventKindText(kind), value);
    }
    if (!sample.isGap()) {
        text += QStringLiteral("<tr><td><b>%1</b></td><td align='right'>&nbsp;<b>%2</b></td></tr>")
                    .arg(tr("Together"), formatCount(sample.counts.total()));
    }
    text += QStringLiteral("</table>");
    if (content.window.columnMicros >= 2000000)
        text += tr("highest second of %1 s").arg(content.window.columnMicros / 1000000);
    return text;
}

QRect TpsChart::plotArea() const
{
    return m_view->stack().plotArea().toRect().translated(m_view->pos());
}

double TpsChart::rateAtTop() const
{
    return m_view->stack().content().yMax;
}

void TpsChart::updateAccessibleText()
{
    m_accessibleAt = m_rightEdge;
    setAccessibleDescription(summary());
}

void TpsChart::onHovered(int column, QPoint globalPosition)
{
    m_hoverColumn = column;
    m_hoverPosition = globalPosition;
    m_view->stack().content().cursorColumn = column;
    m_view->stack().update();
    if (column < 0)
        QToolTip::hideText();
    else
        QToolTip::showText(globalPosition, textAt(column), this);
}

void TpsChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_view->applyColors(themeColors(palette()));
}

void TpsChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

} // namespace barograph
