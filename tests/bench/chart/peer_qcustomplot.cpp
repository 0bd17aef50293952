// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers.h"

#include <qcustomplot.h>

namespace barograph {

namespace {

class QCustomPlotPeer : public ChartPeer
{
public:
    QCustomPlotPeer(ChartForm form, bool smooth)
        : m_form(form)
        , m_smooth(smooth)
    {
        m_plot.xAxis->setTicker(QSharedPointer<QCPAxisTickerDateTime>::create());
        m_plot.yAxis->setRange(0, 120);
        for (std::size_t kind = 0; kind < kEventKindCount; ++kind) {
            m_graphs[kind] = m_plot.addGraph();
            const QColor color = QColor::fromHsv(static_cast<int>(kind) * 80, 180, 200);
            if (form == ChartForm::Lines) {
                // Ours are dashed as well; that would cost it more still.
                m_graphs[kind]->setPen(QPen(color, smooth ? 2 : 1));
                m_graphs[kind]->setAntialiased(smooth);
                continue;
            }
            m_graphs[kind]->setPen(Qt::NoPen);
            m_graphs[kind]->setBrush(color);
            if (kind > 0)
                m_graphs[kind]->setChannelFillGraph(m_graphs[kind - 1]);
        }
    }
    const char *name() const override { return m_smooth ? "QCustomPlot" : "QCustomPlot-thin"; }
    QWidget &widget() override { return m_plot; }
    void setWindow(const std::shared_ptr<const SecondSeries> &series) override
    {
        const auto count = static_cast<qsizetype>(series->samples.size());
        QVector<double> keys(count);
        std::array<QVector<double>, kEventKindCount> values;
        for (auto &list : values)
            list.resize(count);
        auto at = static_cast<double>(unixSeconds(series->first));
        for (qsizetype i = 0; i < count; ++i) {
            const SecondSample &sample = series->samples[static_cast<std::size_t>(i)];
            double sum = 0;
            for (std::size_t kind = 0; kind < kEventKindCount; ++kind) {
                sum += sample.counts.counts[kind];
                values[kind][i] = m_form == ChartForm::Lines ? sample.counts.counts[kind] : sum;
            }
            keys[i] = at;
            at += 1;
        }
        for (std::size_t kind = 0; kind < kEventKindCount; ++kind)
            m_graphs[kind]->setData(keys, values[kind], true);
        m_plot.xAxis->setRange(static_cast<double>(unixSeconds(series->first)),
                               static_cast<double>(unixSeconds(series->end())));
        // Paints into its buffer now; the widget's painting then only copies that.
        m_plot.replot(QCustomPlot::rpQueuedRefresh);
    }

private:
    ChartForm m_form;
    bool m_smooth;
    QCustomPlot m_plot;
    std::array<QCPGraph *, kEventKindCount> m_graphs{};
};

} // namespace

std::unique_ptr<ChartPeer> makeQCustomPlotPeer(ChartForm form, bool smooth)
{
    return std::make_unique<QCustomPlotPeer>(form, smooth);
}

} // namespace barograph
