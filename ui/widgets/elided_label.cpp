// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/elided_label.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace barograph {

namespace {

constexpr int kLeastCharacters = 12;

/// Of "a · b · c" as many whole parts as there is room for: a figure that is cut would be another figure.
QString cutToRoom(const QString &text, const QFontMetrics &metrics, int room)
{
    const QString separator = QStringLiteral(" · ");
    if (!text.contains(separator))
        return metrics.elidedText(text, Qt::ElideMiddle, room);
    const QString more = separator + QChar(u'…');
    QString parts = text;
    for (auto at = parts.lastIndexOf(separator); at >= 0; at = parts.lastIndexOf(separator)) {
        parts.truncate(at);
        if (metrics.horizontalAdvance(parts + more) <= room)
            return parts + more;
    }
    return metrics.elidedText(text, Qt::ElideRight, room);
}

} // namespace

void ElidedLabel::setElides(bool on)
{
    m_elides = on;
    updateGeometry();
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize least = QLabel::minimumSizeHint();
    return m_elides ? least.boundedTo({kLeastCharacters * fontMetrics().averageCharWidth(), least.height()}) : least;
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && isCut()) {
        const QString more = toolTip().isEmpty() && parentWidget() ? parentWidget()->toolTip() : toolTip();
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                           more.isEmpty() ? text() : text() + u'\n' + more, this);
        return true;
    }
    return QLabel::event(event);
}

QString ElidedLabel::shownText() const
{
    return isCut() ? cutToRoom(text(), fontMetrics(), contentsRect().width()) : text();
}

void ElidedLabel::paintEvent(QPaintEvent *event)
{
    if (!isCut()) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, foregroundRole()));
    painter.drawText(contentsRect(), Qt::AlignLeft | Qt::AlignVCenter, shownText());
}

} // namespace barograph
