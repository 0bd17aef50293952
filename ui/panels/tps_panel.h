// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QWidget>

namespace barograph {

class TimeView;
class TpsChart;
class TpsLegend;

/// What the budget is spent on over time, with its legend.
class TpsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TpsPanel(TimeView &view, QWidget *parent = nullptr);

    void setNode(const NodeFrame &node, UtcTime now);
    void advance(const NodeFrame &node);

private:
    TimeView &m_view;
    TpsLegend *m_legend;
    TpsChart *m_chart;
    QString m_nodeId;
};

} // namespace barograph
