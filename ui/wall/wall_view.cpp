// SPDX-License-Identifier: GPL-3.0-or-later
#include "wall/wall_view.h"

#include "overview/sparkline.h"
#include "overview/tile_grid_shape.h"
#include "overview/tile_painter.h"
#include "text/labels.h"
#include "text/numbers.h"
#include "text/reading_text.h"
#include "theme/colors.h"

#include <QPainter>

#include <algorithm>

namespace barograph {

namespace {

// Parts of the height of the screen.
constexpr double kHuge = 0.17;
constexpr double kTitle = 0.075;
constexpr double kSentence = 0.052;
constexpr double kPlain = 0.034;
constexpr double kEdge = 0.03;
constexpr double kBar = 0.04;

void drawFitted(QPainter &painter, const QRect &rect, int flags, const QString &text)
{
    painter.drawText(rect, flags, painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

/// As large as the font is, and smaller until it fits, but never below half of that.
void drawShrunk(QPainter &painter, const QRect &rect, int flags, const QString &text)
{
    QFont font = painter.font();
    const int most = font.pixelSize();
    while (font.pixelSize() > most / 2 &&
           QFontMetrics(font).boundingRect(QRect(0, 0, rect.width(), 10'000), flags, text).height() > rect.height())
        font.setPixelSize(font.pixelSize() - 2);
    painter.setFont(font);
    painter.drawText(rect, flags, text);
}

} // namespace

WallView::WallView(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Wall"));
}

void WallView::setContent(const WallContent &content)
{
    if (content == m_content)
        return;
    m_content = content;
    setAccessibleDescription(content.stale.isEmpty() ? content.sentence
                                                     : tr("%1. %2").arg(content.stale, content.sentence));
    update();
}

QFont WallView::sized(double partOfHeight, bool bold) const
{
    QFont result = font();
    // A screen that is high and narrow must not have letters that fit nowhere.
    const double side = std::min<double>(height(), width() * 9.0 / 16);
    result.setPixelSize(std::max(8, qRound(side * partOfHeight)));
    result.setBold(bold);
    return result;
}

void WallView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    const ThemeColors &colors = themeColors(palette());
    const int edge = qRound(height() * kEdge);
    QRect area = rect().adjusted(edge, edge, -edge, -edge / 2);
    const int foot = QFontMetrics(sized(kPlain)).height();
    paintFoot(painter, QRect(area.left(), area.bottom() - foot + 1, area.width(), foot));
    area.setBottom(area.bottom() - foot - edge / 2);
    if (!m_content.stale.isEmpty()) {
        painter.setFont(sized(kTitle, true));
        const int band = painter.fontMetrics().height() * 5 / 4;
        const QRect row(0, 0, width(), band);
        painter.fillRect(row, colors.bannerFill);
        painter.setPen(colors.bannerText);
        drawFitted(painter, row.adjusted(edge, 0, -edge, 0), Qt::AlignCenter, m_content.stale);
        area.setTop(band + edge / 2);
    }
    if (m_content.all || m_content.tiles.size() != 1)
        paintTiles(painter, area);
    else
        paintNode(painter, area, m_content.tiles.front());
}

void WallView::paintFoot(QPainter &painter, const QRect &row) const
{
    const ThemeColors &colors = themeColors(palette());
    painter.setFont(sized(kPlain, true));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, m_content.clock);
    const int clock = painter.fontMetrics().horizontalAdvance(m_content.clock) + row.height();
    painter.setFont(sized(kPlain));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, m_content.place);
    const int place = painter.fontMetrics().horizontalAdvance(m_content.place) + row.height();
    // For who stands at the keyboard, not for who stands four metres away.
    painter.setFont(sized(kPlain * 0.55));
    painter.setPen(colors.faintText);
    drawFitted(painter, row.adjusted(place, 0, -clock, 0), Qt::AlignCenter, m_content.keys);
}

void WallView::paintNode(QPainter &painter, const QRect &area, const OverviewTile &tile) const
{
    const ThemeColors &colors = themeColors(palette());
    int y = area.top();
    const int title = QFontMetrics(sized(kTitle, true)).height();
    // The state first: a shape and a word, then whose it is.
    const int side = title * 3 / 2;
    paintMark(painter, QRectF(area.left(), y, side, side), markOf(tile), colors);
    QRect row(area.left() + side + title / 2, y, area.width() - side - title / 2, side);
    if (tile.simulated)
        row = paintSimulated(painter, row);
    painter.setFont(sized(kTitle, true));
    // Both have to be read: smaller letters before cut ones.
    const QString both = tr("%1 %2").arg(tile.stateText, tile.name);
    QFont font = painter.font();
    for (const int least = font.pixelSize() / 2; font.pixelSize() > least; font.setPixelSize(font.pixelSize() - 2)) {
        if (QFontMetrics(font).horizontalAdvance(both) <= row.width())
            break;
    }
    painter.setFont(font);
    painter.setPen(markColor(markOf(tile), colors));
    painter.drawText(row, Qt::AlignVCenter, tile.stateText);
    painter.setPen(palette().color(QPalette::WindowText));
    row.setLeft(row.left() + painter.fontMetrics().horizontalAdvance(tile.stateText + QLatin1Char(' ')));
    drawFitted(painter, row, Qt::AlignRight | Qt::AlignVCenter, tile.name);
    y += side + title / 4;

    painter.setFont(sized(kSentence, true));
    const int sentence = painter.fontMetrics().lineSpacing() * 2;
    painter.setPen(palette().color(QPalette::WindowText));
    drawShrunk(painter, QRect(area.left(), y, area.width(), sentence), Qt::TextWordWrap | Qt::AlignVCenter,
               m_content.sentence);
    y += sentence + title / 4;
    const int figures = QFontMetrics(sized(kHuge, true)).ascent() + QFontMetrics(sized(kPlain)).height() * 5 / 3 +
                        QFontMetrics(sized(kBar)).height();
    paintFigures(painter, QRect(area.left(), y, area.width(), figures), tile);
    y += figures + title / 6;
    paintChart(painter, QRect(area.left(), y, area.width(), area.bottom() - y), tile);
}

QRect WallView::paintSimulated(QPainter &painter, QRect row) const
{
    const ThemeColors &colors = themeColors(palette());
    painter.setFont(sized(kPlain, true));
    const QString word = tr("SIMULATED");
    const int height = painter.fontMetrics().height() * 5 / 4;
    const int width = painter.fontMetrics().horizontalAdvance(word) + height;
    const QRect badge(row.right() - width, row.center().y() - height / 2, width, height);
    painter.fillRect(badge, colors.simulatedFill);
    painter.setPen(colors.simulatedText);
    painter.drawText(badge, Qt::AlignCenter, word);
    row.setRight(badge.left() - height / 2);
    return row;
}

void WallView::paintFigures(QPainter &painter, const QRect &area, const OverviewTile &tile) const
{
    const ThemeColors &colors = themeColors(palette());
    const QColor ink = truthColor(tile.loadTruth, palette().color(QPalette::WindowText), colors);
    painter.setFont(sized(kHuge, true));
    painter.setPen(tile.trouble == Trouble::OverBudget ? colors.critical : ink);
    const QString number = tile.share.isEmpty() ? tr("?") : tile.share;
    const int huge = painter.fontMetrics().ascent();
    const int numberWidth = painter.fontMetrics().horizontalAdvance(number);
    painter.drawText(QRect(area.left(), area.top(), numberWidth + 8, huge), Qt::AlignVCenter, number);
    const int left = area.left() + numberWidth + huge / 3;
    painter.setFont(sized(kSentence));
    painter.setPen(ink);
    const QRect beside(left, area.top(), area.right() - left, huge);
    drawFitted(painter, beside.adjusted(0, 0, 0, -huge / 2), Qt::AlignLeft | Qt::AlignVCenter, tile.load);
    painter.setFont(sized(kPlain));
    QStringList facts;
    if (!tile.off)
        facts << tr("lag %1").arg(tile.lag.text) << tr("outbound %1").arg(tile.outbound.text);
    if (tile.storms > 0)
        facts << (tile.storms == 1 ? tr("STORM") : tr("%n STORM(S)", nullptr, tile.storms));
    if (tile.paused)
        facts << tr("PAUSED");
    if (!tile.risk.isEmpty())
        facts << tile.risk;
    painter.setPen(palette().color(QPalette::WindowText));
    drawFitted(painter, beside.adjusted(0, huge / 2, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, facts.join(tr(" · ")));

    const int legend = QFontMetrics(sized(kPlain)).height();
    const int barTop = area.top() + huge + legend / 3;
    const int bar = std::max(8, area.bottom() - barTop - legend - legend / 3);
    paintSpendBar(painter, QRect(area.left(), barTop, area.width(), bar), tile, colors);
    if (tile.off)
        return;
    painter.setFont(sized(kPlain));
    int x = area.left();
    for (const EventKind kind : kEventKinds) {
        const auto &rate = tile.byKind[kind];
        const QString text =
            rate.hasValue() ? tr("%1 %2").arg(eventKindText(kind), markedAbout(rate.truth(), formatRate(rate.value())))
            : rate.truth() == Truth::NotMeasured  ? tr("%1 not measured").arg(eventKindText(kind))
            : rate.truth() == Truth::NotSupported ? tr("%1 not available").arg(eventKindText(kind))
                                                  : tr("%1 unknown").arg(eventKindText(kind));
        const int swatch = legend / 2;
        const QRect row(x, area.bottom() - legend + 1, area.width(), legend);
        painter.fillRect(QRect(row.left(), row.center().y() - swatch / 2, swatch, swatch), colors.kind(kind));
        painter.setPen(rate.hasValue() ? palette().color(QPalette::WindowText) : colors.faintText);
        painter.drawText(row.adjusted(swatch + legend / 3, 0, 0, 0), Qt::AlignVCenter, text);
        x += swatch + legend + painter.fontMetrics().horizontalAdvance(text) + legend / 2;
    }
}

void WallView::paintChart(QPainter &painter, const QRect &area, const OverviewTile &tile) const
{
    if (tile.off)
        return;
    const ThemeColors &colors = themeColors(palette());
    painter.setFont(sized(kPlain));
    const int axis = painter.fontMetrics().height();
    const QRect plot = area.adjusted(0, 0, 0, -axis);
    const qreal ratio = devicePixelRatioF();
    SparklineRequest request;
    request.series = tile.series.get();
    request.from = tile.until - kTileSpan;
    request.until = tile.until;
    request.budget = tile.budget.valueOr(0);
    request.size = QSize(qRound(plot.width() * ratio), qRound(plot.height() * ratio));
    request.line = std::max(2, qRound(3 * ratio));
    QImage image = drawSparkline(request, colors);
    image.setDevicePixelRatio(ratio);
    painter.drawImage(plot.topLeft(), image);
    painter.setPen(colors.axisText);
    if (!tile.series || tile.series->samples.empty())
        painter.drawText(plot, Qt::AlignCenter, tr("nothing is known of the last 10 min"));
    const QRect below(area.left(), plot.bottom() + 1, area.width(), axis);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, tr("10 min ago"));
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, tr("now"));
    painter.drawText(below, Qt::AlignHCenter | Qt::AlignVCenter,
                     request.budget > 0 ? tr("line: budget of %1 TPS").arg(formatRate(request.budget))
                                        : tr("the budget is not known"));
}

void WallView::paintTiles(QPainter &painter, const QRect &area) const
{
    const ThemeColors &colors = themeColors(palette());
    painter.setFont(sized(kSentence, true));
    const int sentence = painter.fontMetrics().lineSpacing() * 2;
    paintMark(painter, QRectF(area.left(), area.top(), sentence * 0.7, sentence), m_content.mark, colors);
    painter.setPen(palette().color(QPalette::WindowText));
    drawShrunk(painter, area.adjusted(sentence, 0, 0, sentence - area.height()), Qt::TextWordWrap | Qt::AlignVCenter,
               m_content.sentence);
    const QRect room = area.adjusted(0, sentence + 8, 0, 0);
    // All of them, whatever it takes: a wall does not scroll.
    const auto count = static_cast<int>(m_content.tiles.size());
    QSize least(room.width() / 3, room.height() / 2);
    TileGridShape shape = tileGridShape(room.size(), count, least, 0);
    while (shape.scrolls && least.width() > 40) {
        least = least * 0.9;
        shape = tileGridShape(room.size(), count, least, 0);
    }
    for (int i = 0; i < count; ++i) {
        const QPoint at(room.left() + i % shape.columns * shape.tile.width(),
                        room.top() + i / shape.columns * shape.tile.height());
        paintTile(painter, QRect(at, shape.tile).adjusted(3, 3, -3, -3), m_content.tiles[static_cast<std::size_t>(i)]);
    }
}

void WallView::paintTile(QPainter &painter, const QRect &rect, const OverviewTile &tile) const
{
    const ThemeColors &colors = themeColors(palette());
    painter.fillRect(rect, palette().color(QPalette::Base));
    const bool critical = isCritical(tile.trouble);
    if (needsAttention(tile.trouble)) {
        painter.setPen(QPen(critical ? colors.critical : colors.warning, critical ? 4 : 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(2, 2, -2, -2));
    }
    const int inset = std::max(6, rect.height() / 14);
    const QRect inner = rect.adjusted(inset, inset, -inset, -inset);
    const int line = std::min(inner.height() * 26 / 100, inner.width() / 7);
    QFont name = font();
    name.setPixelSize(std::max(9, line * 80 / 100));
    name.setBold(true);
    const auto mark = [&](const QRect &row) {
        paintMark(painter, QRectF(row.left(), row.top(), line, line), markOf(tile), colors);
    };
    const QRect top(inner.left(), inner.top(), inner.width(), line);
    mark(top);
    painter.setFont(name);
    painter.setPen(tile.off ? colors.faintText : palette().color(QPalette::Text));
    drawFitted(painter, top.adjusted(line + line / 4, 0, 0, 0), Qt::AlignVCenter, tile.name);
    const QRect second = top.translated(0, line + inset / 3);
    QFont word = name;
    word.setBold(false);
    word.setPixelSize(std::max(9, line * 65 / 100));
    painter.setFont(word);
    painter.setPen(markColor(markOf(tile), colors));
    // What is wrong beside the state comes first: there is room for one thing.
    const QString what = !tile.stale.isEmpty()  ? tile.stale
                         : !tile.risk.isEmpty() ? tile.risk
                         : tile.storms > 0      ? tr("%1 · storm").arg(tile.stateText)
                         : tile.paused          ? tr("%1 · paused").arg(tile.stateText)
                                                : tile.stateText;
    drawFitted(painter, second, Qt::AlignVCenter, tile.simulated ? tr("SIMULATED · %1").arg(what) : what);
    if (tile.off)
        return;
    const int barHeight = std::max(6, line / 3);
    const QRect bar(inner.left(), inner.bottom() - barHeight + 1, inner.width(), barHeight);
    const QRect number(inner.left(), second.bottom() + 1, inner.width(), bar.top() - second.bottom() - inset / 2);
    QFont large = name;
    large.setPixelSize(std::max(10, std::min(number.height() * 85 / 100, inner.width() / 4)));
    painter.setFont(large);
    painter.setPen(tile.trouble == Trouble::OverBudget
                       ? colors.critical
                       : truthColor(tile.loadTruth, palette().color(QPalette::Text), colors));
    drawFitted(painter, number, Qt::AlignVCenter, tile.share.isEmpty() ? tr("?") : tile.share);
    paintSpendBar(painter, bar, tile, colors);
}

} // namespace barograph
