// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/tile_painter.h"

#include "overview/sparkline.h"
#include "theme/colors.h"
#include "theme/icons.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace barograph {

namespace {

struct TilePaintWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::TilePainter)
};

constexpr int kGap = 3; ///< on each side of a tile
constexpr int kInset = 8;
constexpr int kLineGap = 3;
constexpr int kLoadBarHeight = 11;
constexpr int kLeastSparkline = 26;
constexpr int kBadgeInset = 5;
constexpr int kTroubleEdge = 4;
constexpr double kLimitAt = 0.8;
constexpr double kMostScale = 1.4;
constexpr int kDigitsWide = 35;

QFont scaled(QFont font, double factor, bool bold = false)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(1, qRound(font.pixelSize() * factor)));
    else
        font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(bold);
    return font;
}

/// Larger tiles have larger letters, but most of the room goes to the chart.
double scaleFor(const QSize &size, const QSize &least)
{
    const double room = std::min(static_cast<double>(size.width()) / least.width(),
                                 static_cast<double>(size.height()) / least.height());
    return std::clamp(1 + (room - 1) / 2, 1.0, kMostScale);
}

/// Flush left in `row`; returns what is left of the row.
QRect badge(QPainter &painter, QRect row, const QString &word, const LaidOutTexts &texts, const QColor &fill,
            const QColor &ink)
{
    if (word.isEmpty())
        return row;
    const int width = std::min(texts.width(word) + 2 * kBadgeInset, row.width());
    if (width < 3 * kBadgeInset)
        return row;
    const QRect box(row.left(), row.top(), width, row.height());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(ink);
    texts.draw(painter, box.adjusted(kBadgeInset / 2, 0, -kBadgeInset / 2, 0), word, Qt::AlignHCenter);
    row.setLeft(box.right() + 5);
    return row;
}

QColor edgeColor(const OverviewTile &tile, const ThemeColors &colors)
{
    if (!tile.stale.isEmpty())
        return colors.unknown;
    if (isCritical(tile.trouble))
        return colors.critical;
    return needsAttention(tile.trouble) ? colors.warning : QColor();
}

} // namespace

Mark markOf(const OverviewTile &tile)
{
    // What it was is in the words; what it is nobody knows.
    if (!tile.stale.isEmpty())
        return tile.off ? Mark::Off : Mark::Unknown;
    if (isCritical(tile.trouble) && tile.state != NodeState::Silent)
        return Mark::Critical;
    if (tile.trouble == Trouble::Paused)
        return Mark::Paused;
    if (needsAttention(tile.trouble) && (tile.state == NodeState::Ok || tile.state == NodeState::Unknown))
        return Mark::Warning;
    return markOf(tile.state);
}

QColor truthColor(Truth truth, const QColor &ink, const ThemeColors &colors)
{
    switch (truth) {
    case Truth::Measured:
    case Truth::Estimated:
        return ink;
    case Truth::Stale:
    case Truth::NotMeasured:
        return colors.warning;
    case Truth::NotSupported:
    case Truth::Unknown:
        break;
    }
    return colors.faintText;
}

void paintSpendBar(QPainter &painter, const QRect &rect, const OverviewTile &tile, const ThemeColors &colors)
{
    if (tile.off)
        return; // an empty bar would look like a number without traffic
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(rect, colors.plotBackground);
    const double budget = tile.budget.valueOr(0);
    if (tile.tps.hasValue()) {
        // Without a budget the bar can only show how the events divide.
        const double full = (budget > 0 ? budget : std::max(tile.tps.value(), 0.1)) / kLimitAt;
        double x = rect.left();
        for (const EventKind kind : kEventKinds) {
            const double end = std::min(x + tile.byKind[kind].valueOr(0) / full * rect.width(), rect.right() + 1.0);
            painter.fillRect(QRectF(x, rect.top(), end - x, rect.height()), colors.kind(kind));
            x = end;
        }
        const double limit = rect.left() + kLimitAt * rect.width();
        if (budget > 0 && x > limit + 1) {
            const QRectF over(limit, rect.top(), x - limit, rect.height());
            painter.fillRect(over, QBrush(colors.overBudget, Qt::BDiagPattern));
            painter.fillRect(QRectF(over.left(), over.top(), over.width(), std::max(2, rect.height() / 4)),
                             colors.overBudget);
        }
    }
    painter.setBrush(tile.tps.hasValue() ? QBrush(Qt::NoBrush) : QBrush(colors.hatch, Qt::FDiagPattern));
    painter.setPen(QPen(colors.grid, 1, budget > 0 ? Qt::SolidLine : Qt::DashLine));
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
    if (budget > 0) {
        const int limit = rect.left() + static_cast<int>(kLimitAt * rect.width());
        painter.fillRect(QRect(limit - 1, rect.top() - 2, std::max(2, rect.height() / 8), rect.height() + 4),
                         colors.budget);
    }
}

