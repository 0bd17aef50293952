// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/plot_window.h"

#include <QtCharts/QChartView>

QT_BEGIN_NAMESPACE
class QCategoryAxis;
class QValueAxis;
QT_END_NAMESPACE

namespace barograph {

class StackItem;
struct ThemeColors;

/// Chart, axes and grid of Qt Charts around a StackItem. Not for use outside this folder.
class PlotView : public QChartView
{
    Q_OBJECT

public:
    explicit PlotView(QWidget *parent = nullptr);

    StackItem &stack() { return *m_stack; }
    /// Device pixel columns of the plot area.
    int columnCount() const;
    /// Moves the axes. Labels are only made anew when another round time comes into view.
    void setRange(const PlotWindow &window, double yMax, double yStep);
    void setAxisTitles(const QString &time, const QString &rate);
    void applyColors(const ThemeColors &colors);

Q_SIGNALS:
    /// `column` counts device pixel columns from the left of the plot area; -1 when the mouse left it.
    void hovered(int column, QPoint globalPosition);
    /// There may be more or fewer columns now.
    void plotAreaChanged();

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void setTimeLabels(const PlotWindow &window);

    QCategoryAxis *m_timeAxis;
    QValueAxis *m_rateAxis;
    StackItem *m_stack;
    std::vector<TimeTick> m_ticks;
    double m_yMax = 0;
    double m_yStep = 0;
};

} // namespace barograph
