// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_layer.h"
#include "charts/plot_overlay.h"

#include <QPixmap>
#include <QtCharts/QChartView>

#include <vector>

QT_BEGIN_NAMESPACE
class QCategoryAxis;
QT_END_NAMESPACE

namespace barograph {

/// Chart, axes and grid of Qt Charts around our own layers. What is painted is kept, so that the crosshair and the
/// reference marks move on top of it without painting anything again. Knows no data and changes no view: see
/// ChartInput. Not for use outside this folder. GUI thread.
class PlotView : public QChartView
{
    Q_OBJECT

public:
    explicit PlotView(QWidget *parent = nullptr);

    /// Takes ownership.
    void addLayer(PlotLayer *layer);
    const PlotGeometry &geometry() const { return m_geometry; }
    /// For print: so many columns for each pixel instead of as many as the screen has; 0: as the screen.
    void setColumnsPerPixel(int columns) { m_columnsPerPixel = columns; }
    /// Device pixel columns of the plot area.
    int columnCount() const;
    /// Moves the axes and asks for painting. Labels are only made anew when another round value comes into view.
    void setPlot(const PlotWindow &window, const ValueScale &scale);
    void setAxisTitles(const QString &time, const QString &value);
    void applyColors(const ThemeColors &colors);
    void applyFont(const QFont &font);

    /// What is painted on top. Repaints only what differs.
    void setOverlay(const PlotOverlay &overlay);
    const PlotOverlay &overlay() const { return m_overlay; }

    /// Lays out at once what is laid out with the next events otherwise.
    void settle();
    /// The scene with `overlay` on top, at `at`, by whatever the painter paints on.
    void renderOnto(QPainter &painter, QPoint at, const PlotOverlay &overlay);

    bool isInPlot(QPointF at) const { return m_geometry.area.contains(at); }
    /// Column under a point of this widget; may lie outside the window.
    int columnAt(QPointF at) const;
    UtcTime timeAt(QPointF at) const;
    /// How often the scene was painted, for tests of what does not paint it.
    int paintedScenes() const { return m_paintedScenes; }

Q_SIGNALS:
    /// There may be more or fewer columns now.
    void plotAreaChanged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal columnsPerPixel() const { return m_columnsPerPixel > 0 ? m_columnsPerPixel : devicePixelRatioF(); }
    void setTimeLabels(const PlotWindow &window);
    void setValueLabels(const ValueScale &scale);
    void tellLayers();
    void paintScene();

    QCategoryAxis *m_timeAxis;
    QCategoryAxis *m_valueAxis;
    std::vector<PlotLayer *> m_layers; ///< owned by the scene
    PlotGeometry m_geometry;
    std::vector<TimeTick> m_ticks;
    std::vector<ValueTick> m_valueTicks;
    PlotOverlay m_overlay;
    QPixmap m_painted;
    QRegion m_onlyOverlay; ///< asked to be repainted with the scene as it was
    int m_columnsPerPixel = 0;
    bool m_sceneChanged = true;
    int m_paintedScenes = 0;
};

} // namespace barograph