TileFonts::TileFonts(const QFont &font, const QSize &tile)
    : scale(scaleFor(tile, TilePainter::leastSize(font)))
    , bold(scaled(font, 1.05 * scale, true))
    , small(scaled(font, 0.9 * scale))
    , badge(scaled(font, 0.75 * scale, true))
{}

TilePainter::TilePainter(const OverviewTile &tile, const TileFonts &fonts, const QPalette &palette, const QSize &size)
    : m_tile(tile)
    , m_fonts(fonts)
    , m_size(size)
    , m_palette(palette)
    , m_colors(themeColors(palette))
{}

QSize TilePainter::leastSize(const QFont &font)
{
    const int line = QFontMetrics(scaled(font, 1.05, true)).height();
    const int smallLine = QFontMetrics(scaled(font, 0.9)).height();
    const int height =
        2 * (kGap + kInset - 2) + 2 * line + 4 * smallLine + kLoadBarHeight + kLeastSparkline + 6 * kLineGap;
    return {kDigitsWide * QFontMetrics(font).horizontalAdvance(u'0') + 2 * (kGap + kInset), height};
}

void TilePainter::paint(QPainter &painter, qreal ratio) const
{
    const QRect box = QRect(QPoint(), m_size).adjusted(kGap, kGap, -kGap, -kGap);
    painter.fillRect(box, m_palette.color(m_tile.off ? QPalette::Window : QPalette::Base));
    painter.setPen(m_colors.grid);
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.drawRect(box.adjusted(0, 0, -1, -1));
    if (const QColor edge = edgeColor(m_tile, m_colors); edge.isValid())
        painter.fillRect(QRect(box.left(), box.top(), kTroubleEdge, box.height()), edge);
    const QRect inner = box.adjusted(kInset + 2, kInset - 2, -kInset, 2 - kInset);
    const int line = m_fonts.bold.height();
    const int smallLine = m_fonts.small.height();
    int y = inner.top();
    const auto row = [&](int height) {
        const QRect result(inner.left(), y, inner.width(), height);
        y += height + kLineGap;
        return result;
    };
    paintHead(painter, row(line));
    painter.setPen(markColor(markOf(m_tile), m_colors));
    const QString state =
        m_tile.why.isEmpty() ? m_tile.stateText : TilePaintWords::tr("%1 · %2").arg(m_tile.stateText, m_tile.why);
    m_fonts.small.draw(painter, row(smallLine), state);
    paintSpendBar(painter, row(qRound(kLoadBarHeight * m_fonts.scale)), m_tile, m_colors);
    paintLoad(painter, row(line));
    const int below = 3 * smallLine + 3 * kLineGap;
    const int room = inner.bottom() + 1 - y - below;
    if (room >= kLeastSparkline / 2)
        paintSparkline(painter, row(room), ratio);
    const QRect facts = row(smallLine);
    const QRect left(facts.left(), facts.top(), facts.width() / 2, facts.height());
    paintFact(painter, left, TilePaintWords::tr("Lag"), m_tile.lag);
    paintFact(painter, facts.adjusted(left.width() + 4, 0, 0, 0), TilePaintWords::tr("Outbound"), m_tile.outbound);
    paintFact(painter, row(smallLine), TilePaintWords::tr("Incoming"), m_tile.incoming, m_tile.riskCritical);
    paintFoot(painter, row(smallLine));
}

