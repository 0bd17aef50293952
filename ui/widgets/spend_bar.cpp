// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/spend_bar.h"

#include "text/numbers.h"
#include "theme/colors.h"
#include "widgets/font_scaled.h"

#include <QPainter>

namespace barograph {

namespace {

constexpr int kLineRoom = 2;
constexpr int kUsualBar = 56;
constexpr int kLeastBar = 36;

} // namespace

SpendBar::SpendBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Budget spent over time"));
}

void SpendBar::setSpent(std::vector<double> shares, double otherShare, Millis over, const QString &why)
{
    m_shares = std::move(shares);
    m_other = std::clamp(otherShare, 0.0, 1.0);
    m_over = over;
    m_why = why;
    setAccessibleDescription(m_shares.empty() ? why : tr("over %1").arg(formatDuration(over)));
    update();
}

int SpendBar::lineHeight() const
{
    return fontMetrics().height() + kLineRoom;
}

QSize SpendBar::sizeHint() const
{
    return {fontScaled(420, font()), kUsualBar + 2 * lineHeight()};
}

QSize SpendBar::minimumSizeHint() const
{
    return {fontScaled(200, font()), kLeastBar + 2 * lineHeight()};
}

void SpendBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    const int line = lineHeight(); // above the bar and below it
    const QRectF plot = QRectF(rect()).adjusted(0.5, line + 0.5, -0.5, -line - 0.5);
    painter.fillRect(plot, colors.plotBackground);
    if (m_shares.empty()) {
        painter.setPen(colors.faintText);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, m_why);
        return;
    }
    const double width = plot.width() / static_cast<double>(m_shares.size());
    const double otherHeight = m_other * plot.height();
    painter.fillRect(QRectF(plot.left(), plot.bottom() - otherHeight, plot.width(), otherHeight), colors.grid);
    for (std::size_t i = 0; i < m_shares.size(); ++i) {
        const double height = std::min(m_shares[i], 1 - m_other) * plot.height();
        painter.fillRect(QRectF(plot.left() + static_cast<double>(i) * width, plot.bottom() - otherHeight - height,
                                std::max(width - 1, 1.0), height),
                         colors.kind(EventKind::Read));
    }
    painter.setPen(QPen(colors.budget, 2));
    painter.drawLine(plot.topLeft(), plot.topRight());
    painter.setPen(colors.axisText);
    painter.drawText(QRectF(0, 0, QWidget::width(), line), Qt::AlignLeft | Qt::AlignVCenter, tr("budget"));
    painter.drawText(QRectF(0, 0, QWidget::width(), line), Qt::AlignRight | Qt::AlignVCenter,
                     tr("receipts, above other traffic"));
    const QRectF axis(0, plot.bottom() + 1, QWidget::width(), line);
    painter.drawText(axis, Qt::AlignLeft | Qt::AlignVCenter, tr("sent"));
    painter.drawText(axis, Qt::AlignRight | Qt::AlignVCenter, tr("after %1").arg(formatDuration(m_over)));
}

} // namespace barograph
