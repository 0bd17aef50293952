// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/time_chart.h"

#include "charts/chart_access.h"
#include "charts/chart_actions.h"
#include "charts/chart_input.h"
#include "charts/chart_legend.h"
#include "charts/marker_layer.h"
#include "charts/plot_view.h"
#include "charts/reference_strip.h"
#include "theme/colors.h"
#include "timeline/node_timeline.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QToolTip>
#include <QVBoxLayout>

#include <cmath>

namespace barograph {

namespace {

constexpr Millis kAccessibleInterval{3000};
/// Time to read a sentence.
constexpr int kToldFor = 6'000;
/// Behind what is printed.
constexpr QRgb kPaper = 0xffffffff;
constexpr qint64 kMicrosOfSecond = 1'000'000;

/// To the next marker, or with Shift to the one before.
bool isMarkerKey(const QKeyEvent &event)
{
    return event.key() == Qt::Key_M &&
           (event.modifiers() & ~Qt::KeyboardModifiers(Qt::ShiftModifier)) == Qt::NoModifier;
}

} // namespace

TimeChart::TimeChart(const ChartContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_legend(new ChartLegend(*this, this))
    , m_plot(new PlotView(this))
    , m_marks(new ReferenceStrip(*this, this))
    , m_input(new ChartInput(context.view, *m_plot, this))
    , m_markers(new MarkerLayer)
    , m_actions(new ChartActions(*this, context.view))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_plot->addLayer(m_markers);
    layout->addWidget(m_legend);
    layout->addWidget(m_plot, 1);
    layout->addWidget(m_marks);
    setFocusPolicy(Qt::StrongFocus);
    installChartAccess();
    m_plot->applyColors(themeColors(palette()));
    connect(m_input, &ChartInput::hovered, this, &TimeChart::onHovered);
    connect(m_input, &ChartInput::menuRequested, this, [this](QPoint at) {
        const QPointF inPlot = m_plot->mapFromGlobal(at);
        const bool inside = m_plot->isInPlot(inPlot);
        m_actions->makeMenu(inside ? std::optional(m_plot->timeAt(inPlot)) : std::nullopt)->popup(at);
    });
    connect(m_actions, &ChartActions::told, this, &TimeChart::tell);
    m_toldTimer.setSingleShot(true);
    connect(&m_toldTimer, &QTimer::timeout, this, [this] { tell({}, false); });
    connect(m_input, &ChartInput::boxChanged, this, &TimeChart::updateOverlay);
    connect(m_plot, &PlotView::plotAreaChanged, this, [this] {
        m_stale = true;
        if (canBeSeen() && !m_refreshing)
            refresh();
    });
    connect(&context.view, &TimeView::cursorChanged, this, [this] {
        updateOverlay();
        updateLegend();
        if (hasFocus() && QAccessible::isActive()) {
            QAccessibleEvent spoken(this, QAccessible::DescriptionChanged);
            QAccessible::updateAccessibility(&spoken);
        }
    });
    connect(&context.view, &TimeView::referencesChanged, this, [this] {
        updateOverlay();
        updateMarks();
    });
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
    m_node = node;
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
    updateLegend();
    updateMarks();
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
    if (cursorColumn() || !m_context.view.isLive() || m_legendOfPast)
        updateLegend();
    const UtcTime right = m_context.view.now();
    if (right >= m_accessibleAt + kAccessibleInterval || right < m_accessibleAt)
        updateAccessibleText();
    if (m_hoverColumn >= 0)
        showTip();
}

void TimeChart::updateOverlay()
{
    if (!canBeSeen())
        return;
    PlotOverlay overlay;
    overlay.cursor = m_context.view.cursor();
    overlay.references = m_context.view.references();
    overlay.box = m_input->box();
    overlay.words = m_told.isEmpty() ? stateWords() : m_told;
    overlay.alarming = m_told.isEmpty() ? m_context.store.completeness(m_nodeId) == TimelineStore::Completeness::Failed
                                        : m_toldFailure;
    overlay.focused = hasFocus();
    m_plot->setOverlay(overlay);
}

std::optional<int> TimeChart::cursorColumn() const
{
    if (!m_context.view.cursor())
        return std::nullopt;
    const int column = plotWindow().columnAt(*m_context.view.cursor());
    return column >= 0 ? std::optional(column) : std::nullopt;
}

void TimeChart::updateLegend()
{
    std::optional<int> column = cursorColumn();
    // In the past, the newest values would belong to no moment in view: those at its right edge do.
    if (!column && !m_context.view.isLive() && plotWindow().columns > 0)
        column = plotWindow().columns - 1;
    m_legendOfPast = column.has_value();
    m_legend->showValues(canBeSeen() ? column : std::nullopt);
}

void TimeChart::updateMarks()
{
    if (canBeSeen())
        m_marks->showMarks(m_context.view);
}

void TimeChart::tell(const QString &sentence, bool failed)
{
    m_told = sentence;
    m_toldFailure = failed;
    if (!sentence.isEmpty())
        m_toldTimer.start(kToldFor);
    updateOverlay();
}

void TimeChart::setPrintColumns(TimeChart &twin, int columnsPerPixel) const
{
    const auto levelOf = [](const PlotWindow &window) { return levelForColumn(window.columnMicros / kMicrosOfSecond); };
    // A picture cannot wait for what has to be read first: it is as fine as what the screen has been given.
    for (; columnsPerPixel > 1; --columnsPerPixel) {
        twin.m_plot->setColumnsPerPixel(columnsPerPixel);
        if (plotWindow().columns <= 0 || levelOf(twin.wantedWindow()) >= levelOf(plotWindow()))
            return;
    }
    twin.m_plot->setColumnsPerPixel(1);
}

std::unique_ptr<TimeChart> TimeChart::printTwin(QSize plotSize, int columnsPerPixel) const
{
    std::unique_ptr<TimeChart> twin = makeTwin();
    twin->setNode(m_node, m_now);
    twin->m_markers->setMarkers(m_markers->markers());
    twin->setPalette(QPalette(kPaper));
    twin->m_plot->applyColors(themeColors(twin->palette()));
    twin->m_legend->hide();
    // Laid out as if shown, and never on a screen.
    twin->setAttribute(Qt::WA_DontShowOnScreen);
    twin->setAttribute(Qt::WA_QuitOnClose, false);
    twin->setAttribute(Qt::WA_ShowWithoutActivating);
    twin->resize(plotSize);
    twin->show();
    twin->m_marks->hide();
    twin->layout()->activate();
    twin->m_plot->settle();
    setPrintColumns(*twin, columnsPerPixel);
    twin->refresh();
    twin->m_plot->settle();
    return twin;
}

void TimeChart::renderPlot(QPainter &painter, QPoint at)
{
    PlotOverlay overlay;
    overlay.references = m_context.view.references();
    m_plot->renderOnto(painter, at, overlay);
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
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (ChartInput::wants(key) || ChartActions::wants(key) || isMarkerKey(key)) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (m_input->keyPress(key) || m_actions->keyPress(key))
            return true;
        if (isMarkerKey(key)) {
            stepToMarker(!key.modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut)
        m_input->letGo();
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        updateOverlay();
    return QWidget::event(event);
}

void TimeChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_plot->applyColors(themeColors(palette()));
        contentChanged();
    } else if (event->type() == QEvent::FontChange) {
        m_plot->applyFont(font());
    }
}

void TimeChart::contextMenuEvent(QContextMenuEvent *event)
{
    // By its key, or beside the plot, which has its own.
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    m_actions->makeMenu(m_context.view.cursor())->popup(byKey ? mapToGlobal(plotArea().center()) : event->globalPos());
}

void TimeChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_stale = true;
    refresh();
    updateLegend();
    updateMarks();
}

} // namespace barograph
