// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/elided_button.h"

#include <QHelpEvent>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolTip>

namespace barograph {

namespace {

constexpr int kLeastButtonCharacters = 12;

} // namespace

ElidedButton::ElidedButton(QWidget *parent)
    : QToolButton(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedButton::minimumSizeHint() const
{
    const QSize whole = QToolButton::minimumSizeHint();
    return whole.boundedTo({kLeastButtonCharacters * fontMetrics().averageCharWidth(), whole.height()});
}

QString ElidedButton::shownText() const
{
    const int missing = sizeHint().width() - width();
    return missing <= 0
               ? text()
               : fontMetrics().elidedText(text(), Qt::ElideRight, fontMetrics().horizontalAdvance(text()) - missing);
}

void ElidedButton::paintEvent(QPaintEvent * /*event*/)
{
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text = shownText();
    QStylePainter(this).drawComplexControl(QStyle::CC_ToolButton, option);
}

bool ElidedButton::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && width() < sizeHint().width()) {
        const QString whole = toolTip().isEmpty() ? text() : text() + u'\n' + toolTip();
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), whole, this);
        return true;
    }
    return QToolButton::event(event);
}

} // namespace barograph
