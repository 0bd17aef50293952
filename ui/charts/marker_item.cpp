// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/marker_item.h"

#include "theme/colors.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

struct MarkerItemWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::MarkerItem)
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

std::span<const Marker> MarkerItem::all() const
{
    return m_markers ? std::span<const Marker>(*m_markers) : std::span<const Marker>();
}

int MarkerItem::slotColumns() const
{
    return std::max(1, static_cast<int>(std::lround(MarkerShapes::kSize * ratio())));
}

void MarkerItem::layoutChanged()
{
    if (colors())
        m_shapes.render(*colors(), ratio());
}

void MarkerItem::setMarkers(MarkerList markers)
{
    if (markers == m_markers)
        return;
    m_markers = std::move(markers);
    show(m_window);
}

void MarkerItem::show(const PlotWindow &window)
{
    m_window = window;
    clusterMarkers(all(), m_window, slotColumns(), m_clusters);
    fillTicks();
    update();
}

void MarkerItem::fillTicks()
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

const MarkerCluster *MarkerItem::clusterNear(int column) const
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

QStringList MarkerItem::textsNear(int column, int most) const
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
            lines << MarkerItemWords::tr("and %n more", nullptr, static_cast<int>(markers.size()) - most);
            break;
        }
        lines << MarkerItemWords::tr("%1 %2: %3").arg(clockText(*marker), markerKindText(marker->kind), marker->text);
    }
    return lines;
}

const Marker *MarkerItem::next(UtcTime at) const
{
    const auto index = markerAfter(all(), at);
    return index ? &all()[*index] : nullptr;
}

const Marker *MarkerItem::previous(UtcTime at) const
{
    const auto index = markerBefore(all(), at);
    return index ? &all()[*index] : nullptr;
}

void MarkerItem::paintTicks(QPainter &painter) const
{
    for (std::size_t begin = 0; begin < m_ticks.size();) {
        std::size_t end = begin + 1;
        while (end < m_ticks.size() && m_ticks[end] == m_ticks[begin])
            ++end;
        if (m_ticks[begin] != NoTick) {
            painter.fillRect(QRectF(xOfColumn(static_cast<double>(begin)), plotArea().top(),
                                    static_cast<double>(end - begin) / ratio(), kTickHeight),
                             m_ticks[begin] == BadTick ? colors()->critical : colors()->axisText);
        }
        begin = end;
    }
}

void MarkerItem::paint(QPainter *painter, const QStyleOptionGraphicsItem * /*option*/, QWidget * /*widget*/)
{
    if (plotArea().isEmpty() || !colors() || m_clusters.empty())
        return;
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    const auto bad = static_cast<std::size_t>(
        std::count_if(m_clusters.begin(), m_clusters.end(), [](const auto &cluster) { return cluster.bad; }));
    const bool allLines = m_clusters.size() <= kMostLines;
    const bool badLines = bad <= kMostLines;
    for (const MarkerCluster &cluster : m_clusters) {
        if (!allLines && !(cluster.bad && badLines))
            continue;
        QColor line = markerColor(*colors(), all()[cluster.foremost].kind, cluster.bad);
        line.setAlpha(cluster.bad ? 170 : 90);
        painter->fillRect(QRectF(xOfColumn(cluster.column), plotArea().top(), 1, plotArea().height()), line);
    }
    paintTicks(*painter);
    for (const MarkerCluster &cluster : m_clusters) {
        const Marker &foremost = all()[cluster.foremost];
        const qreal left = std::clamp(xOfColumn(cluster.column + 0.5) - MarkerShapes::kSize / 2.0, plotArea().left(),
                                      plotArea().right() - MarkerShapes::kSize);
        const QPointF corner(std::round(left), plotArea().top() + kShapeTop);
        painter->drawImage(QRectF(corner, QSizeF(MarkerShapes::kSize, MarkerShapes::kSize)),
                           m_shapes.image(foremost.kind, foremost.bad, cluster.count > 1));
    }
}

} // namespace barograph
