// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_layer.h"

#include <QString>

namespace barograph {

/// Words inside the plot: in its middle why there is nothing to see, and in its lower left corner what must be known to
/// read it. Only for use inside this folder. GUI thread.
class WordsLayer : public PlotLayer
{
public:
    WordsLayer();

    /// Both may be empty. Wrapped where they are long.
    void setWords(const QString &middle, const QString &corner);
    const QString &middle() const { return m_middle; }
    const QString &corner() const { return m_corner; }

protected:
    void paintLayer(QPainter &painter, const PlotGeometry &geometry) override;

private:
    QString m_middle;
    QString m_corner;
};

/// A line of text on a ground that keeps it readable above data. `alignment` is that of the words in `room`.
void paintWordsOnGround(QPainter &painter, const PlotGeometry &geometry, const QRectF &room, Qt::Alignment alignment,
                        const QString &text, const QColor &color);

} // namespace barograph
