// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/time_chart.h"

#include "charts/chart_input.h"
#include "charts/marker_layer.h"
#include "charts/plot_view.h"
#include "text/numbers.h"
#include "theme/colors.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

#include <QDateTime>
#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QScopedValueRollback>
#include <QToolTip>
#include <QVBoxLayout>

namespace barograph {

namespace {

constexpr Millis kAccessibleInterval{3000};
/// Data older than this in a live view are said to be.
constexpr Millis kOldData{10'000};

QDateTime localTime(UtcTime at)
{
    return QDateTime::fromMSecsSinceEpoch(unixMillis(at));
}

} // namespace

TimeChart::TimeChart(const ChartContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_plot(new PlotView(this))
    , m_input(new ChartInput(context.view, *m_plot, this))
    , m_markers(new MarkerLayer)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_plot);
    m_plot->addLayer(m_markers);
    setFocusPolicy(Qt::StrongFocus);
    m_plot->applyColors(themeColors(palette()));
    connect(m_input, &ChartInput::hovered, this, &TimeChart::onHovered);
    connect(m_input, &ChartInput::boxChanged, this, &TimeChart::updateOverlay);
    connect(m_plot, &PlotView::plotAreaChanged, this, [this] {
        m_stale = true;
        if (canBeSeen() && !m_refreshing)
            refresh();
    });
    connect(&context.view, &TimeView::cursorChanged, this, &TimeChart::updateOverlay);
    connect(&context.view, &TimeView::referencesChanged, this, &TimeChart::updateOverlay);
    connect(&context.view, &TimeView::rangeChanged, this, &TimeChart::advance);
    connect(&context.store, &TimelineStore::changed, this, [this](const QString &nodeId) {
        if (nodeId == m_nodeId)
            contentChanged();
    });
}

TimeChart::~TimeChart() = default;

void TimeChart::addLayer(PlotLayer *layer)
{
    m_plot->addLayer(layer);
}

bool TimeChart::canBeSeen() const
{
    return isVisible() && !window()->isMinimized();
}

void TimeChart::setNode(const NodeFrame &node, UtcTime now)
{
    const bool otherNode = node.id != m_nodeId;
    m_nodeId = node.id;
    if (otherNode)
        m_accessibleAt = {};
    m_now = now;
    m_newest = node.series ? UtcTime{node.series->end()} : UtcTime{};
    takeMarkers(node.markers);
    takeNode(node, now, otherNode);
    contentChanged();
}

void TimeChart::contentChanged()
{
    m_stale = true;
    advance();
}

void TimeChart::advance()
{
    if (!canBeSeen())
        return;
    if (m_stale || wantedWindow() != plotWindow())
        refresh();
}

PlotWindow TimeChart::wantedWindow() const
{
    const Millis beyond = ahead();
    return PlotWindow::endingAt(m_context.view.right() + beyond, m_context.view.span() + beyond, m_plot->columnCount());
}

void TimeChart::setMarkers(const MarkerList &markers)
{
    m_otherMarkers = markers;
    m_markers->setMarkers(mergedMarkers(m_nodeMarkers, m_otherMarkers));
    contentChanged();
}

void TimeChart::takeMarkers(const MarkerList &fromNode)
{
    if (fromNode == m_nodeMarkers)
        return;
    m_nodeMarkers = fromNode;
    m_markers->setMarkers(mergedMarkers(m_nodeMarkers, m_otherMarkers));
}

bool TimeChart::stepToMarker(bool forwards)
{
    const PlotWindow &shown = plotWindow();
    const UtcTime from = m_context.view.cursor().value_or(forwards ? shown.left() - Millis{1} : shown.right());
    const Marker *marker = forwards ? m_markers->next(from) : m_markers->previous(from);
    if (!marker)
        return false;
    // Beyond the edge, the view goes along and keeps its span.
    if (marker->at < m_context.view.left() || marker->at > m_context.view.right()) {
        const Millis half = m_context.view.span() / 2;
        m_context.view.show(marker->at - half, marker->at + half);
    }
    m_context.view.setCursor(marker->at);
    return true;
}

void TimeChart::refresh()
{
    // Moving the axes may change the plot area, which asks for a refresh.
    const QScopedValueRollback refreshing(m_refreshing, true);
    m_stale = false;
    const PlotWindow next = wantedWindow();
    const ValueScale scale = fill(next);
    m_markers->show(next);
    m_plot->setAxisTitles(timeAxisTitle(), unitText());
    m_plot->setPlot(next, scale);
    updateOverlay();
    const UtcTime right = m_context.view.now();
    if (right >= m_accessibleAt + kAccessibleInterval || right < m_accessibleAt)
        updateAccessibleText();
    if (m_hoverColumn >= 0)
        showTip();
}

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

void TimeChart::updateOverlay()
{
    if (!canBeSeen())
        return;
    PlotOverlay overlay;
    overlay.cursor = m_context.view.cursor();
    overlay.references = m_context.view.references();
    overlay.box = m_input->box();
    overlay.words = stateWords();
    overlay.alarming = m_context.store.completeness(m_nodeId) == TimelineStore::Completeness::Failed;
    overlay.focused = hasFocus();
    m_plot->setOverlay(overlay);
}

void TimeChart::setSeriesShown(std::size_t /*which*/, bool /*shown*/) {}

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

const PlotWindow &TimeChart::plotWindow() const
{
    return m_plot->geometry().window;
}

const ValueScale &TimeChart::valueScale() const
{
    return m_plot->geometry().scale;
}

QRect TimeChart::plotArea() const
{
    return m_plot->geometry().area.toRect().translated(m_plot->pos());
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
        text += QStringLiteral("<tr><td>%1</td><td align='right'>&nbsp;%2</td></tr>")
                    .arg(line.name.toHtmlEscaped(), wordsOf(i, column).toHtmlEscaped());
    }
    text += QStringLiteral("</table>");
    text += noteAt(column);
    for (const QString &line : m_markers->textsNear(column))
        text += QStringLiteral("<br>") + line.toHtmlEscaped();
    return text;
}

QString TimeChart::wordsOf(std::size_t which, int column) const
{
    if (!series(which).shown)
        return tr("taken away");
    const SeriesValue value = valueAt(which, column);
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

void TimeChart::updateAccessibleText()
{
    m_accessibleAt = m_context.view.now();
    setAccessibleName(title());
    setAccessibleDescription(summary());
}

void TimeChart::onHovered(int column, QPoint globalPosition)
{
    m_hoverColumn = column;
    m_hoverPosition = globalPosition;
    if (column < 0)
        QToolTip::hideText();
    else
        showTip();
}

void TimeChart::showTip()
{
    QToolTip::showText(m_hoverPosition, textAt(m_hoverColumn), this);
}

bool TimeChart::event(QEvent *event)
{
    // A chart with the focus has these keys before shortcuts of the window do.
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool plain = (key.modifiers() & ~Qt::KeyboardModifiers(Qt::ShiftModifier)) == Qt::NoModifier;
        if (key.key() == Qt::Key_M && plain) {
            if (event->type() == QEvent::KeyPress)
                stepToMarker(!key.modifiers().testFlag(Qt::ShiftModifier));
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ShortcutOverride && ChartInput::wants(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::KeyPress && m_input->keyPress(*static_cast<QKeyEvent *>(event)))
        return true;
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        updateOverlay();
    return QWidget::event(event);
}

void TimeChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_plot->applyColors(themeColors(palette()));
}

void TimeChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_stale = true;
    refresh();
}

} // namespace barograph
