// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart_rig.h"
#include "charts/plot_view.h"
#include "widgets/value_label.h"

#include <QApplication>
#include <QWheelEvent>

namespace barograph::testing {

inline Reading<double> budgetOf(double tps)
{
    return Reading<double>::measured(tps, frameTime());
}

/// A chart on screen with ten minutes of 2, 4, 6 and 8 events per second, and a spike of reads in one second.
struct ShownChart : ChartRig
{
    explicit ShownChart(const std::shared_ptr<SecondSeries> &series = flatSeries({2, 4, 6, 8}))
    {
        show(series, budgetOf(40));
        plot = chart.findChild<PlotView *>();
        pane = plot->viewport();
        chart.setFocus();
    }

    QPoint inPane(double share) const
    {
        const QRectF area = plot->geometry().area;
        return QPointF(area.left() + share * area.width(), area.center().y()).toPoint();
    }
    void move(double share, Qt::MouseButtons buttons = Qt::NoButton, Qt::KeyboardModifiers keys = {}) const
    {
        QMouseEvent event(QEvent::MouseMove, inPane(share), pane->mapToGlobal(inPane(share)), Qt::NoButton, buttons,
                          keys);
        QApplication::sendEvent(pane, &event);
    }
    void drag(double from, double to, Qt::KeyboardModifiers keys = {}) const
    {
        QTest::mousePress(pane, Qt::LeftButton, keys, inPane(from));
        for (int step = 1; step <= 5; ++step)
            move(from + (to - from) * step / 5, Qt::LeftButton, keys);
        QTest::mouseRelease(pane, Qt::LeftButton, keys, inPane(to));
    }
    void wheel(double share, int delta, Qt::KeyboardModifiers keys = {}) const
    {
        const QPointF at = inPane(share);
        QWheelEvent event(at, pane->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, keys, Qt::NoScrollPhase, false);
        QApplication::sendEvent(pane, &event);
    }
    UtcTime timeAt(double share) const { return plot->timeAt(inPane(share)); }
    QString legendValue(const QString &name) const
    {
        for (const auto *label : chart.findChildren<ValueLabel *>()) {
            if (label->accessibleName() == name)
                return label->text();
        }
        return QStringLiteral("no such label");
    }

    PlotView *plot = nullptr;
    QWidget *pane = nullptr;
};

/// Within the column of a pixel.
inline bool isNear(UtcTime a, UtcTime b, Millis by = Millis{1500})
{
    return std::chrono::abs(a - b) <= by;
}

} // namespace barograph::testing
