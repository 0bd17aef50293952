// SPDX-License-Identifier: GPL-3.0-or-later
#include "overview/overview_page.h"

#include "overview/situation_bar.h"
#include "overview/tile_grid.h"
#include "widgets/clear_button.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace barograph {

namespace {

constexpr int kPageMargin = 6;
constexpr int kFilterWidth = 420;

} // namespace

OverviewPage::OverviewPage(QWidget *parent)
    : QWidget(parent)
    , m_tiles(new OverviewModel(this))
    , m_situation(new SituationBar(this))
    , m_filter(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_order(new QComboBox(this))
    , m_none(new QLabel(this))
    , m_grid(new TileGrid(m_tiles, this))
{
    m_filter->setObjectName(QStringLiteral("overviewFilter"));
    m_filter->setPlaceholderText(tr("Type to filter: a name, a group, storm, paused, down…"));
    m_filter->setAccessibleName(tr("Filter the overview"));
    addClearButton(*m_filter);
    m_filter->setMaximumWidth(kFilterWidth);
    m_filter->installEventFilter(this);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setObjectName(QStringLiteral("overviewCount"));
    m_order->setObjectName(QStringLiteral("overviewOrder"));
    m_order->setAccessibleName(tr("Order of the tiles"));
    m_order->addItem(tr("Worst first"), QVariant::fromValue(static_cast<int>(TileOrder::Trouble)));
    m_order->addItem(tr("By name"), QVariant::fromValue(static_cast<int>(TileOrder::Name)));
    m_order->addItem(tr("By utilisation"), QVariant::fromValue(static_cast<int>(TileOrder::Utilisation)));
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setMargin(24);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->setObjectName(QStringLiteral("overviewNone"));
    m_none->setVisible(false);

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(kPageMargin, 0, kPageMargin, 0);
    tools->addWidget(m_filter, 2);
    tools->addWidget(m_count);
    tools->addStretch(1);
    tools->addWidget(m_order);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kPageMargin);
    layout->addWidget(m_situation);
    layout->addLayout(tools);
    layout->addWidget(m_none);
    auto *tiles = new QHBoxLayout;
    tiles->setContentsMargins(kPageMargin / 2, 0, kPageMargin / 2, kPageMargin / 2);
    tiles->addWidget(m_grid);
    layout->addLayout(tiles, 1);
    setTabOrder(m_situation, m_filter);
    setTabOrder(m_filter, m_order);
    setTabOrder(m_order, m_grid);

    connect(m_filter, &QLineEdit::textChanged, this, &OverviewPage::applyFilter);
    connect(m_order, &QComboBox::activated, this, [this](int row) {
        m_tiles->setOrder(static_cast<TileOrder>(m_order->itemData(row).toInt()));
        m_grid->setFocus(Qt::OtherFocusReason);
    });
    connect(m_grid, &TileGrid::typed, this, &OverviewPage::startFilter);
    connect(m_grid, &TileGrid::escaped, this, &OverviewPage::endFilter);
    connect(m_grid, &TileGrid::chosen, this, &OverviewPage::chosen);
    connect(m_grid, &TileGrid::opened, this, &OverviewPage::opened);
    connect(m_grid, &TileGrid::menuRequested, this, &OverviewPage::menuRequested);
    connect(m_situation, &SituationBar::openRequested, this, &OverviewPage::opened);
}

void OverviewPage::setFrame(const FramePtr &frame, const SteadyTrouble &troubles, const Situation &situation,
                            UtcTime now)
{
    m_situation->setSituation(situation);
    m_tiles->setFrame(frame, troubles, now);
    updateCount();
}

QString OverviewPage::chosenId() const
{
    return m_grid->currentId();
}

void OverviewPage::choose(const QString &id)
{
    m_grid->setCurrentId(id);
}

void OverviewPage::setOrder(TileOrder order)
{
    m_tiles->setOrder(order);
    m_order->setCurrentIndex(m_order->findData(QVariant::fromValue(static_cast<int>(order))));
}

void OverviewPage::startFilter(const QString &text)
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    if (text.isEmpty())
        m_filter->selectAll();
    else
        m_filter->setText(m_filter->text() + text);
}

void OverviewPage::applyFilter()
{
    m_tiles->setFilter(m_filter->text().trimmed());
    updateCount();
}

void OverviewPage::endFilter()
{
    m_filter->clear();
    m_grid->setFocus(Qt::OtherFocusReason);
}

void OverviewPage::updateCount()
{
    const int all = m_tiles->nodeCount();
    const int shown = m_tiles->rowCount();
    const QString count = m_tiles->filter().isEmpty() ? tr("%n number(s)", nullptr, all)
                                                      : tr("%1 of %n number(s)", nullptr, all).arg(shown);
    if (count != m_count->text())
        m_count->setText(count);
    const bool none = shown == 0 && !m_tiles->filter().isEmpty();
    if (none) {
        m_none->setText(tr("No number has “%1” in its name, group or state. Escape shows all again.")
                            .arg(m_tiles->filter().left(40)));
    }
    m_none->setVisible(none);
}

bool OverviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            endFilter();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            // What is found first, unless what was chosen is among it.
            if (m_grid->currentId().isEmpty() && m_tiles->rowCount() > 0)
                m_grid->setCurrentIndex(m_tiles->index(0));
            m_grid->setFocus(Qt::OtherFocusReason);
            if (key != Qt::Key_Down && m_tiles->rowCount() == 1)
                Q_EMIT opened(m_tiles->idAt(0));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace barograph
