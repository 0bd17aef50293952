// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_layer.h"

#include <QString>

namespace barograph {

/// Words inside a plot; each may be empty.
struct PlotWords
{
    QString middle;        ///< why there is nothing to see
    QString upperLeft;     ///< what must be known to read it
    QString upperRight;    ///< what becomes of it
    bool alarming = false; ///< what becomes of it is bad
};

/// Above the data and below the row of markers, wrapped where they are long, and never on top of one another. Only for
/// use inside this folder. GUI thread.
class WordsLayer : public PlotLayer
{
public:
    WordsLayer();

    void setWords(PlotWords words);
    const PlotWords &words() const { return m_words; }

protected:
    void paintLayer(QPainter &painter, const PlotGeometry &geometry) override;

private:
    PlotWords m_words;
};

} // namespace barograph
