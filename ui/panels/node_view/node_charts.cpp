// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/node_charts.h"

#include "charts/incoming_chart.h"
#include "charts/lag_chart.h"
#include "charts/outbound_chart.h"
#include "charts/tps_chart.h"
#include "markers/marker_book.h"
#include "timeline/time_view.h"

namespace barograph {

NodeCharts::NodeCharts(const ChartContext &context, MarkerBook &markers, QWidget *parent)
    : QObject(parent)
    , m_context(context)
    , m_markers(markers)
    , m_tps(new TpsChart(context, parent))
    , m_lag(new LagChart(context, parent))
    , m_incoming(new IncomingChart(context, parent))
    , m_outbound(new OutboundChart(context, parent))
{
    for (const TimeChart *chart : all())
        connect(chart, &TimeChart::noteRequested, this, &NodeCharts::noteRequested);
    connect(&m_markers, &MarkerBook::changed, this, [this](const QString &nodeId) {
        if (nodeId == m_nodeId)
            showMarkers();
    });
}

std::array<TimeChart *, 4> NodeCharts::all() const
{
    return {m_tps, m_lag, m_incoming, m_outbound};
}

void NodeCharts::setNode(const QString &nodeId)
{
    const bool another = nodeId != m_nodeId;
    m_nodeId = nodeId;
    m_markers.look(nodeId, m_context.view.left(), m_context.view.right());
    if (another)
        showMarkers();
}

void NodeCharts::showMarkers()
{
    const MarkerList markers = m_markers.markers(m_nodeId);
    for (TimeChart *chart : all())
        chart->setMarkers(markers);
}

} // namespace barograph
