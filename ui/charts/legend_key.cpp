// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/legend_key.h"

#include "charts/time_chart.h"
#include "theme/colors.h"
#include "widgets/font_scaled.h"

#include <QPainter>
#include <QStyleOptionFocusRect>

namespace barograph {

namespace {

constexpr QSize kUsualSwatch(18, 12);
constexpr int kKeySpacing = 5;
constexpr int kKeyMargin = 2;

QSize swatchSize(const QFont &font)
{
    return {fontScaled(kUsualSwatch.width(), font), fontScaled(kUsualSwatch.height(), font)};
}

} // namespace

LegendKey::LegendKey(TimeChart &chart, std::size_t which, QWidget *parent)
    : QAbstractButton(parent)
    , m_chart(chart)
    , m_which(which)
{
    const bool canToggle = chart.series(which).canToggle;
    setCheckable(canToggle);
    setFocusPolicy(canToggle ? Qt::TabFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, !canToggle);
    renew();
    if (canToggle)
        connect(this, &QAbstractButton::clicked, this, [this](bool on) { m_chart.setSeriesShown(m_which, on); });
}

void LegendKey::renew()
{
    const ChartSeries series = m_chart.series(m_which);
    if (text() != series.name) {
        setText(series.name);
        updateGeometry();
    }
    if (!isCheckable())
        return;
    setChecked(series.shown);
    setAccessibleName(tr("%1 in the chart").arg(series.name));
    setToolTip(series.shown ? tr("Click to take %1 out of the chart and out of its sum.").arg(series.name)
                            : tr("Click to show %1 again.").arg(series.name));
}

QSize LegendKey::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return {swatchSize(font()).width() + kKeySpacing + metrics.horizontalAdvance(text()) + 2 * kKeyMargin,
            metrics.height() + 2 * kKeyMargin};
}

void LegendKey::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const ThemeColors &colors = themeColors(palette());
    const QSize size = swatchSize(font());
    const QRect swatch(QPoint(kKeyMargin, (height() - size.height()) / 2), size);
    const bool shown = !isCheckable() || isChecked();
    QFont written = font();
    if (shown) {
        m_chart.paintSwatch(m_which, painter, swatch, colors);
    } else {
        written.setStrikeOut(true);
        painter.setPen(colors.faintText);
        painter.drawRect(swatch.adjusted(0, 0, -1, -1));
    }
    painter.setFont(written);
    painter.setPen(shown ? palette().color(QPalette::WindowText) : colors.faintText);
    painter.drawText(rect().adjusted(kKeyMargin + size.width() + kKeySpacing, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, text());
    if (isCheckable() && underMouse()) {
        painter.setPen(colors.info);
        painter.drawRect(swatch.adjusted(-1, -1, 0, 0));
    }
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.backgroundColor = palette().color(QPalette::Window);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace barograph
