// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace barograph {

class TimeChart;

/// Sample and name of one series. Where it can be taken away, a box to tick: without the tick the sample is an empty
/// frame and the name is struck out.
class LegendKey : public QAbstractButton
{
    Q_OBJECT

public:
    LegendKey(TimeChart &chart, std::size_t which, QWidget *parent);

    /// After the name or whether it is shown has changed.
    void renew();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TimeChart &m_chart;
    std::size_t m_which;
};

} // namespace barograph
