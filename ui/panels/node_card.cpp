// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_card.h"

#include "theme/colors.h"
#include "theme/icons.h"
#include "widgets/shown_value.h"
#include "widgets/time_text.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

namespace barograph {

namespace {

struct CardWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::NodeCard)
};

constexpr int kPadding = 8;
constexpr int kAccentWidth = 4;
constexpr int kTintAlpha = 55;
constexpr int kSpacing = 3;
constexpr int kBarHeight = 12;
constexpr std::size_t kTenSecondWindow = 1;
/// Share of the bar's width at which the budget lies; the rest is for what is above it.
constexpr double kBudgetAt = 0.8;

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

QFont smallOf(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

/// Paints the badge flush right in `row` and returns what is left of the row.
QRect paintSimulated(QPainter &painter, QRect row, const QFont &font, const ThemeColors &colors)
{
    QFont small = boldOf(font);
    small.setPointSizeF(font.pointSizeF() * 0.75);
    const QString word = CardWords::tr("SIMULATED");
    const int width = QFontMetrics(small).horizontalAdvance(word) + 10;
    const QRect badge(row.right() - width, row.top() + 1, width, row.height() - 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.simulatedFill);
    painter.drawRoundedRect(badge, 3, 3);
    painter.setFont(small);
    painter.setPen(colors.simulatedText);
    painter.drawText(badge, Qt::AlignCenter, word);
    painter.restore();
    row.setRight(badge.left() - 6);
    return row;
}

} // namespace

QString stateWord(NodeState state)
{
    switch (state) {
    case NodeState::Ok:
        return CardWords::tr("OK");
    case NodeState::Degraded:
        return CardWords::tr("Degraded");
    case NodeState::Down:
        return CardWords::tr("Down");
    case NodeState::Unknown:
        break;
    }
    return CardWords::tr("Unknown");
}

int NodeCard::heightFor(const QFont &font)
{
    const int line = QFontMetrics(font).height();
    const int smallLine = QFontMetrics(smallOf(font)).height();
    return 2 * kPadding + line + 3 * smallLine + kBarHeight + 4 * kSpacing;
}

QString NodeCard::stateLine() const
{
    QString line = stateWord(m_node.judgement.state);
    if (m_node.judgement.expected > 1)
        line += CardWords::tr(" · %1 of %2 connected").arg(m_node.judgement.connected).arg(m_node.judgement.expected);
    if (!m_node.judgement.why.isEmpty())
        line += QStringLiteral(" · ") + m_node.judgement.why;
    return line;
}

QString NodeCard::loadText() const
{
    const Reading<double> &rate = m_node.tps[kTenSecondWindow];
    if (!rate.hasValue())
        return CardWords::tr("rate unknown");
    if (!m_node.allocatedTps.hasValue())
        return CardWords::tr("%1/s, budget unknown").arg(rateText(rate.value()));
    const QString share = shownPercent(m_node.utilisation(kTenSecondWindow), {}, m_now).text;
    return CardWords::tr("%1 of %2 TPS").arg(share, budgetText(m_node.allocatedTps.value()));
}

QString NodeCard::agesText() const
{
    std::optional<UtcTime> newest;
    for (const auto &at : m_node.lastEvent.counts) {
        if (at && (!newest || *at > *newest))
            newest = at;
    }
    const QString last = newest ? CardWords::tr("last event %1 ago").arg(durationText(m_now - *newest))
                                : CardWords::tr("no event yet");
    return CardWords::tr("Lag %1 · %2").arg(shownDuration(m_node.lag, {}, m_now).text, last);
}

QString NodeCard::text() const
{
    const QString simulated = m_node.simulated ? CardWords::tr("simulated, ") : QString();
    return QStringLiteral("%1: %2%3. %4. %5.").arg(m_node.name, simulated, stateLine(), loadText(), agesText());
}

void NodeCard::paint(QPainter &painter, const QRect &rect, const QFont &font, const QPalette &palette,
                     bool selected) const
{
    const ThemeColors &colors = themeColors(palette);
    if (selected) {
        // A tint instead of the full highlight: colours that carry a meaning keep their contrast.
        QColor tint = palette.color(QPalette::Highlight);
        painter.fillRect(QRect(rect.topLeft(), QSize(kAccentWidth, rect.height())), tint);
        tint.setAlpha(kTintAlpha);
        painter.fillRect(rect, tint);
    }
    painter.setPen(colors.grid);
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
    const QColor ink = palette.color(QPalette::Text);
    const QRect inner = rect.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const int line = QFontMetrics(font).height();
    const QFont small = smallOf(font);
    const QFontMetrics smallMetrics(small);
    int y = inner.top();

    QRect row(inner.left(), y, inner.width(), line);
    paintMark(painter, QRectF(row.left(), row.top(), line, line), markOf(m_node.judgement.state), colors);
    QRect nameRow = row.adjusted(line + 6, 0, 0, 0);
    if (m_node.simulated)
        nameRow = paintSimulated(painter, nameRow, font, colors);
    painter.setFont(boldOf(font));
    painter.setPen(ink);
    painter.drawText(nameRow, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_node.name, Qt::ElideRight, nameRow.width()));
    y += line + kSpacing;

    const auto textRow = [&](const QString &text, const QColor &color) {
        painter.setFont(small);
        painter.setPen(color);
        painter.drawText(QRect(inner.left(), y, inner.width(), smallMetrics.height()), Qt::AlignVCenter,
                         smallMetrics.elidedText(text, Qt::ElideRight, inner.width()));
        y += smallMetrics.height() + kSpacing;
    };
    textRow(stateLine(), markColor(markOf(m_node.judgement.state), colors));
    paintBar(painter, QRect(inner.left(), y, inner.width(), kBarHeight), palette);
    y += kBarHeight + kSpacing;
    textRow(loadText(), ink);
    textRow(agesText(), colors.faintText);
}

void NodeCard::paintBar(QPainter &painter, const QRect &rect, const QPalette &palette) const
{
    const ThemeColors &colors = themeColors(palette);
    painter.fillRect(rect, colors.plotBackground);
    const Reading<double> &all = m_node.tps[kTenSecondWindow];
    const double budget = m_node.allocatedTps.valueOr(0);
    if (all.hasValue()) {
        // Without a budget the bar can only show how the events divide.
        const double full = budget > 0 ? budget / kBudgetAt : std::max(all.value(), 0.1) / kBudgetAt;
        double x = rect.left();
        for (const EventKind kind : kEventKinds) {
            const double width = m_node.tpsByKind[kind].valueOr(0) / full * rect.width();
            const double end = std::min(x + width, rect.right() + 1.0);
            painter.fillRect(QRectF(x, rect.top(), end - x, rect.height()), colors.kind(kind));
            x = end;
        }
        const double edge = rect.left() + kBudgetAt * rect.width();
        if (budget > 0 && x > edge) {
            const QRectF over(edge, rect.top(), x - edge, rect.height());
            painter.fillRect(over, QBrush(colors.overBudget, Qt::BDiagPattern));
            painter.fillRect(QRectF(over.left(), over.top(), over.width(), 3), colors.overBudget);
        }
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors.grid, 1, budget > 0 ? Qt::SolidLine : Qt::DashLine));
    painter.drawRect(rect.adjusted(0, 0, -1, -1));
    if (budget > 0) {
        const int edge = rect.left() + static_cast<int>(kBudgetAt * rect.width());
        painter.fillRect(QRect(edge - 1, rect.top() - 1, 2, rect.height() + 2), colors.budget);
    }
}

} // namespace barograph
