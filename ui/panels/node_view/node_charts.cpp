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
    , m_parent(parent)
{
    connect(&m_markers, &MarkerBook::changed, this, [this](const QString &nodeId) {
        if (nodeId == m_nodeId)
            showMarkers();
    });
}

template<typename Chart> Chart *NodeCharts::made(Chart *&chart)
{
    if (!chart) {
        chart = new Chart(m_context, m_parent);
        connect(chart, &TimeChart::noteRequested, this, &NodeCharts::noteRequested);
        chart->setMarkers(m_markers.markers(m_nodeId));
        m_made.push_back(chart);
    }
    return chart;
}

template TpsChart *NodeCharts::made(TpsChart *&);
template LagChart *NodeCharts::made(LagChart *&);
template IncomingChart *NodeCharts::made(IncomingChart *&);
template OutboundChart *NodeCharts::made(OutboundChart *&);

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
    for (TimeChart *chart : m_made)
        chart->setMarkers(markers);
}

} // namespace barograph
