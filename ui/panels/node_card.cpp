// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_card.h"

#include "items/node_list_model.h"
#include "text/labels.h"
#include "text/numbers.h"
#include "text/reading_text.h"
#include "theme/colors.h"
#include "theme/icons.h"

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
constexpr int kSpacing = 3;
constexpr int kBarHeight = 12;
constexpr int kBadgePadding = 10;
constexpr int kNotesGap = 6;
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

QFont badgeFontOf(const QFont &font)
{
    QFont small = boldOf(font);
    small.setPointSizeF(font.pointSizeF() * 0.75);
    return small;
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

NodeCard::NodeCard(const QModelIndex &index)
    : m_state(static_cast<NodeState>(index.data(StateRole).toInt()))
    , m_riskCritical(index.data(RiskCriticalRole).toBool())
    , m_simulated(index.data(SimulatedRole).toBool())
    , m_off(m_state == NodeState::Off || !index.data(EnabledRole).toBool())
    , m_tps(index.data(TpsRole).value<Reading<double>>())
    , m_budget(index.data(BudgetRole).value<Reading<double>>())
    , m_byKind(index.data(TpsByKindRole).value<ByKind<Reading<double>>>())
{
    const auto textOf = [&](int column) { return index.siblingAtColumn(column).data().toString(); };
    m_name = textOf(NodeListModel::NameColumn);
    m_stateText = textOf(NodeListModel::StateColumn);
    m_why = index.siblingAtColumn(NodeListModel::StateColumn).data(Qt::ToolTipRole).toString();
    m_utilisation = textOf(NodeListModel::UtilisationColumn);
    m_lag = textOf(NodeListModel::LagColumn);
    m_lastEvent = textOf(NodeListModel::LastEventColumn);
    m_badges = textOf(NodeListModel::BadgesColumn);
    m_risk = index.data(RiskRole).toString();
    m_riskHow = index.data(RiskHowRole).toString();
    m_notVisible = index.data(NotVisibleRole).toString();
    if (m_off) {
        m_state = NodeState::Off;
        m_stateText = nodeStateText(m_state);
        m_why = CardWords::tr("not asked, raises no alarm");
    }
}

int NodeCard::heightFor(const QFont &font)
{
    const int line = QFontMetrics(font).height();
    const int smallLine = QFontMetrics(smallOf(font)).height();
    return 2 * kPadding + line + 3 * smallLine + kBarHeight + 4 * kSpacing;
}

QString NodeCard::stateLine() const
{
    return m_why.isEmpty() ? m_stateText : m_stateText + QStringLiteral(" · ") + m_why;
}

QString NodeCard::loadText(bool isShort) const
{
    if (m_off)
        return CardWords::tr("webhooks that still come are counted");
    if (!m_tps.hasValue())
        return CardWords::tr("rate unknown");
    const QString text =
        m_budget.hasValue() && isShort ? m_utilisation
        : m_budget.hasValue()
            ? CardWords::tr("%1 of %2 TPS").arg(m_utilisation, formatRate(m_budget.value()))
            : CardWords::tr("%1/s, budget unknown").arg(markedAbout(m_tps.truth(), formatRate(m_tps.value())));
    // What cannot be seen spends the same budget.
    return m_notVisible.isEmpty() ? text : CardWords::tr("at least %1").arg(text);
}

QString NodeCard::agesText() const
{
    return CardWords::tr("Lag %1 · last event %2").arg(m_lag, m_lastEvent);
}

QString NodeCard::notes() const
{
    // SIMULATED has a badge of its own beside the name.
    return QString(m_badges).remove(CardWords::tr("SIMULATED")).trimmed();
}

QString NodeCard::text() const
{
    QString all = QStringLiteral("%1: %2. %3. %4. %5").arg(m_name, stateLine(), loadText(), agesText(), m_badges);
    if (!m_risk.isEmpty())
        all += QStringLiteral("\n%1: %2").arg(m_risk, m_riskHow);
    return m_notVisible.isEmpty() ? all : CardWords::tr("%1 (%2)").arg(all, m_notVisible);
}

void NodeCard::paint(QPainter &painter, const QRect &rect, const QFont &font, const QPalette &palette,
                     bool selected) const
{
    const ThemeColors &colors = themeColors(palette);
    if (selected) {
        // A tint instead of the full highlight: colours that carry a meaning keep their contrast.
        painter.fillRect(rect, colors.chosenFill);
        painter.fillRect(QRect(rect.topLeft(), QSize(kAccentWidth, rect.height())), palette.color(QPalette::Highlight));
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
    paintMark(painter, QRectF(row.left(), row.top(), line, line), markOf(m_state), colors);
    QRect nameRow = row.adjusted(line + 6, 0, 0, 0);
    if (m_simulated)
        nameRow = paintSimulated(painter, nameRow, font, colors);
    painter.setFont(m_off ? font : boldOf(font));
    painter.setPen(m_off ? colors.faintText : ink);
    painter.drawText(nameRow, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_name, Qt::ElideRight, nameRow.width()));
    y += line + kSpacing;

    const auto textRow = [&](const QString &text, const QColor &color) {
        painter.setFont(small);
        painter.setPen(color);
        painter.drawText(QRect(inner.left(), y, inner.width(), smallMetrics.height()), Qt::AlignVCenter,
                         smallMetrics.elidedText(text, Qt::ElideRight, inner.width()));
        y += smallMetrics.height() + kSpacing;
    };
    textRow(stateLine(), markColor(markOf(m_state), colors));
    paintBar(painter, QRect(inner.left(), y, inner.width(), kBarHeight), palette);
    y += kBarHeight + kSpacing;
    const QRect loadRow(inner.left(), y, inner.width(), smallMetrics.height());
    const QFontMetrics boldMetrics(boldOf(small));
    const QString beside = boldMetrics.elidedText(notes(), Qt::ElideRight, inner.width() * 2 / 3);
    const int loadRoom = inner.width() - (beside.isEmpty() ? 0 : boldMetrics.horizontalAdvance(beside) + kNotesGap);
    // A figure that is cut would be another figure: rather the share alone.
    const bool isShort = m_budget.hasValue() && smallMetrics.horizontalAdvance(loadText(false)) > loadRoom;
    textRow(smallMetrics.elidedText(loadText(isShort), Qt::ElideRight, loadRoom), m_off ? colors.faintText
                                                                                  : m_tps.truth() == Truth::Stale
                                                                                      ? colors.warning
                                                                                      : ink);
    painter.setFont(boldOf(small));
    painter.setPen(colors.warning);
    painter.drawText(loadRow, Qt::AlignVCenter | Qt::AlignRight, beside);
    const QRect agesRow(inner.left(), y, inner.width(), smallMetrics.height());
    const int free = inner.width() - riskWidth(font);
    painter.setFont(small);
    painter.setPen(colors.faintText);
    painter.drawText(agesRow, Qt::AlignVCenter, smallMetrics.elidedText(agesText(), Qt::ElideRight, free));
    paintRisk(painter, agesRow, font, colors);
}

int NodeCard::riskWidth(const QFont &font) const
{
    return m_risk.isEmpty() ? 0 : QFontMetrics(badgeFontOf(font)).horizontalAdvance(m_risk) + kBadgePadding + 6;
}

void NodeCard::paintRisk(QPainter &painter, const QRect &row, const QFont &font, const ThemeColors &colors) const
{
    if (m_risk.isEmpty())
        return;
    const int width = riskWidth(font) - 6;
    const QRect badge(row.right() - width + 1, row.top(), width, row.height() + 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_riskCritical ? colors.bannerFill : colors.reminderFill);
    painter.drawRoundedRect(badge, 3, 3);
    painter.setFont(badgeFontOf(font));
    painter.setPen(m_riskCritical ? colors.bannerText : colors.reminderText);
    painter.drawText(badge, Qt::AlignCenter, m_risk);
    painter.restore();
}

void NodeCard::paintBar(QPainter &painter, const QRect &rect, const QPalette &palette) const
{
    const ThemeColors &colors = themeColors(palette);
    if (m_off)
        return; // an empty bar would look like a number without traffic
    painter.fillRect(rect, colors.plotBackground);
    const double budget = m_budget.valueOr(0);
    if (m_tps.hasValue()) {
        // Without a budget the bar can only show how the events divide.
        const double full = budget > 0 ? budget / kBudgetAt : std::max(m_tps.value(), 0.1) / kBudgetAt;
        double x = rect.left();
        for (const EventKind kind : kEventKinds) {
            const double width = m_byKind[kind].valueOr(0) / full * rect.width();
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
