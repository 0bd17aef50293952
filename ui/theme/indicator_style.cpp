// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/indicator_style.h"

#include "theme/colors.h"
#include "theme/style_icons.h"
#include "theme/theme.h"
#include "widgets/font_scaled.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QGuiApplication>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace barograph {

namespace {

constexpr int kButtonRoom = 8;
constexpr int kRimWidth = 1;
constexpr int kTitleGap = 3; // as Fusion

/// A frame just inside `rect`, `width` thick.
void strokeInside(QPainter &painter, const QRectF &rect, const QColor &color, qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    QPen pen(color, width);
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2));
    painter.restore();
}

void outlineRound(QPainter &painter, const QStyleOption &option, const QColor &color, qreal width, bool isRadio)
{
    QColor outline = color;
    if ((option.state & QStyle::State_Enabled) == 0)
        outline.setAlphaF(0.5F);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(outline, width));
    const QRectF box = QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    if (isRadio)
        painter.drawEllipse(box);
    else
        painter.drawRoundedRect(box, 2, 2);
    painter.restore();
}

/// The frame of the focus with a rim on its inner side: one of the two stands out from any ground.
void strokeFocus(QPainter &painter, const QRect &rect, const ThemeColors &colors)
{
    strokeInside(painter, rect, colors.focus, colors.focusWidth);
    const int in = colors.focusWidth;
    strokeInside(painter, rect.adjusted(in, in, -in, -in), colors.focusRim, kRimWidth);
}

} // namespace

IndicatorStyle::IndicatorStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{}

void IndicatorStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    const ThemeColors &colors = themeColors(option->palette);
    if (element == PE_FrameFocusRect) {
        // Within a list or table the row; everything else has the frame around the whole of it.
        if (qobject_cast<const QAbstractItemView *>(widget))
            strokeInside(*painter, option->rect, colors.focus, colors.focusWidth);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isOn = (option->state & State_On) != 0;
    const bool isRaised = (option->state & State_AutoRaise) == 0;
    switch (element) {
    case PE_IndicatorRadioButton:
    case PE_IndicatorCheckBox:
        outlineRound(*painter, *option, colors.outline, 1, element == PE_IndicatorRadioButton);
        break;
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        if (isOn)
            outlineRound(*painter, *option, colors.focus, colors.focusWidth, false);
        else if (isRaised)
            outlineRound(*painter, *option, colors.outline, 1, false);
        break;
    case PE_FrameLineEdit:
        outlineRound(*painter, *option, colors.outline, 1, false);
        break;
    case PE_FrameGroupBox:
        // Below the title, where Fusion has its own.
        if (isHighContrast(option->palette)) {
            const int title =
                std::max(option->fontMetrics.height(), pixelMetric(PM_ExclusiveIndicatorHeight, option, widget));
            strokeInside(*painter, option->rect.adjusted(0, title + kTitleGap, 0, 0), colors.outline, 1);
        }
        break;
    case PE_Frame:
    case PE_FrameTabWidget:
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        if (isHighContrast(option->palette))
            strokeInside(*painter, option->rect, colors.outline, 1);
        break;
    default:
        break;
    }
}

void IndicatorStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    if (element == CE_FocusFrame) {
        strokeFocus(*painter, option->rect, themeColors(QGuiApplication::palette()));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
    if (!isHighContrast(option->palette))
        return;
    const ThemeColors &colors = themeColors(option->palette);
    if (element == CE_TabBarTabShape) {
        strokeInside(*painter, option->rect, colors.outline, 1);
        if ((option->state & State_Selected) != 0)
            painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 4),
                              option->palette.highlight());
    } else if (element == CE_Splitter) {
        painter->fillRect(option->rect, colors.grid);
    } else if (element == CE_HeaderSection) {
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), colors.outline);
    } else if (element == CE_ProgressBarGroove) {
        strokeInside(*painter, option->rect, colors.outline, 1);
    }
}

void IndicatorStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                        const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const ThemeColors &colors = themeColors(option->palette);
    if (control == CC_ComboBox || control == CC_SpinBox)
        outlineRound(*painter, *option, colors.outline, 1, false);
    else if (control == CC_ScrollBar && isHighContrast(option->palette))
        strokeInside(*painter, subControlRect(control, option, SC_ScrollBarSlider, widget), colors.outline, 2);
}

QSize IndicatorStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                       const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_PushButton)
        size.rwidth() += kButtonRoom;
    return size;
}

int IndicatorStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    // On the edge of the widget, not outside of it: many of ours reach to the edge of their parent.
    if (metric == PM_FocusFrameHMargin || metric == PM_FocusFrameVMargin)
        return 0;
    const int usual = QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return fontScaled(usual, widget ? widget->font() : QApplication::font());
    default:
        return usual;
    }
}

int IndicatorStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                              QStyleHintReturn *returned) const
{
    if (hint == SH_FocusFrame_AboveWidget)
        return 1;
    if (hint == SH_FocusFrame_Mask) {
        if (auto *mask = qstyleoption_cast<QStyleHintReturnMask *>(returned)) {
            const int in = themeColors(QGuiApplication::palette()).focusWidth + kRimWidth;
            mask->region = QRegion(option->rect) - QRegion(option->rect.adjusted(in, in, -in, -in));
        }
        return 1;
    }
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

QIcon IndicatorStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    const QIcon drawn = styleIcon(which);
    return drawn.isNull() ? QProxyStyle::standardIcon(which, option, widget) : drawn;
}

} // namespace barograph
