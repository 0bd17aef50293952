// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_context.h"
#include "core/time.h"

#include <QObject>

#include <array>

namespace barograph {

class IncomingChart;
class LagChart;
class MarkerBook;
class OutboundChart;
class TimeChart;
class TpsChart;

/// The charts of a node view, and what is marked in all of them alike. GUI thread.
class NodeCharts : public QObject
{
    Q_OBJECT

public:
    /// Context and book outlive it; the charts belong to `parent`.
    NodeCharts(const ChartContext &context, MarkerBook &markers, QWidget *parent);

    TpsChart &tps() const { return *m_tps; }
    LagChart &lag() const { return *m_lag; }
    IncomingChart &incoming() const { return *m_incoming; }
    OutboundChart &outbound() const { return *m_outbound; }

    /// A few times a second: has the markers read of what is looked at.
    void setNode(const QString &nodeId);

Q_SIGNALS:
    /// The operator wants to write something down about this moment.
    void noteRequested(barograph::UtcTime at);

private:
    void showMarkers();
    std::array<TimeChart *, 4> all() const;

    const ChartContext m_context;
    MarkerBook &m_markers;
    QString m_nodeId;
    TpsChart *m_tps;
    LagChart *m_lag;
    IncomingChart *m_incoming;
    OutboundChart *m_outbound;
};

} // namespace barograph
