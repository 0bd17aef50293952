// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/tps_chart.h"
#include "support/frame_factory.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

#include <QTest>

namespace barograph::testing {

/// A chart of one made node with the view and the store that it looks through.
struct ChartRig
{
    TimeView view;
    TimelineStore store;
    NodeFrame node = calmNode();
    TpsChart chart{ChartContext{view, store}};

    void setData(const std::shared_ptr<const SecondSeries> &series, UtcTime now, const Reading<double> &budget)
    {
        node.series = series;
        node.allocatedTps = budget;
        send(now);
    }
    /// Hands the node to all that look at it.
    void send(UtcTime now)
    {
        store.setFrame(frameOf({node}));
        view.setNow(now);
        chart.setNode(node, now);
        chart.advance();
    }
    void show(const std::shared_ptr<const SecondSeries> &series, const Reading<double> &budget)
    {
        chart.resize(1000, 300);
        setData(series, frameTime(), budget);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
    }
    /// In the coordinates of what takes the mouse.
    QPoint plotPoint(double share) const
    {
        const QRect area = chart.plotArea();
        return {area.left() + static_cast<int>(share * area.width()), area.center().y()};
    }
};

} // namespace barograph::testing
