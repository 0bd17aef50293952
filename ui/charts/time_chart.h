// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_context.h"
#include "charts/chart_series.h"
#include "charts/value_scale.h"
#include "frame/frame.h"
#include "series/plot_window.h"
#include "widgets/shown_value.h"

#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <memory>

class QPainter;

namespace barograph {

class ChartActions;
class ChartInput;
class MarkerLayer;
class ChartLegend;
class PlotLayer;
class PlotView;
class ReferenceStrip;
struct ThemeColors;

/// A chart of one node over the time that the TimeView shows: axes, legend, crosshair, reference marks, zooming,
/// export, table and spoken summary are here; what is drawn and told is its heirs'. Nothing of Qt Charts shows in this
/// header. Costs nothing while hidden or minimised. GUI thread.
///
/// To derive: make the layers (PlotLayer) in the constructor and hand them to addLayer(); keep in takeNode() what of
/// the frame is needed; in fill() read the store for the window, hand the layers their content and return the value
/// axis. Everything else asks series(), valueAt() and their like, column by column of the window that fill() saw last.
/// Call contentChanged() when an option of your own changes what is drawn.
class TimeChart : public QWidget
{
    Q_OBJECT

public:
    ~TimeChart() override;

    /// Figures of the node to be shown; a few times a second. Another id than before forgets what belonged to the last.
    void setNode(const NodeFrame &node, UtcTime now);
    const QString &nodeId() const { return m_nodeId; }
    /// Markers beside those that the node's frame brings, which need not be among them: of the past, controls,
    /// annotations. By time, oldest first.
    void setMarkers(const MarkerList &markers);
    /// Moves the view's cursor to the next marker after it, or the last one before it; false where there is none.
    bool stepToMarker(bool forwards);
    const QString &nodeName() const { return m_node.name; }
    bool isSimulated() const { return m_node.simulated; }
    /// Moves to the range of the view; for each frame. Does nothing where nothing moved since.
    void advance();

    /// What the chart shows, e.g. "Events per second"; also the accessible name.
    virtual QString title() const = 0;
    /// Title of the value axis: the unit in words.
    virtual QString unitText() const = 0;
    /// The plot in a few sentences, for screen readers, and what was toggled off.
    virtual QString summary() const = 0;

    virtual std::size_t seriesCount() const = 0;
    virtual ChartSeries series(std::size_t which) const = 0;
    /// Only for those that can be toggled.
    virtual void setSeriesShown(std::size_t which, bool shown);
    /// Precondition: 0 ≤ column < plotWindow().columns.
    virtual SeriesValue valueAt(std::size_t which, int column) const = 0;
    /// With its unit unless unitText() says it, for columns.
    virtual QString valueText(std::size_t which, double value) const = 0;
    /// The same for differences and means; unless overridden, valueText().
    virtual QString plainText(std::size_t which, double value) const;
    /// For the legend while no cursor is there, and always for a SeriesRole::Level.
    virtual ShownValue newest(std::size_t which) const = 0;
    /// What is not told beside the value, for the legend; without text: nothing.
    virtual ShownValue seriesNote(std::size_t which) const;
    /// A piece of what the series looks like in the plot.
    virtual void paintSwatch(std::size_t which, QPainter &painter, const QRect &rect,
                             const ThemeColors &colors) const = 0;
    /// Over the columns [first, last), which lie in the window; empty where the series is known nowhere in it. Unless
    /// overridden, mean and largest of valueAt(), without a total.
    virtual std::optional<SeriesRange> between(std::size_t which, int first, int last) const;
    /// Beside the values, for the tooltip; may be empty.
    virtual QString noteAt(int column) const;
    /// Ways in which the chart can be drawn, to choose from; empty or one: nothing to choose.
    virtual QStringList modes() const;
    virtual int mode() const;
    virtual void setMode(int mode);

