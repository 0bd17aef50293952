// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/database_stats_dialog.h"

#include "text/numbers.h"
#include "widgets/badge.h"
#include "widgets/font_scaled.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace barograph {

namespace {

constexpr int kMostRowsShown = 10;

/// As high as its rows, up to a few: no empty box below them.
void fitHeight(QTreeWidget &table)
{
    const int rows = std::min(table.topLevelItemCount(), kMostRowsShown);
    const int row = table.sizeHintForRow(0);
    table.setFixedHeight(rows * row + table.header()->sizeHint().height() + 2 * table.frameWidth());
}

} // namespace

DatabaseStatsDialog::DatabaseStatsDialog(const QString &nodeId, const QString &nodeName, QWidget *parent)
    : FittedDialog(parent)
    , m_nodeId(nodeId)
    , m_nodeName(nodeName)
    , m_heading(new QLabel(this))
    , m_words(new MarkLabel(this))
    , m_progress(new QProgressBar(this))
    , m_table(new QTreeWidget(this))
{
    setWindowTitle(tr("Database statistics"));
    auto *layout = new QVBoxLayout(this);
    layout->addStrut(fontScaled(520, font())); // a minimum of the window would undo that of its texts
    layout->setSpacing(10);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setWordWrap(true);
    QFont bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_heading->setText(tr("Count what is in the database of %1?").arg(nodeName));
    layout->addWidget(m_heading);
    m_words->setWordWrap(true);
    m_words->setContent(Mark::Warning,
                        tr("The node counts contacts, messages and receipts one by one. On a large database that takes "
                           "long and can slow the node down while it lasts; Meta's own reference warns of it. Choose a "
                           "quiet time. It is asked once, and never by itself."));
    layout->addWidget(m_words);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Waiting for the node"));
    m_progress->setVisible(false);
    layout->addWidget(m_progress);
    m_table->setHeaderLabels({tr("In the database"), tr("Number")});
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAccessibleName(tr("Database statistics"));
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->header()->setStretchLastSection(false);
    m_table->setVisible(false);
    layout->addWidget(m_table);
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(this);
    m_count = buttons->addButton(tr("C&ount now"), QDialogButtonBox::ActionRole);
    m_count->setAutoDefault(false);
    m_close = buttons->addButton(QDialogButtonBox::Cancel);
    m_close->setDefault(true);
    layout->addWidget(buttons);
    connect(m_count, &QPushButton::clicked, this, &DatabaseStatsDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void DatabaseStatsDialog::start()
{
    m_heading->setText(tr("%1 is counting").arg(m_nodeName));
    m_words->setContent(Mark::Info,
                        tr("That may take up to two minutes. The window can be used meanwhile; closing this "
                           "does not stop the node."));
    m_progress->setVisible(true);
    m_table->setVisible(false);
    m_count->setEnabled(false);
    m_close->setText(tr("&Close"));
    Q_EMIT requested(m_nodeId);
}

void DatabaseStatsDialog::finish(const DatabaseStats &stats)
{
    m_progress->setVisible(false);
    m_count->setEnabled(true);
    m_count->setText(tr("C&ount again"));
    m_close->setText(tr("&Close"));
    if (stats.error.isEmpty()) {
        m_heading->setText(tr("In the database of %1").arg(m_nodeName));
        m_words->setContent(Mark::Ok,
                            tr("Counted %1, which took %2.").arg(formatUtc(stats.askedAt), formatDuration(stats.took)));
        showFigures(stats);
    } else {
        m_heading->setText(tr("The database of %1 was not counted").arg(m_nodeName));
        m_words->setContent(Mark::Critical, stats.error);
    }
    adjustSize();
}

void DatabaseStatsDialog::showFigures(const DatabaseStats &stats)
{
    m_table->clear();
    for (const DatabaseFigure &figure : stats.figures) {
        auto *row = new QTreeWidgetItem(m_table, {databaseFigureText(figure), formatCount(figure.value)});
        row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_table->setVisible(true);
    fitHeight(*m_table);
}

} // namespace barograph
