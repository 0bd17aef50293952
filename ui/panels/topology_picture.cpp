// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/topology_picture.h"

#include "text/joined.h"
#include "theme/colors.h"
#include "theme/icons.h"
#include "widgets/font_scaled.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <cmath>

namespace barograph {

namespace {

constexpr int kGap = 6;
constexpr int kArrowRoom = 14;
constexpr int kTileWidth = 178; // these two for usual letters
constexpr int kCompactWidth = 106;
/// From so many in one row on, each gets one line only; words for those that are not as they should be stay.
constexpr std::size_t kCompactFrom = 13;

Mark markOfPlace(PlaceLook look)
{
    switch (look) {
    case PlaceLook::Connected:
        return Mark::Ok;
    case PlaceLook::Connecting:
    case PlaceLook::Surplus:
        return Mark::Warning;
    case PlaceLook::Missing:
    case PlaceLook::Empty:
        return Mark::Critical;
    case PlaceLook::StandsBy:
        return Mark::Standby;
    case PlaceLook::NotKnown:
        break;
    }
    return Mark::Unknown;
}

QFont smallerFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

} // namespace

TopologyPicture::TopologyPicture(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(tr("Members, as a picture"));
}

void TopologyPicture::setTopology(const TopologyView &topology, const QString &nodeName, bool fresh, UtcTime now)
{
    auto rows = topologyRows(topology, nodeName, fresh, now);
    const auto &failover = topology.lastFailover;
    const bool shown = failover && fresh && (!failover->endedAt || now - *failover->endedAt <= kFailoverToldFor);
    const QString text = shown ? failoverText(*failover, topology, now) : QString();
    const bool resized =
        rows.size() != m_rows.size() || text.isEmpty() != m_failoverText.isEmpty() ||
        !std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                    [](const TopologyRow &a, const TopologyRow &b) { return a.places.size() == b.places.size(); });
    if (rows == m_rows && text == m_failoverText)
        return;
    m_rows = std::move(rows);
    m_failover = shown ? failover : std::nullopt;
    m_failoverText = text;
    setAccessibleDescription(m_rows.empty() ? m_emptyText
                                            : joinedSentences({topologyDescription(m_rows), m_failoverText}));
    if (resized)
        updateGeometry();
    update();
}

void TopologyPicture::setEmptyText(const QString &text)
{
    if (text == m_emptyText)
        return;
    m_emptyText = text;
    update();
}

TopologyPicture::Layout TopologyPicture::arrange(int width) const
{
    Layout layout;
    const QFontMetrics metrics(font());
    const QFontMetrics small(smallerFont(font()));
    for (const auto &row : m_rows)
        layout.compact = layout.compact || row.places.size() >= kCompactFrom;
    const int wanted = fontScaled(layout.compact ? kCompactWidth : kTileWidth, font());
    const int tileHeight = layout.compact ? small.height() + 6 : metrics.height() + small.height() + 10;
    const int columns = std::max(1, (width + kGap) / (wanted + kGap));
    const int tileWidth = std::min(wanted + wanted / 3, (width + kGap) / columns - kGap);
    int y = 0;
    for (const auto &row : m_rows) {
        layout.headings.emplace_back(QRect(0, y, width, small.height()), row.heading);
        y += small.height() + 2;
        int column = 0;
        for (const auto &place : row.places) {
            if (column == columns) {
                column = 0;
                y += tileHeight + kGap;
            }
            layout.places.push_back({&place, QRect(column * (tileWidth + kGap), y, tileWidth, tileHeight)});
            ++column;
        }
        y += (row.places.empty() ? 0 : tileHeight) + kGap;
    }
    layout.height = y + (m_failoverText.isEmpty() ? 0 : kArrowRoom);
    return layout;
}

int TopologyPicture::heightForWidth(int width) const
{
    return std::max(arrange(width).height, QFontMetrics(font()).height() * 2);
}

QSize TopologyPicture::sizeHint() const
{
    return {fontScaled(640, font()), heightForWidth(std::max(width(), 320))};
}

QSize TopologyPicture::minimumSizeHint() const
{
    return {fontScaled(220, font()), fontScaled(40, font())};
}

