// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/marker_layer.h"

#include "charts/column_runs.h"
#include "charts/print_shapes.h"
#include "theme/colors.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

struct MarkerLayerWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::MarkerLayer)
};

constexpr int kTickHeight = 3;
/// Shapes stand below the strip of ticks.
constexpr int kShapeTop = kTickHeight + 1;
/// With more clusters than this, lines through the data would hide them: only bad ones keep theirs.
constexpr std::size_t kMostLines = 24;

QString clockText(const Marker &marker)
{
    return QDateTime::fromMSecsSinceEpoch(unixMillis(marker.at)).toString(QStringLiteral("HH:mm:ss"));
}

} // namespace

MarkerLayer::MarkerLayer()
    : PlotLayer(LayerDepth::Markers)
{}

std::span<const Marker> MarkerLayer::all() const
{
    return m_markers ? std::span<const Marker>(*m_markers) : std::span<const Marker>();
}

int MarkerLayer::slotColumns() const
{
    return std::max(1, static_cast<int>(std::lround(MarkerShapes::kSize * geometry().ratio)));
}

void MarkerLayer::geometryChanged()
{
    const PlotGeometry &now = geometry();
    if (!now.colors || (now.colors == m_shapeColors && now.ratio == m_shapeRatio))
        return;
    m_shapeColors = now.colors;
    m_shapeRatio = now.ratio;
    m_shapes.render(*now.colors, now.ratio);
}

void MarkerLayer::setMarkers(MarkerList markers)
{
    if (markers == m_markers)
        return;
    m_markers = std::move(markers);
    show(m_window);
}

void MarkerLayer::show(const PlotWindow &window)
{
    m_window = window;
    clusterMarkers(all(), m_window, slotColumns(), m_clusters);
    fillTicks();
    changed();
}

void MarkerLayer::fillTicks()
{
    m_ticks.assign(static_cast<std::size_t>(std::max(m_window.columns, 0)), NoTick);
    for (const MarkerCluster &cluster : m_clusters) {
        for (const Marker &marker : all().subspan(cluster.first, cluster.count)) {
            const auto column = static_cast<qint64>(m_window.xOf(marker.at));
            if (column < 0 || column >= m_window.columns)
                continue;
            quint8 &tick = m_ticks[static_cast<std::size_t>(column)];
            tick = std::max<quint8>(tick, marker.bad ? BadTick : PlainTick);
        }
    }
}

const MarkerCluster *MarkerLayer::clusterNear(int column) const
{
    const MarkerCluster *nearest = nullptr;
    int distance = slotColumns() / 2 + 1;
    for (const MarkerCluster &cluster : m_clusters) {
        const int own = std::abs(cluster.column - column);
        if (own < distance) {
            nearest = &cluster;
            distance = own;
        }
    }
    return nearest;
}

QStringList MarkerLayer::textsNear(int column, int most) const
{
    const MarkerCluster *cluster = column < 0 ? nullptr : clusterNear(column);
    if (!cluster)
        return {};
    std::vector<const Marker *> markers;
    for (const Marker &marker : all().subspan(cluster->first, cluster->count))
        markers.push_back(&marker);
    // Bad ones first, then the newest.
    std::stable_sort(markers.begin(), markers.end(),
                     [](const Marker *a, const Marker *b) { return a->bad != b->bad ? a->bad : a->at > b->at; });
    QStringList lines;
    for (const Marker *marker : markers) {
        if (lines.size() == most) {
            lines << MarkerLayerWords::tr("and %n more", nullptr, static_cast<int>(markers.size()) - most);
            break;
        }
        lines << MarkerLayerWords::tr("%1 %2: %3").arg(clockText(*marker), markerKindText(marker->kind), marker->text);
    }
    return lines;
}

const Marker *MarkerLayer::next(UtcTime at) const
{
    const auto index = markerAfter(all(), at);
    return index ? &all()[*index] : nullptr;
}

const Marker *MarkerLayer::previous(UtcTime at) const
{
    const auto index = markerBefore(all(), at);
    return index ? &all()[*index] : nullptr;
}

void MarkerLayer::paintLines(QPainter &painter, const PlotGeometry &geometry) const
{
    const auto bad = static_cast<std::size_t>(
        std::count_if(m_clusters.begin(), m_clusters.end(), [](const auto &cluster) { return cluster.bad; }));
    const bool allLines = m_clusters.size() <= kMostLines;
    const bool badLines = bad <= kMostLines;
    for (const MarkerCluster &cluster : m_clusters) {
        if (!allLines && !(cluster.bad && badLines))
            continue;
        QColor line = markerColor(*geometry.colors, all()[cluster.foremost].kind, cluster.bad);
        line.setAlpha(cluster.bad ? 170 : 90);
        painter.fillRect(QRectF(geometry.xOfColumn(cluster.column), geometry.area.top(), 1, geometry.area.height()),
                         line);
    }
}

void MarkerLayer::paintTicks(QPainter &painter, const PlotGeometry &geometry) const
{
    for (const Tick kind : {PlainTick, BadTick}) {
        const QColor &color = kind == BadTick ? geometry.colors->critical : geometry.colors->axisText;
        const auto isOfKind = [&](std::size_t x) { return m_ticks[x] == kind; };
        forEachRun(m_ticks.size(), isOfKind, [&](std::size_t begin, std::size_t end) {
            painter.fillRect(QRectF(geometry.xOfColumn(static_cast<double>(begin)), geometry.area.top(),
                                    static_cast<double>(end - begin) * geometry.columnWidth(), kTickHeight),
                             color);
        });
    }
}

void MarkerLayer::paintLayer(QPainter &painter, const PlotGeometry &geometry)
{
    if (m_clusters.empty())
        return;
    paintLines(painter, geometry);
    paintTicks(painter, geometry);
    for (const MarkerCluster &cluster : m_clusters) {
        const Marker &foremost = all()[cluster.foremost];
        const qreal left =
            std::clamp(geometry.xOfColumn(cluster.column + 0.5) - MarkerShapes::kSize / 2.0, geometry.area.left(),
                       std::max(geometry.area.left(), geometry.area.right() - MarkerShapes::kSize));
        const QRectF target(std::round(left), geometry.area.top() + kShapeTop, MarkerShapes::kSize,
                            MarkerShapes::kSize);
        if (wantsShapes(painter))
            paintMarkerShape(painter, target, foremost.kind, foremost.bad, cluster.count > 1, *geometry.colors);
        else
            painter.drawImage(target, m_shapes.image(foremost.kind, foremost.bad, cluster.count > 1));
    }
}

} // namespace barograph
