// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_context.h"
#include "core/time.h"

#include <QObject>

#include <vector>

namespace barograph {

class IncomingChart;
class LagChart;
class MarkerBook;
class OutboundChart;
class TimeChart;
class TpsChart;

/// The charts of a node view, and what is marked in all of them alike. Each is made when it is asked for first.
/// GUI thread.
class NodeCharts : public QObject
{
    Q_OBJECT

public:
    /// Context and book outlive it; the charts belong to `parent`.
    NodeCharts(const ChartContext &context, MarkerBook &markers, QWidget *parent);

    TpsChart *tps() { return made(m_tps); }
    LagChart *lag() { return made(m_lag); }
    IncomingChart *incoming() { return made(m_incoming); }
    OutboundChart *outbound() { return made(m_outbound); }

    /// A few times a second: has the markers read of what is looked at.
    void setNode(const QString &nodeId);

Q_SIGNALS:
    /// The operator wants to write something down about this moment.
    void noteRequested(barograph::UtcTime at);

private:
    template<typename Chart> Chart *made(Chart *&chart);
    void showMarkers();

    const ChartContext m_context;
    MarkerBook &m_markers;
    QWidget *m_parent;
    QString m_nodeId;
    std::vector<TimeChart *> m_made;
    TpsChart *m_tps = nullptr;
    LagChart *m_lag = nullptr;
    IncomingChart *m_incoming = nullptr;
    OutboundChart *m_outbound = nullptr;
};

} // namespace barograph