bool TopologyPicture::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Layout layout = arrange(width());
    const auto found = std::find_if(layout.places.begin(), layout.places.end(),
                                    [help](const Placed &placed) { return placed.rect.contains(help->pos()); });
    if (found != layout.places.end())
        QToolTip::showText(help->globalPos(), found->place->hint, this, found->rect);
    else
        QToolTip::hideText();
    return true;
}

void TopologyPicture::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColors &colors = themeColors(palette());
    if (m_rows.empty()) {
        painter.setPen(colors.faintText);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
        return;
    }
    const Layout layout = arrange(width());
    painter.setFont(smallerFont(font()));
    painter.setPen(colors.faintText);
    for (const auto &[rect, text] : layout.headings)
        painter.drawText(rect, Qt::AlignVCenter, painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    for (const auto &placed : layout.places)
        paintPlace(painter, placed, layout.compact);
    paintArrow(painter, layout);
}

void TopologyPicture::paintPlace(QPainter &painter, const Placed &placed, bool compact) const
{
    const ThemeColors &colors = themeColors(palette());
    const TopologyPlace &place = *placed.place;
    const Mark mark = markOfPlace(place.look);
    const QColor color = markColor(mark, colors);
    const QRectF frame = QRectF(placed.rect).adjusted(1, 1, -1, -1);
    const bool empty = place.look == PlaceLook::Empty;
    painter.setBrush(empty ? QBrush(Qt::NoBrush) : QBrush(colors.plotBackground));
    // Expected ones have a strong outline in the colour of their state, an empty place a broken one, others a thin one.
    if (place.expected || place.look == PlaceLook::Surplus)
        painter.setPen(QPen(color, empty ? 1.5 : 2, empty ? Qt::DashLine : Qt::SolidLine));
    else
        painter.setPen(QPen(colors.grid, 1));
    painter.drawRoundedRect(frame, 4, 4);

    const QFont small = smallerFont(font());
    const int side = compact ? QFontMetrics(small).height() - 2 : QFontMetrics(font()).height();
    const QRect inner = placed.rect.adjusted(6, compact ? 1 : 4, -5, compact ? -1 : -4);
    paintMark(painter, QRectF(inner.left(), compact ? inner.center().y() - side / 2.0 + 0.5 : inner.top(), side, side),
              mark, colors);
    const QRect words = inner.adjusted(side + 5, 0, 0, 0);
    const QColor ink = palette().color(QPalette::WindowText);
    if (compact) {
        painter.setFont(small);
        painter.setPen(place.look == PlaceLook::Connected ? ink : color);
        const QString text = empty ? place.word : place.title;
        painter.drawText(words, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideMiddle, words.width()));
        return;
    }
    painter.setFont(font());
    painter.setPen(ink);
    const int line = QFontMetrics(font()).height();
    painter.drawText(QRect(words.left(), words.top(), words.width(), line), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(place.title, Qt::ElideMiddle, words.width()));
    painter.setFont(small);
    painter.setPen(color);
    painter.drawText(QRect(words.left(), words.top() + line, words.width(), words.height() - line), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(place.word, Qt::ElideRight, words.width()));
}

/// From the one that lost its connection to the one that has it now, below both. Which way it goes is also in words.
void TopologyPicture::paintArrow(QPainter &painter, const Layout &layout) const
{
    if (!m_failover || m_failover->to.isEmpty())
        return;
    const auto find = [&layout](const QString &name) {
        return std::find_if(layout.places.begin(), layout.places.end(),
                            [&name](const Placed &placed) { return placed.place->member == name; });
    };
    const auto from = find(m_failover->from);
    const auto to = find(m_failover->to);
    if (from == layout.places.end() || to == layout.places.end())
        return;
    const ThemeColors &colors = themeColors(palette());
    const QColor color = m_failover->endedAt ? colors.info : colors.warning;
    const QPointF start(from->rect.center().x(), from->rect.bottom());
    const QPointF end(to->rect.center().x(), to->rect.bottom() + 1);
    const qreal below = std::max(start.y(), end.y()) + kArrowRoom - 3;
    QPainterPath path(start);
    path.cubicTo(QPointF(start.x(), below), QPointF(end.x(), below), end);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 2, m_failover->endedAt ? Qt::SolidLine : Qt::DashLine));
    painter.drawPath(path);
    painter.setBrush(color);
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(QPolygonF({end, end + QPointF(-4, 7), end + QPointF(4, 7)}));
}

} // namespace barograph
