// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/drawn_icon.h"

#include <QPainter>
#include <QPixmap>

namespace barograph {

namespace {

constexpr qreal kFaint = 0.45;

} // namespace

DrawnIcon::DrawnIcon(Paint paint, QList<QSize> sizes)
    : m_paint(std::move(paint))
    , m_sizes(std::move(sizes))
{}

void DrawnIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (mode == QIcon::Disabled)
        painter->setOpacity(painter->opacity() * kFaint);
    m_paint(*painter, rect);
    painter->restore();
}

QPixmap DrawnIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(), size), mode, state);
    return pixmap;
}

} // namespace barograph