void TilePainter::paintHead(QPainter &painter, QRect row) const
{
    paintMark(painter, QRectF(row.left(), row.top(), row.height(), row.height()), markOf(m_tile), m_colors);
    row.setLeft(row.left() + row.height() + 6);
    if (m_tile.simulated) {
        const QString word = TilePaintWords::tr("SIMULATED");
        const int width = m_fonts.badge.width(word) + 2 * kBadgeInset;
        badge(painter, QRect(row.right() - width + 1, row.top() + 1, width, row.height() - 2), word, m_fonts.badge,
              m_colors.simulatedFill, m_colors.simulatedText);
        row.setRight(row.right() - width - 6);
    }
    painter.setPen(m_tile.off ? m_colors.faintText : m_palette.color(QPalette::Text));
    m_fonts.bold.draw(painter, row, m_tile.name);
}

void TilePainter::paintLoad(QPainter &painter, const QRect &row) const
{
    const QColor ink = truthColor(m_tile.loadTruth, m_palette.color(QPalette::Text), m_colors);
    int x = row.left();
    if (!m_tile.share.isEmpty()) {
        painter.setPen(m_tile.trouble == Trouble::OverBudget ? m_colors.critical : ink);
        m_fonts.bold.draw(painter, row, m_tile.share);
        x += m_fonts.bold.width(m_tile.share) + 8;
    }
    painter.setPen(m_tile.off ? m_colors.faintText : ink);
    const QRect rest(x, row.top(), row.right() - x + 1, row.height());
    m_fonts.small.draw(painter, rest, m_tile.load);
    if (!m_tile.notMeasured)
        return;
    const QString note = TilePaintWords::tr("not all measured");
    const int used = m_fonts.small.width(m_tile.load) + 10;
    if (m_fonts.small.width(note) <= rest.width() - used) {
        painter.setPen(m_colors.warning);
        m_fonts.small.draw(painter, rest, note, Qt::AlignRight);
    }
}

void TilePainter::paintSparkline(QPainter &painter, const QRect &rect, qreal ratio) const
{
    if (m_tile.off)
        return;
    SparklineRequest request;
    request.series = m_tile.series.get();
    request.from = m_tile.until - kTileSpan;
    request.until = m_tile.until;
    request.budget = m_tile.budget.valueOr(0);
    request.size = QSize(qRound(rect.width() * ratio), qRound(rect.height() * ratio));
    request.line = std::max(1, qRound(ratio));
    QImage image = drawSparkline(request, m_colors);
    image.setDevicePixelRatio(ratio);
    painter.drawImage(rect.topLeft(), image);
    if (m_tile.series && !m_tile.series->samples.empty())
        return;
    painter.setPen(m_colors.faintText);
    m_fonts.small.draw(painter, rect, TilePaintWords::tr("nothing known of the last 10 min"), Qt::AlignHCenter);
}

void TilePainter::paintFact(QPainter &painter, const QRect &row, const QString &label, const TileFact &fact,
                            bool critical) const
{
    if (m_tile.off)
        return;
    painter.setPen(m_colors.faintText);
    m_fonts.small.draw(painter, row, label);
    const int x = m_fonts.small.width(label) + 5;
    painter.setPen(critical ? m_colors.critical : truthColor(fact.truth, m_palette.color(QPalette::Text), m_colors));
    m_fonts.small.draw(painter, row.adjusted(x, 0, 0, 0), fact.text);
}

void TilePainter::paintFoot(QPainter &painter, const QRect &row) const
{
    QRect free = badge(painter, row, m_tile.risk, m_fonts.badge,
                       m_tile.riskCritical ? m_colors.bannerFill : m_colors.reminderFill,
                       m_tile.riskCritical ? m_colors.bannerText : m_colors.reminderText);
    if (m_tile.storms > 0) {
        const QString word = m_tile.storms == 1 ? TilePaintWords::tr("STORM")
                                                : TilePaintWords::tr("%n STORM(S)", nullptr, m_tile.storms);
        free = badge(painter, free, word, m_fonts.badge, m_colors.reminderFill, m_colors.reminderText);
    }
    if (m_tile.paused)
        free = badge(painter, free, TilePaintWords::tr("PAUSED"), m_fonts.badge, m_colors.reminderFill,
                     m_colors.reminderText);
    const bool isStale = !m_tile.stale.isEmpty();
    painter.setPen(isStale ? m_colors.critical : m_colors.faintText);
    m_fonts.small.draw(painter, free, isStale ? m_tile.stale : m_tile.age, Qt::AlignRight);
}

} // namespace barograph
