// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"
#include "core/reading.h"
#include "health/health.h"

#include <QFont>
#include <QPalette>
#include <QRect>

class QModelIndex;
class QPainter;

namespace barograph {

struct ThemeColors;

/// One node in the list, painted from its row of the NodeListModel: state in a shape and a word, what its budget is
/// spent on, lag, age of the last event.
class NodeCard
{
public:
    explicit NodeCard(const QModelIndex &index);

    static int heightFor(const QFont &font);
    void paint(QPainter &painter, const QRect &rect, const QFont &font, const QPalette &palette, bool selected) const;
    /// All that the card says, for screen readers and for the hover.
    QString text() const;
    /// E.g. "131% of 20 TPS", "at least 40% of 20 TPS" where a part is not visible, "12.4/s, budget unknown", "rate
    /// unknown". Short: without the budget.
    QString loadText(bool isShort = false) const;

private:
    QString stateLine() const;
    QString agesText() const;
    /// What else must be seen at once: STORM, PAUSED.
    QString notes() const;
    int riskWidth(const QFont &font) const;
    void paintRisk(QPainter &painter, const QRect &row, const QFont &font, const ThemeColors &colors) const;
    void paintBar(QPainter &painter, const QRect &rect, const QPalette &palette) const;

    QString m_name;
    NodeState m_state;
    QString m_stateText;
    QString m_why;
    QString m_utilisation;
    QString m_lag;
    QString m_lastEvent;
    QString m_badges;
    QString m_risk;    ///< e.g. "FILLS IN 11 MIN"
    QString m_riskHow; ///< sentences
    bool m_riskCritical;
    QString m_notVisible; ///< what webhooks never tell of this node
    bool m_simulated;
    bool m_off; ///< switched off by the operator
    Reading<double> m_tps;
    Reading<double> m_budget;
    ByKind<Reading<double>> m_byKind;
};

} // namespace barograph
