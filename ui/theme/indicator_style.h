// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace barograph {

/// Fusion, with what it leaves out for those who see less well: outlines around what can be operated that stand out
/// from the window by 3:1 (Fusion derives them from the window colour by darkening, and on a dark window they are then
/// not there), one frame around the focus (see FocusRing) and around the current row of a list, a thick edge on what is
/// switched on, and in high contrast an edge around every frame, tab, menu and scroll bar. Buttons get room beside
/// their text. Icons of fields, bars and docks are drawn in the text's colour rather than read from files: reading the
/// first one loads a plugin for every picture format there is.
class IndicatorStyle : public QProxyStyle
{
    Q_OBJECT

public:
    IndicatorStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override;
};

} // namespace barograph