    /// Values under `column` (device pixels from the left of the plot), as the tooltip shows them; rich text.
    QString textAt(int column) const;
    /// What the legend shows for a column.
    ShownValue shownAt(std::size_t which, int column) const;
    /// Time and values under the cursor in one line, for screen readers; empty without a cursor in view.
    QString cursorText() const;
    /// One value in words, e.g. "12", "not measured" or "unknown".
    QString wordsOf(std::size_t which, int column) const;
    QString wordsOf(std::size_t which, const SeriesValue &value) const;
    /// Of the last refresh.
    const PlotWindow &plotWindow() const;
    /// Where the layers are painted, in this widget's coordinates.
    QRect plotArea() const;
    const ValueScale &valueScale() const;

    /// What is wrong with the data as a whole, e.g. that the past is being read; empty: nothing.
    QString stateWords() const;
    ChartActions &actions() { return *m_actions; }

    /// A chart with the same figures, off screen and in the light theme, with a plot of that many pixels. It has up to
    /// `columnsPerPixel` columns for each of them: fewer where that would need seconds that are not in memory.
    std::unique_ptr<TimeChart> printTwin(QSize plotSize, int columnsPerPixel) const;
    /// Axes, layers and reference marks, without legend and cursor.
    void renderPlot(QPainter &painter, QPoint at);

    QSize minimumSizeHint() const override { return {300, 150}; }
    QSize sizeHint() const override { return {900, 300}; }

Q_SIGNALS:
    /// The operator wants to write something down about this moment.
    void noteRequested(barograph::UtcTime at);
    /// The way it is drawn, or which series are shown, was chosen anew.
    void optionsChanged();

protected:
    explicit TimeChart(const ChartContext &context, QWidget *parent = nullptr);

    /// Keeps what is needed of it. `otherNode`: forget scales and what else fitted the last one.
    virtual void takeNode(const NodeFrame &node, UtcTime now, bool otherNode) = 0;
    /// Hands the layers what they paint in `window` and returns the value axis. For each frame: keep buffers.
    virtual ValueScale fill(const PlotWindow &window) = 0;

    /// How much of the time after the newest moment is shown beyond the view's right edge.
    virtual Millis ahead() const { return Millis{0}; }

    /// Another chart of the same kind with the same options, which is painted off screen for print. It gets the node
    /// and looks through the same context.
    virtual std::unique_ptr<TimeChart> makeTwin() const = 0;

    /// Takes ownership. In the constructor only.
    void addLayer(PlotLayer *layer);
    /// An option changed: fill and paint again.
    void contentChanged();
    const ChartContext &context() const { return m_context; }

    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    PlotWindow wantedWindow() const;
    void setPrintColumns(TimeChart &twin, int columnsPerPixel) const;
    void refresh();
    void takeMarkers(const MarkerList &fromNode);
    bool canBeSeen() const;
    void updateOverlay();
    void updateLegend();
    void updateMarks();
    std::optional<int> cursorColumn() const;
    void updateAccessibleText();
    QString timeAxisTitle() const;
    void tell(const QString &sentence, bool failed);
    void onHovered(int column, QPoint globalPosition);
    void showTip();

    ChartContext m_context;
    ChartLegend *m_legend;
    PlotView *m_plot;
    ReferenceStrip *m_marks;
    ChartInput *m_input;
    MarkerLayer *m_markers; ///< owned by the plot
    MarkerList m_nodeMarkers;
    MarkerList m_otherMarkers;
    ChartActions *m_actions;
    QString m_nodeId;
    NodeFrame m_node; ///< for the twin
    UtcTime m_now{};
    UtcTime m_newest{}; ///< end of the last second there are data for
    UtcTime m_accessibleAt{};
    bool m_stale = true; ///< to be filled again, whether or not the window moved
    bool m_refreshing = false;
    bool m_legendOfPast = false; ///< the legend shows a moment in view, not the newest
    int m_hoverColumn = -1;
    QPoint m_hoverPosition;
    QString m_told; ///< what came of the last action, for a few seconds
    bool m_toldFailure = false;
    QTimer m_toldTimer;
};

} // namespace barograph
