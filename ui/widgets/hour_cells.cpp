// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/hour_cells.h"

#include "text/capacity_text.h"
#include "theme/colors.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace barograph {

namespace {

constexpr int kHours = 24;
constexpr int kCellHeight = 30;
constexpr int kCellGap = 2;
constexpr int kHoursPerName = 6;

int heightOf(qint64 seconds, qint64 of, int height)
{
    if (seconds <= 0 || of <= 0)
        return 0;
    const double share = std::sqrt(static_cast<double>(seconds) / static_cast<double>(of));
    return std::clamp(static_cast<int>(std::lround(share * height)), 2, height);
}

} // namespace

HourCells::HourCells(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Hours of the day against the budget"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void HourCells::setHours(const std::array<CapacityShare, 24> &hours)
{
    if (hours == m_hours)
        return;
    m_hours = hours;
    if (m_chosen >= 0)
        choose(m_chosen);
    update();
}

QSize HourCells::sizeHint() const
{
    return {24 * 12, kCellHeight + fontMetrics().height() + 4};
}

QSize HourCells::minimumSizeHint() const
{
    return {24 * 7, sizeHint().height()};
}

QRect HourCells::cellRect(int hour) const
{
    const int left = 1 + hour * (width() - 2) / kHours;
    const int right = 1 + (hour + 1) * (width() - 2) / kHours;
    return {left, 1, right - left - kCellGap, kCellHeight};
}

int HourCells::hourAt(const QPoint &point) const
{
    for (int hour = 0; hour < kHours; ++hour) {
        if (cellRect(hour).adjusted(-1, -1, 1, fontMetrics().height() + 4).contains(point))
            return hour;
    }
    return -1;
}

void HourCells::choose(int hour)
{
    const bool changed = std::exchange(m_chosen, hour) != hour;
    const QString words = hour < 0 ? QString() : capacityHourText(hour, m_hours[static_cast<std::size_t>(hour)]);
    if (words != accessibleDescription()) {
        setAccessibleDescription(words);
        if (hasFocus()) {
            QAccessibleEvent news(this, QAccessible::DescriptionChanged);
            QAccessible::updateAccessibility(&news);
        }
        Q_EMIT told(words);
    }
    if (changed)
        update();
}

void HourCells::mouseMoveEvent(QMouseEvent *event)
{
    choose(hourAt(event->pos()));
}

void HourCells::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (!hasFocus())
        choose(-1);
}

void HourCells::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        choose(std::max(0, m_chosen - 1));
        return;
    case Qt::Key_Right:
        choose(std::min(kHours - 1, m_chosen + 1));
        return;
    case Qt::Key_Home:
        choose(0);
        return;
    case Qt::Key_End:
        choose(kHours - 1);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void HourCells::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    choose(std::max(m_chosen, 0));
}

void HourCells::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    choose(-1);
}

bool HourCells::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int hour = hourAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           hour < 0 ? QString() : capacityHourText(hour, m_hours[static_cast<std::size_t>(hour)]),
                           this);
        return true;
    }
    return QWidget::event(event);
}

void HourCells::paintCell(QPainter &painter, const QRect &cell, const CapacityShare &share) const
{
    const ThemeColors &colors = themeColors(palette());
    painter.setBrush(Qt::NoBrush);
    if (share.seconds == 0) {
        painter.setPen(QPen(colors.grid, 1, Qt::DotLine));
        painter.drawRect(cell.adjusted(0, 0, -1, -1));
        return;
    }
    painter.fillRect(cell, colors.plotBackground);
    const qint64 unknown = share.seconds - share.known;
    if (unknown > 0) {
        const int height = share.known == 0 ? cell.height() : heightOf(unknown, share.seconds, cell.height() - 2);
        painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), height), QBrush(colors.hatch, Qt::BDiagPattern));
    }
    if (share.budgetKnown > 0) {
        const auto fill = [&](qint64 seconds, const QBrush &brush) {
            const int height = heightOf(seconds, share.budgetKnown, cell.height());
            painter.fillRect(QRect(cell.left(), cell.bottom() + 1 - height, cell.width(), height), brush);
        };
        QColor ground = colors.warning;
        ground.setAlpha(90);
        fill(share.atEighty, ground);
        fill(share.atEighty, QBrush(colors.warning, Qt::HorPattern));
        fill(share.atBudget, colors.overBudget);
    } else if (share.known > 0) {
        painter.setPen(colors.faintText);
        painter.drawText(cell, Qt::AlignCenter, QStringLiteral("?"));
    }
    painter.setPen(colors.baseline);
    painter.drawRect(cell.adjusted(0, 0, -1, -1));
}

void HourCells::paintEvent(QPaintEvent * /*event*/)
{
    const ThemeColors &colors = themeColors(palette());
    QPainter painter(this);
    for (int hour = 0; hour < kHours; ++hour)
        paintCell(painter, cellRect(hour), m_hours[static_cast<std::size_t>(hour)]);
    if (m_chosen >= 0) {
        painter.setPen(QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::WindowText), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(cellRect(m_chosen));
    }
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    painter.setFont(small);
    painter.setPen(colors.axisText);
    for (int hour = 0; hour < kHours; hour += kHoursPerName) {
        const QRect cell = cellRect(hour);
        painter.drawText(QRect(cell.left(), cell.bottom() + 3, width() / 4, QFontMetrics(small).height()),
                         Qt::AlignLeft | Qt::AlignTop, tr("%1:00").arg(hour, 2, 10, QLatin1Char('0')));
    }
}

} // namespace barograph
