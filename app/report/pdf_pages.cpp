// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf_pages.h"

#include <QFontMetricsF>
#include <QMarginsF>
#include <QPageLayout>

namespace barograph::pdf {

namespace {

constexpr double kMarginMm = 16;
constexpr double kHeaderHeight = 26 * kPoint;
constexpr double kFooterHeight = 22 * kPoint;
constexpr double kUnbounded = 1e9;

} // namespace

QTextOption wrapped(Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    return option;
}

Pages::Pages(QIODevice &device, const QString &title, const QString &note, int pageCount)
    : m_title(title)
    , m_note(note)
    , m_pageCount(pageCount)
    , m_writer(&device)
{
    m_writer.setResolution(kResolution);
    m_writer.setPageSize(QPageSize(QPageSize::A4));
    m_writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
    m_writer.setTitle(title);
    m_writer.setCreator(QStringLiteral("Barograph " BAROGRAPH_VERSION));
    if (!m_painter.begin(&m_writer))
        return;
    m_width = m_painter.viewport().width();
    m_height = m_painter.viewport().height();
    m_top = kHeaderHeight;
    m_bottom = m_height - kFooterHeight;
    drawFrame();
}

bool Pages::finish()
{
    return m_painter.isActive() && m_painter.end();
}

void Pages::drawFrame()
{
    const auto small = font(7.5);
    m_painter.setFont(small);
    m_painter.setPen(kFaintInk);
    const QFontMetricsF metrics(small, &m_writer);
    const double noteWidth = metrics.horizontalAdvance(m_note);
    const QString title = metrics.elidedText(m_title, Qt::ElideMiddle, m_width - noteWidth - 12 * kPoint);
    m_painter.drawText(QPointF(0, metrics.ascent()), title);
    m_painter.drawText(QPointF(m_width - noteWidth, metrics.ascent()), m_note);
    const QString number = m_pageCount > 0 ? QStringLiteral("Page %1 of %2").arg(m_page).arg(m_pageCount)
                                           : QStringLiteral("Page %1").arg(m_page);
    m_painter.drawText(QPointF(0, m_height - metrics.descent()), QStringLiteral("Barograph " BAROGRAPH_VERSION));
    m_painter.drawText(QPointF(m_width - metrics.horizontalAdvance(number), m_height - metrics.descent()), number);
    m_painter.setPen(QPen(kRule, 0.6 * kPoint));
    const double below = metrics.height() + 3 * kPoint;
    m_painter.drawLine(QPointF(0, below), QPointF(m_width, below));
    m_painter.drawLine(QPointF(0, m_height - below), QPointF(m_width, m_height - below));
    m_y = m_top;
}

void Pages::nextPage()
{
    m_writer.newPage();
    ++m_page;
    drawFrame();
}

double Pages::take(double height)
{
    if (height > room() && m_y > m_top)
        nextPage();
    const double top = m_y;
    m_y += height;
    return top;
}

void Pages::skip(double height)
{
    if (m_y > m_top)
        m_y += height;
}

double Pages::textHeight(const QString &text, const QFont &font, double width) const
{
    // QPainter::boundingRect() is not const, but changes nothing.
    auto &painter = const_cast<QPainter &>(m_painter);
    painter.setFont(font);
    return painter.boundingRect(QRectF(0, 0, width, kUnbounded), text, wrapped()).height();
}

void Pages::write(const QString &text, const QFont &font, const QColor &color)
{
    const double height = textHeight(text, font, m_width);
    const double top = take(height);
    m_painter.setFont(font);
    m_painter.setPen(color);
    m_painter.drawText(QRectF(0, top, m_width, height + kPoint), text, wrapped());
}

void Pages::heading(const QString &text, double followedBy)
{
    skip(14 * kPoint);
    const auto bold = font(11.5, QFont::DemiBold);
    const double height = textHeight(text, bold, m_width);
    if (height + followedBy > room())
        nextPage();
    write(text, bold);
    skip(4 * kPoint);
}

} // namespace barograph::pdf
