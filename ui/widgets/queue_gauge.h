// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incoming/incoming_view.h"

#include <QWidget>

namespace barograph {

/// The depth of a queue against its capacity as a bar. The scale is logarithmic from one on, so that 200 of 100,000 can
/// be seen as well as the last tenth; ticks name 10, 100, 1,000… An arrow before the bar tells the way it goes by its
/// shape. An estimate is hatched; what is unknown has a dashed frame and a question mark, what this kind of node cannot
/// tell a dash, and zero is an empty bar with a solid frame.
class QueueGauge : public QWidget
{
    Q_OBJECT

public:
    explicit QueueGauge(QWidget *parent = nullptr);

    /// `words` is what a screen reader says.
    void setView(const IncomingView &view, const QString &words);
    /// 0..1 of the bar's length.
    static double positionOf(double depth, double capacity);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect barRect() const;
    int barHeight() const;
    int arrowWidth() const;
    QColor ink() const;
    void paintArrow(QPainter &painter, const QRectF &rect) const;
    void paintFill(QPainter &painter, const QRect &bar) const;
    void paintTicks(QPainter &painter, const QRect &bar) const;

    IncomingView m_view;
};

} // namespace barograph
