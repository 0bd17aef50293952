// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace barograph {

class TimeChart;
class TimeView;

/// What lies between the marks A and B: how long, and for each series the difference, the mean and the total. Hidden
/// without a mark.
class ReferenceStrip : public QLabel
{
    Q_OBJECT

public:
    ReferenceStrip(const TimeChart &chart, QWidget *parent);

    void showMarks(const TimeView &view);

private:
    QString textOf(const TimeView &view) const;
    QString seriesText(std::size_t which, int columnA, int columnB) const;

    const TimeChart &m_chart;
};

} // namespace barograph
