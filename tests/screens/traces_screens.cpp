// SPDX-License-Identifier: GPL-3.0-or-later
#include "traces_screens.h"

#include "charts/incoming_chart.h"
#include "charts/lag_chart.h"
#include "charts/outbound_chart.h"
#include "charts/tps_chart.h"
#include "support/frame_factory.h"
#include "support/trace_frames.h"
#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

#include <QCoreApplication>
#include <QTextStream>

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
    bool take(const NodeFrame &node, const QDir &folder, const QString &name)
    {
        m_store.setFrame(testing::frameOf({node}));
        m_chart.show();
        m_chart.setNode(node, testing::frameTime());
        for (int pass = 0; pass < 4; ++pass)
            QCoreApplication::processEvents();
        const QString path = folder.filePath(name + QStringLiteral(".png"));
        const bool ok = m_chart.grab().save(path);
        QTextStream(stdout) << path << (ok ? "" : ": cannot be written") << '\n';
        return ok;
    }

private:
    TimeView m_view;
    TimelineStore m_store;
    Chart m_chart;
};

template<typename Chart>
bool renderStates(const std::vector<NodeFrame> &nodes, const QDir &folder, const QString &suffix, const QSize &size)
{
    bool ok = true;
    for (const NodeFrame &node : nodes) {
        ChartStudio<Chart> studio(size);
        ok &= studio.take(node, folder, QStringLiteral("trace-%1-%2").arg(node.id, suffix));
    }
    return ok;
}

} // namespace

bool renderTraces(const QDir &folder, const QString &suffix, const QSize &size)
{
    const QSize half(size.width() / 2, size.height() / 3);
    bool ok = renderStates<LagChart>(testing::lagNodes(), folder, suffix, half);
    ok &= renderStates<IncomingChart>(testing::incomingTraceNodes(), folder, suffix, half);
    ok &= renderStates<OutboundChart>(testing::outboundNodes(), folder, suffix, half);

    ChartStudio<LagChart> linear(half);
    linear.chart().setMode(LagChart::Linear);
    ok &= linear.take(testing::lagNodes()[3], folder, QStringLiteral("trace-lag-linear-") + suffix);
    ChartStudio<LagChart> seconds(half);
    seconds.view().setSpan(Seconds{30});
    ok &= seconds.take(testing::lagNodes()[2], folder, QStringLiteral("trace-lag-30s-") + suffix);
    ChartStudio<LagChart> past(half);
    past.view().show(testing::frameTime() - Seconds{7200}, testing::frameTime() - Seconds{3600});
    ok &= past.take(testing::lagNodes()[2], folder, QStringLiteral("trace-lag-past-") + suffix);
    ChartStudio<OutboundChart> small({300, 150});
    ok &= small.take(testing::outboundNodes()[4], folder, QStringLiteral("trace-small-") + suffix);

    NodeFrame marked = testing::stormNode();
    marked.markers = testing::someMarkers();
    ChartStudio<TpsChart> tps({size.width(), half.height()});
    ok &= tps.take(marked, folder, QStringLiteral("trace-markers-") + suffix);
    marked.markers = testing::manyMarkers(10'000, testing::frameTime() - Seconds{600}, testing::frameTime());
    ok &= tps.take(marked, folder, QStringLiteral("trace-markers-10000-") + suffix);
    return ok;
}

} // namespace barograph
