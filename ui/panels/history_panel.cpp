// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/history_panel.h"

#include "items/control_history_model.h"
#include "theme/colors.h"
#include "theme/icons.h"
#include "widgets/shown_value.h"
#include "widgets/table_view.h"

#include <QDateTime>
#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

namespace barograph {

namespace {

Mark markOfOutcome(ControlOutcome outcome)
{
    switch (outcome) {
    case ControlOutcome::Verified:
        return Mark::Ok;
    case ControlOutcome::Unverified:
    case ControlOutcome::Failed:
        return Mark::Critical;
    case ControlOutcome::Cancelled:
        break;
    }
    return Mark::Info;
}

class OutcomeDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const ThemeColors &colors = themeColors(option->palette);
        const Mark mark = markOfOutcome(static_cast<ControlOutcome>(index.data(OutcomeRole).toInt()));
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
        option->icon = markIcon(mark, option->palette);
        if (mark != Mark::Critical)
            return;
        option->font.setBold(true);
        option->palette.setColor(QPalette::Text, colors.critical);
    }
};

/// The model's times are UTC; the operator's clock is not.
class LocalTimeDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QDateTime at = index.data(TimeRole).toDateTime();
        option->text = at.toLocalTime().toString(QStringLiteral("MM-dd HH:mm:ss"));
    }
};

} // namespace

HistoryPanel::HistoryPanel(QWidget *parent)
    : QWidget(parent)
    , m_history(new ControlHistoryModel(this))
    , m_table(new TableView(m_history, tr("Controls and how they ended"), this))
    , m_restore(new QPushButton(tr("Re&store previous state…"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2, 0, 2, 0); // for the frame of the focus
    layout->setSpacing(2);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_restore, 0, Qt::AlignRight);
    m_table->setItemDelegateForColumn(ControlHistoryModel::OutcomeColumn, new OutcomeDelegate(m_table));
    m_table->setItemDelegateForColumn(ControlHistoryModel::TimeColumn, new LocalTimeDelegate(m_table));
    m_table->setEmptyText(tr("Nothing has been changed on any node or queue."));
    m_table->sortBy(ControlHistoryModel::TimeColumn, Qt::DescendingOrder);
    // The outcome must never be what is cut off.
    QHeaderView *header = m_table->header();
    header->moveSection(header->visualIndex(ControlHistoryModel::OutcomeColumn), 1);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    // The last one gets what is left, and where nothing is left at least room for its heading.
    const int least = header->sectionSizeHint(ControlHistoryModel::DetailColumn);
    header->setDefaultSectionSize(std::max(header->defaultSectionSize(), least));
    header->setMinimumSectionSize(least);
    header->setStretchLastSection(true);
    m_restore->setToolTip(tr("Puts back what the chosen control had found. Shows first what would change."));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryPanel::updateButton);
    connect(m_restore, &QPushButton::clicked, this, [this] {
        const QModelIndex row = m_table->currentIndex();
        Q_EMIT restoreRequested(row.data(NodeIdRole).toString(), row.data(ControlIdRole).toString());
    });
    updateButton();
}

void HistoryPanel::setResults(const std::vector<ControlResult> &results)
{
    for (const ControlResult &result : results)
        m_history->append(result);
    m_needsAttention = false;
}

void HistoryPanel::addResult(const ControlResult &result)
{
    m_history->append(result);
    m_needsAttention = result.outcome == ControlOutcome::Unverified || result.outcome == ControlOutcome::Failed;
}

void HistoryPanel::setControlsEnabled(bool enabled)
{
    m_controlsEnabled = enabled;
    updateButton();
}

void HistoryPanel::updateButton()
{
    m_restore->setEnabled(m_controlsEnabled && m_table->currentIndex().data(RestorableRole).toBool());
}

} // namespace barograph
