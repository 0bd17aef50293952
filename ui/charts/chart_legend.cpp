// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_legend.h"

#include "charts/legend_key.h"
#include "charts/time_chart.h"
#include "widgets/flow_layout.h"
#include "widgets/value_label.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace barograph {

namespace {

/// Room for most values from the start.
const QString &usualValue()
{
    static const QString kUsual = QStringLiteral("888.8");
    return kUsual;
}

/// Grows with what it shows and never shrinks.
void setSteadily(ValueLabel &label, const ShownValue &value)
{
    label.setValue(value);
    if (label.sizeHint().width() > label.minimumWidth())
        label.setMinimumWidth(label.sizeHint().width());
}

} // namespace

ChartLegend::ChartLegend(TimeChart &chart, QWidget *parent)
    : QWidget(parent)
    , m_chart(chart)
    , m_flow(new FlowLayout(14, 2, this))
{
    m_flow->setContentsMargins(4, 0, 4, 0);
}

void ChartLegend::make()
{
    m_entries.resize(m_chart.seriesCount());
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const ChartSeries series = m_chart.series(i);
        auto *group = new QWidget(this);
        auto *layout = new QHBoxLayout(group);
        layout->setContentsMargins({});
        layout->setSpacing(4);
        Entry &entry = m_entries[i];
        entry.key = new LegendKey(m_chart, i, group);
        layout->addWidget(entry.key);
        if (series.role != SeriesRole::Key) {
            entry.value = new ValueLabel(tr("%1, %2").arg(series.name, m_chart.unitText()), group);
            QFont bold = entry.value->font();
            bold.setBold(true);
            entry.value->setFont(bold);
            entry.value->setMinimumWidth(entry.value->fontMetrics().horizontalAdvance(usualValue()));
            entry.note = new ValueLabel(tr("%1, what is not told").arg(series.name), group);
            entry.note->hide();
            layout->addWidget(entry.value);
            layout->addWidget(entry.note);
        }
        m_flow->addWidget(group);
    }
    makeModes();
}

void ChartLegend::makeModes()
{
    const QStringList modes = m_chart.modes();
    if (modes.size() < 2)
        return;
    m_modes = new QToolButton(this);
    m_modes->setPopupMode(QToolButton::InstantPopup);
    m_modes->setAutoRaise(true);
    m_modes->setFocusPolicy(Qt::TabFocus);
    m_modes->setAccessibleName(tr("How the chart is drawn"));
    auto *menu = new QMenu(m_modes);
    auto *group = new QActionGroup(menu);
    for (int i = 0; i < modes.size(); ++i) {
        QAction *action = menu->addAction(modes[i]);
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, i] { m_chart.setMode(i); });
    }
    m_modes->setMenu(menu);
    m_flow->addWidget(m_modes);
}

void ChartLegend::showValues(std::optional<int> column)
{
    if (m_entries.empty())
        make();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        Entry &entry = m_entries[i];
        entry.key->renew();
        if (!entry.value)
            continue;
        setSteadily(*entry.value, column ? m_chart.shownAt(i, *column) : m_chart.newest(i));
        const ShownValue note = m_chart.seriesNote(i);
        entry.note->setValue(note);
        entry.note->setVisible(!note.text.isEmpty());
    }
    if (m_modes && m_modes->text() != m_chart.modes().value(m_chart.mode())) {
        m_modes->setText(m_chart.modes().value(m_chart.mode()));
        m_modes->menu()->actions().at(m_chart.mode())->setChecked(true);
    }
}

QWidget *ChartLegend::keyOf(std::size_t which) const
{
    return which < m_entries.size() && m_entries[which].key->isCheckable() ? m_entries[which].key : nullptr;
}

} // namespace barograph
