// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_layer.h"

#include <QString>

#include <optional>

namespace barograph {

/// A value that is expected to go on as a straight line from the newest moment on, and the limit it runs up to. What
/// lies ahead has a ground of its own, so that it is never taken for something measured. Only for use inside this
/// folder. GUI thread.
class ForecastLayer : public PlotLayer
{
public:
    struct Content
    {
        UtcTime now{};                ///< where the future begins
        double value = 0;             ///< then
        double perSecond = 0;         ///< growth
        std::optional<Millis> endsIn; ///< until the limit or 0; without it there is no line
        bool isBad = false;           ///< it ends at the limit
        double limit = 0;             ///< 0: none is drawn
        QString limitText;            ///< above the limit's line
    };

    ForecastLayer();

    /// Filled in place by the caller, who then calls changed().
    Content &content() { return m_content; }
    const Content &content() const { return m_content; }

protected:
    void paintLayer(QPainter &painter, const PlotGeometry &geometry) override;

private:
    void paintFuture(QPainter &painter, const PlotGeometry &geometry) const;
    void paintLimit(QPainter &painter, const PlotGeometry &geometry) const;
    void paintTrend(QPainter &painter, const PlotGeometry &geometry) const;

    Content m_content;
};

} // namespace barograph
