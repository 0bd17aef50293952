// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading.h"
#include "core/visibility.h"
#include "series/nice_scale.h"
#include "series/second_series.h"

#include <QWidget>

#include <memory>

namespace barograph {

class PlotView;

/// Live chart of receive, send, delivery and read, stacked, against the node's budget. Nothing of Qt Charts shows in
/// this header. Costs nothing while hidden. GUI thread.
class TpsChart : public QWidget
{
    Q_OBJECT

public:
    explicit TpsChart(QWidget *parent = nullptr);
    ~TpsChart() override;

    /// `series` may hold more than is shown. `rightEdge` is the newest moment on the time axis.
    void setData(std::shared_ptr<const SecondSeries> series, UtcTime rightEdge, const Reading<double> &budget);
    /// Kinds that are never told are not drawn, whatever the series says of them.
    void setVisibility(const KindVisibility &visibility) { m_visibility = visibility; }
    /// For another node: forgets the scale that fitted the last one.
    void resetScale();
    /// Time from the left to the right edge; ten minutes unless told otherwise.
    void setSpan(Seconds span);
    Seconds span() const { return m_span; }

    /// The plot in one sentence, for screen readers and tests.
    QString summary() const;
    /// Values of the second under `column` (device pixels from the left of the plot), as the tooltip shows them.
    QString textAt(int column) const;
    /// Where the stack is painted, in this widget's coordinates.
    QRect plotArea() const;
    /// Events per second at the top of the plot.
    double rateAtTop() const;

    QSize minimumSizeHint() const override { return {360, 150}; }
    QSize sizeHint() const override { return {900, 300}; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void hideWhatIsNotTold();
    void updateScale();
    void updateAccessibleText();
    void onHovered(int column, QPoint globalPosition);

    PlotView *m_view;
    std::shared_ptr<const SecondSeries> m_series;
    UtcTime m_rightEdge{};
    Reading<double> m_budget;
    KindVisibility m_visibility;
    Seconds m_span{600};
    NiceScale m_scale;
    UtcTime m_accessibleAt{};
    bool m_refreshing = false;
    int m_hoverColumn = -1;
    QPoint m_hoverPosition;
};

} // namespace barograph
