// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace barograph {

/// Fusion, with an outline around check boxes and radio buttons that can be seen on a dark ground too: Fusion derives
/// it from the window colour by darkening, and an empty box on a dark window is then not there. Buttons get room beside
/// their text.
class IndicatorStyle : public QProxyStyle
{
    Q_OBJECT

public:
    IndicatorStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
};

} // namespace barograph
