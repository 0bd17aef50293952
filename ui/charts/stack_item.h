// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/plot_window.h"
#include "charts/stack_raster.h"

#include <QGraphicsItem>

#include <vector>

namespace barograph {

struct ThemeColors;

/// The stacked fill inside a chart's plot area, with the budget's line, the mark on what is above it, gaps and the
/// cursor. Not for use outside this folder.
class StackItem : public QGraphicsItem
{
public:
    /// What one frame shows. `columns` has one entry for each device pixel column.
    struct Content
    {
        PlotWindow window;
        std::vector<Column> columns;
        double yMax = 1;   ///< events per second at the top edge
        double budget = 0; ///< events per second; 0 = not known
        int cursorColumn = -1;
    };

    explicit StackItem(QGraphicsItem *parent);

    /// Scene coordinates. Moved to whole pixels, so that pixel columns of the stack fall on those of the screen.
    void setPlotArea(const QRectF &exact);
    const QRectF &plotArea() const { return m_area; }
    void setColors(const ThemeColors &colors, qreal ratio);
    void setGapText(const QString &text) { m_gapText = text; }
    /// The caller fills this in place, so that buffers live on, and then calls changed().
    Content &content() { return m_content; }
    const Content &content() const { return m_content; }
    void changed();

    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintBudget(QPainter &painter) const;
    void paintOverBudgetStrip(QPainter &painter) const;
    void paintGaps(QPainter &painter) const;
    double columnWidth() const;

    QRectF m_area;
    Content m_content;
    StackRaster m_raster;
    const ThemeColors *m_colors = nullptr;
    qreal m_ratio = 1;
    QString m_gapText;
    bool m_dirty = true;
    const QImage *m_image = nullptr;
};

} // namespace barograph
