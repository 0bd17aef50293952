// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIconEngine>

#include <functional>

namespace barograph {

/// Draws when and as large as it is asked for: most icons are never looked at, and none is blurred by scaling.
class DrawnIcon : public QIconEngine
{
public:
    using Paint = std::function<void(QPainter &, const QRectF &)>;

    explicit DrawnIcon(Paint paint, QList<QSize> sizes = {});

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QSize actualSize(const QSize &size, QIcon::Mode /*mode*/, QIcon::State /*state*/) override { return size; }
    QList<QSize> availableSizes(QIcon::Mode /*mode*/, QIcon::State /*state*/) override { return m_sizes; }
    QIconEngine *clone() const override { return new DrawnIcon(*this); }
    QString key() const override { return QStringLiteral("barograph-drawn"); }
    bool isNull() override { return false; }

private:
    Paint m_paint;
    QList<QSize> m_sizes;
};

} // namespace barograph
