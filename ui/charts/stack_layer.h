// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_layer.h"
#include "charts/stack_raster.h"

#include <vector>

namespace barograph {

/// The stacked fill of the four kinds, with the budget's line, the mark on what is above it, and gaps.
class StackLayer : public PlotLayer
{
public:
    /// `columns` has one entry for each column of the window.
    struct Content
    {
        std::vector<Column> columns;
        std::vector<quint8> over; ///< 1 where the budget was exceeded; marked at the top. Empty: nowhere
        double budget = 0;        ///< events per second, drawn as a line; 0 = none
    };

    StackLayer();

    void setGapText(const QString &text) { m_gapText = text; }
    /// The caller fills this in place, so that buffers live on, and then calls changed().
    Content &content() { return m_content; }
    const Content &content() const { return m_content; }

protected:
    void paintLayer(QPainter &painter, const PlotGeometry &geometry) override;
    void geometryChanged() override;

private:
    void paintBudget(QPainter &painter, const PlotGeometry &geometry) const;
    void paintOverBudgetStrip(QPainter &painter, const PlotGeometry &geometry) const;
    void paintGaps(QPainter &painter, const PlotGeometry &geometry) const;

    Content m_content;
    StackRaster m_raster;
    const ThemeColors *m_rasterColors = nullptr;
    qreal m_rasterRatio = 0;
    QString m_gapText;
};

} // namespace barograph
