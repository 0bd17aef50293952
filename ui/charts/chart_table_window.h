// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_table.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QTableView;
QT_END_NAMESPACE

namespace barograph {

/// A window of its own, beside everything else, with a chart as a table. Follows the chart once a second, but not while
/// a row is chosen: who reads there must not have the rows move away. Escape lets go of the row, then closes.
class ChartTableWindow : public QWidget
{
    Q_OBJECT

public:
    /// Closes itself with the chart, which is its parent.
    explicit ChartTableWindow(TimeChart &chart);

    ChartTable &model() { return m_model; }
    QTableView &view() { return *m_view; }
    /// Whether rows stand still because one is chosen.
    bool isHeld() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void follow();
    void updateWords();

    TimeChart &m_chart;
    ChartTable m_model;
    QTableView *m_view;
    QLabel *m_words;
    QTimer m_clock;
};

} // namespace barograph
