// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/indicator_style.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace barograph {

namespace {

constexpr int kButtonRoom = 8;

} // namespace

IndicatorStyle::IndicatorStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{}

void IndicatorStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isRadio = element == PE_IndicatorRadioButton;
    if (!isRadio && element != PE_IndicatorCheckBox)
        return;
    const bool enabled = (option->state & State_Enabled) != 0;
    QColor outline = option->palette.color(enabled ? QPalette::Active : QPalette::Disabled, QPalette::PlaceholderText);
    if (!enabled)
        outline.setAlphaF(0.5F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(outline, 1));
    const QRectF box = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isRadio)
        painter->drawEllipse(box);
    else
        painter->drawRoundedRect(box, 1, 1);
    painter->restore();
}

QSize IndicatorStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                       const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_PushButton)
        size.rwidth() += kButtonRoom;
    return size;
}

} // namespace barograph
