// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/tps_panel.h"

#include "charts/tps_chart.h"
#include "charts/tps_legend.h"
#include "timeline/time_view.h"

#include <QVBoxLayout>

namespace barograph {

TpsPanel::TpsPanel(TimeView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_legend(new TpsLegend(this))
    , m_chart(new TpsChart(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_legend);
    layout->addWidget(m_chart, 1);
}

void TpsPanel::setNode(const NodeFrame &node, UtcTime now)
{
    m_legend->setNode(node, now);
}

void TpsPanel::advance(const NodeFrame &node)
{
    if (node.id != m_nodeId) {
        m_nodeId = node.id;
        m_chart->resetScale();
    }
    const Seconds span = std::chrono::duration_cast<Seconds>(m_view.span());
    if (span != m_chart->span())
        m_chart->setSpan(span);
    m_chart->setVisibility(node.visibility);
    m_chart->setData(node.series, m_view.right(), node.allocatedTps);
}

} // namespace barograph
