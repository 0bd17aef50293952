// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/storms_panel.h"

#include "items/storm_list_model.h"
#include "text/numbers.h"
#include "theme/colors.h"
#include "widgets/table_view.h"

#include <QHeaderView>
#include <QPainter>
#include <QVBoxLayout>

namespace barograph {

namespace {

/// How much of the fan-out has been seen, as a bar behind the words. Without a known fan-out there is no bar.
class FanOutDelegate : public TruthDelegate
{
public:
    using TruthDelegate::TruthDelegate;

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        TruthDelegate::initStyleOption(option, index);
        const auto storm = index.data(StormRole).value<StormView>();
        if (storm.fanOut.hasValue() && storm.fanOut.value() > 0) {
            option->text = StormsPanel::tr("%1 of %2 (%3)")
                               .arg(formatCount(storm.seen()), option->text, formatPercent(shareOf(storm)));
        }
        option->displayAlignment = Qt::AlignCenter;
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto storm = index.data(StormRole).value<StormView>();
        if (storm.fanOut.hasValue() && storm.fanOut.value() > 0) {
            const ThemeColors &colors = themeColors(option.palette);
            const QRectF frame = QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5);
            QColor fill = colors.kind(EventKind::Read);
            fill.setAlpha(110);
            QRectF seen = frame;
            seen.setWidth(frame.width() * shareOf(storm));
            painter->fillRect(seen, fill);
            painter->setPen(colors.baseline);
            painter->drawRect(frame);
        }
        TruthDelegate::paint(painter, option, index);
    }

private:
    static double shareOf(const StormView &storm)
    {
        return std::min(1.0, static_cast<double>(storm.seen()) / storm.fanOut.value());
    }
};

} // namespace

StormsPanel::StormsPanel(QWidget *parent)
    : QWidget(parent)
    , m_storms(new StormListModel(this))
    , m_table(new TableView(m_storms, tr("Storms"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_table);
    m_table->setItemDelegateForColumn(StormListModel::FanOutColumn, new FanOutDelegate(m_table));
    m_table->setColumnHidden(StormListModel::NodeColumn, true);
    m_table->sortBy(StormListModel::RateColumn, Qt::DescendingOrder);
    QHeaderView *header = m_table->header();
    header->moveSection(header->visualIndex(StormListModel::FanOutColumn), 2);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(StormListModel::FanOutColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(40);
    // Told by the participants themselves, and the hover: room for the bar matters more.
    m_table->setColumnHidden(StormListModel::SinceColumn, true);
}

void StormsPanel::setNode(const FramePtr &frame, const NodeFrame &node, UtcTime now)
{
    m_storms->setNode(node.id);
    m_storms->setFrame(frame, now);
    const bool blind = node.callbacks.hasValue() && !node.callbacks.value().delivered && !node.callbacks.value().read;
    const auto toldInGroups = [&node](EventKind kind) { return node.visibility.group[kind]; };
    const auto both = [&](Visibility wanted) {
        return toldInGroups(EventKind::Delivery) == wanted && toldInGroups(EventKind::Read) == wanted;
    };
    if (both(Visibility::NotVisible))
        m_table->setEmptyText(tr("Not visible: this kind of node does not tell receipts of group messages, so storms "
                                 "cannot be seen."));
    else if (blind)
        m_table->setEmptyText(tr("Storms cannot be seen while delivered and read callbacks are off."));
    else if (!node.tps[1].hasValue())
        m_table->setEmptyText(tr("Not known: nothing can be counted for this number at present."));
    else if (both(Visibility::BySettings))
        m_table->setEmptyText(tr("No storm seen. Receipts of group messages come only if the node is set up to tell "
                                 "them."));
    else
        m_table->setEmptyText(tr("No storm: no message is drawing receipts faster than the budget can carry."));
}

} // namespace barograph
