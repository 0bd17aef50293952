// SPDX-License-Identifier: GPL-3.0-or-later
#include "traces_screens.h"

#include "charts/incoming_chart.h"
#include "charts/lag_chart.h"
#include "charts/outbound_chart.h"
#include "charts/tps_chart.h"
#include "gallery.h"
#include "support/frame_factory.h"
#include "support/trace_frames.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

#include <QCoreApplication>

namespace barograph {

namespace {

/// One chart with what it looks through.
template<typename Chart> class ChartStudio
{
public:
    explicit ChartStudio(const QSize &size)
        : m_chart(ChartContext{m_view, m_store})
    {
        m_chart.resize(size);
        m_view.setNow(testing::frameTime());
    }
    TimeView &view() { return m_view; }
    Chart &chart() { return m_chart; }
    void take(Gallery &gallery, const NodeFrame &node, const QString &state)
    {
        m_store.setFrame(testing::frameOf({node}));
        m_chart.show();
        m_chart.setNode(node, testing::frameTime());
        gallery.take(m_chart, QStringLiteral("trace-") + state);
    }

private:
    TimeView m_view;
    TimelineStore m_store;
    Chart m_chart;
};

template<typename Chart> void renderStates(Gallery &gallery, const std::vector<NodeFrame> &nodes, const QSize &size)
{
    for (const NodeFrame &node : nodes) {
        ChartStudio<Chart> studio(size);
        studio.take(gallery, node, node.id);
    }
}

} // namespace

void renderTraces(Gallery &gallery)
{
    const QSize size = gallery.look().size;
    const QSize half(size.width() / 2, size.height() / 3);
    renderStates<LagChart>(gallery, testing::lagNodes(), half);
    renderStates<IncomingChart>(gallery, testing::incomingTraceNodes(), half);
    renderStates<OutboundChart>(gallery, testing::outboundNodes(), half);

    ChartStudio<LagChart> linear(half);
    linear.chart().setMode(LagChart::Linear);
    linear.take(gallery, testing::lagNodes()[3], QStringLiteral("lag-linear"));
    ChartStudio<LagChart> seconds(half);
    seconds.view().setSpan(Seconds{30});
    seconds.take(gallery, testing::lagNodes()[2], QStringLiteral("lag-30s"));
    ChartStudio<LagChart> past(half);
    past.view().show(testing::frameTime() - Seconds{7200}, testing::frameTime() - Seconds{3600});
    past.take(gallery, testing::lagNodes()[2], QStringLiteral("lag-past"));
    ChartStudio<OutboundChart> small({300, 150});
    small.take(gallery, testing::outboundNodes()[4], QStringLiteral("small"));

    NodeFrame marked = testing::stormNode();
    marked.markers = testing::someMarkers();
    ChartStudio<TpsChart> tps({size.width(), half.height()});
    tps.take(gallery, marked, QStringLiteral("markers"));
    marked.markers = testing::manyMarkers(10'000, testing::frameTime() - Seconds{600}, testing::frameTime());
    tps.take(gallery, marked, QStringLiteral("markers-10000"));
}

} // namespace barograph
