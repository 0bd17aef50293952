// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_table_window.h"

#include "charts/time_chart.h"
#include "widgets/font_scaled.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace barograph {

namespace {

constexpr int kFollowInterval = 1000;
constexpr QSize kTableSize(640, 480);

} // namespace

ChartTableWindow::ChartTableWindow(TimeChart &chart)
    : QWidget(&chart, Qt::Window)
    , m_chart(chart)
    , m_model(chart)
    , m_view(new QTableView(this))
    , m_words(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("%1 as a table").arg(chart.title()));
    m_view->setModel(&m_model);
    m_view->setAccessibleName(windowTitle());
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    // Every row is as high as every other: nobody has to measure thousands.
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_view->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Interactive);
    const QString widest = m_model.headerData(0, Qt::Horizontal).toString() + QStringLiteral("00");
    m_view->setColumnWidth(0, fontMetrics().horizontalAdvance(widest));
    int widestTitle = 0;
    for (int column = 1; column < m_model.columnCount(); ++column)
        widestTitle =
            std::max(widestTitle, fontMetrics().horizontalAdvance(
                                      m_model.headerData(column, Qt::Horizontal).toString() + QStringLiteral("00")));
    m_view->horizontalHeader()->setMinimumSectionSize(widestTitle);
    setMinimumSize(fontScaled(320, font()), fontScaled(200, font()));
    m_words->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(m_view, 1);
    resize(kTableSize);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ChartTableWindow::updateWords);
    connect(&m_clock, &QTimer::timeout, this, &ChartTableWindow::follow);
    m_clock.start(kFollowInterval);
    updateWords();
}

bool ChartTableWindow::isHeld() const
{
    return m_view->selectionModel()->hasSelection();
}

void ChartTableWindow::follow()
{
    if (isVisible() && !isMinimized() && !isHeld())
        m_model.take();
}

void ChartTableWindow::updateWords()
{
    const QString unit = m_chart.unitText();
    m_words->setText(isHeld() ? tr("In %1. The rows stand still while one is chosen; Escape lets it go.").arg(unit)
                              : tr("In %1. The newest is at the top and follows the chart.").arg(unit));
}

void ChartTableWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (isHeld()) {
        m_view->clearSelection();
        follow();
    } else {
        close();
    }
}

} // namespace barograph
