// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers.h"

#include <QDateTime>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

namespace barograph {

namespace {

class AreaSeriesPeer : public ChartPeer
{
public:
    AreaSeriesPeer()
        : m_time(new QDateTimeAxis)
        , m_rate(new QValueAxis)
        , m_view(new QChart)
    {
        QChart *chart = m_view.chart();
        chart->setAnimationOptions(QChart::NoAnimation);
        chart->legend()->hide();
        chart->addAxis(m_time, Qt::AlignBottom);
        chart->addAxis(m_rate, Qt::AlignLeft);
        m_time->setFormat(QStringLiteral("HH:mm"));
        m_rate->setRange(0, 120);
        for (std::size_t kind = 0; kind < kEventKindCount; ++kind) {
            auto *upper = new QLineSeries(chart);
            auto *area = new QAreaSeries(upper, kind > 0 ? m_lines[kind - 1] : nullptr);
            area->setPen(Qt::NoPen);
            chart->addSeries(area);
            area->attachAxis(m_time);
            area->attachAxis(m_rate);
            m_lines[kind] = upper;
        }
        m_view.setRenderHint(QPainter::Antialiasing);
    }
    const char *name() const override { return "QAreaSeries"; }
    QWidget &widget() override { return m_view; }
    void setWindow(const std::shared_ptr<const SecondSeries> &series) override
    {
        const auto count = static_cast<qsizetype>(series->samples.size());
        std::array<QList<QPointF>, kEventKindCount> points;
        for (auto &list : points)
            list.reserve(count);
        double at = static_cast<double>(unixSeconds(series->first)) * 1000;
        for (const SecondSample &sample : series->samples) {
            double sum = 0;
            for (std::size_t kind = 0; kind < kEventKindCount; ++kind) {
                sum += sample.counts.counts[kind];
                points[kind].append(QPointF(at, sum));
            }
            at += 1000;
        }
        for (std::size_t kind = 0; kind < kEventKindCount; ++kind)
            m_lines[kind]->replace(points[kind]);
        m_time->setRange(QDateTime::fromSecsSinceEpoch(unixSeconds(series->first)),
                         QDateTime::fromSecsSinceEpoch(unixSeconds(series->end())));
    }

private:
    QDateTimeAxis *m_time; ///< owned by the chart, like the series
    QValueAxis *m_rate;
    QChartView m_view;
    std::array<QLineSeries *, kEventKindCount> m_lines{};
};

} // namespace

std::unique_ptr<ChartPeer> makeAreaSeriesPeer()
{
    return std::make_unique<AreaSeriesPeer>();
}

#ifndef BAROGRAPH_HAVE_QCUSTOMPLOT
std::unique_ptr<ChartPeer> makeQCustomPlotPeer(ChartForm /*form*/, bool /*smooth*/)
{
    return nullptr;
}
#endif

} // namespace barograph
