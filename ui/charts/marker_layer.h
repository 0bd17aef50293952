// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/marker_shapes.h"
#include "charts/plot_layer.h"
#include "markers/marker_clusters.h"

namespace barograph {

/// Markers along the upper edge of a chart's plot area: a shape for each cluster of them, a tick for each pixel column
/// that has one, and lines down through the data while these are few. Only for use inside this folder. GUI thread.
class MarkerLayer : public PlotLayer
{
public:
    MarkerLayer();

    /// Null: none.
    void setMarkers(MarkerList markers);
    const MarkerList &markers() const { return m_markers; }
    /// For each frame, before painting.
    void show(const PlotWindow &window);

    const std::vector<MarkerCluster> &clusters() const { return m_clusters; }
    /// The cluster drawn at or beside a device pixel column; null: none.
    const MarkerCluster *clusterNear(int column) const;
    /// What the markers near the column say, the foremost first, at most `most` lines and how many more there are; each
    /// with its time of day. Plain text. Empty: there is none.
    QStringList textsNear(int column, int most = 5) const;
    /// The marker after or before `at` in all that there are; null: none.
    const Marker *next(UtcTime at) const;
    const Marker *previous(UtcTime at) const;

protected:
    void paintLayer(QPainter &painter, const PlotGeometry &geometry) override;
    void geometryChanged() override;

private:
    enum Tick : quint8 { NoTick, PlainTick, BadTick };

    std::span<const Marker> all() const;
    void fillTicks();
    void paintLines(QPainter &painter, const PlotGeometry &geometry) const;
    void paintTicks(QPainter &painter, const PlotGeometry &geometry) const;
    int slotColumns() const;

    MarkerList m_markers;
    PlotWindow m_window;
    std::vector<MarkerCluster> m_clusters;
    std::vector<quint8> m_ticks; ///< Tick, by device pixel column
    MarkerShapes m_shapes;
    const ThemeColors *m_shapeColors = nullptr;
    qreal m_shapeRatio = 0;
};

} // namespace barograph
