// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/storms_panel.h"

#include "items/storm_list_model.h"
#include "text/numbers.h"
#include "text/storm_text.h"
#include "theme/colors.h"
#include "widgets/shown_value.h"
#include "widgets/table_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolTip>
#include <QVBoxLayout>

namespace barograph {

namespace {

/// From these widths on there is room for more.
constexpr int kPercentFrom = 150;
constexpr int kRateFrom = 640;
constexpr int kRemainingFrom = 760;
constexpr int kAllColumnsFrom = 940;
constexpr int kNameWidth = 130;

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
            const bool wide = option->rect.width() >= kPercentFrom;
            option->text = wide ? StormsPanel::tr("%1 of %2 (%3)")
                                      .arg(formatCount(storm.seen()), option->text, formatPercent(shareOf(storm)))
                                : StormsPanel::tr("%1 of %2").arg(formatCount(storm.seen()), option->text);
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

/// Without its seconds, which no forecast is worth.
QString shortClock(UtcTime at, UtcTime now)
{
    const QString clock = localClock(at, now);
    return clock.left(clock.size() - 3);
}

} // namespace

/// The forecast in words, in the operator's own time.
class ForecastDelegate : public TruthDelegate
{
public:
    using TruthDelegate::TruthDelegate;

    void setNow(UtcTime now) { m_now = now; }

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        TruthDelegate::initStyleOption(option, index);
        option->text = forecastText(index.data(StormRole).value<StormView>(), m_now, clock());
    }

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem & /*option*/,
                   const QModelIndex &index) override
    {
        if (event->type() != QEvent::ToolTip || !index.isValid())
            return false;
        QToolTip::showText(event->globalPos(), forecastReason(index.data(StormRole).value<StormView>(), m_now, clock()),
                           view);
        return true;
    }

private:
    ClockText clock() const
    {
        return [now = m_now](UtcTime at) { return shortClock(at, now); };
    }

    UtcTime m_now{};
};

StormsPanel::StormsPanel(QWidget *parent)
    : QWidget(parent)
    , m_storms(new StormListModel(this))
    , m_forecast(new ForecastDelegate(this))
    , m_table(new TableView(m_storms, tr("Storms"), this))
    , m_note(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2);
    layout->addWidget(m_table, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(6, 0, 4, 2);
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    foot->addWidget(m_note, 1);
    auto *cost = new QPushButton(tr("What would a message &cost?"), this);
    cost->setToolTip(tr("Receipts, minutes of the budget and what could be lost, before you send to groups."));
    connect(cost, &QPushButton::clicked, this, &StormsPanel::calculatorRequested);
    foot->addWidget(cost, 0, Qt::AlignBottom);
    layout->addLayout(foot);
    m_table->setItemDelegateForColumn(StormListModel::ForecastColumn, m_forecast);
    m_table->setItemDelegateForColumn(StormListModel::FanOutColumn, new FanOutDelegate(m_table));
    m_table->setColumnHidden(StormListModel::NodeColumn, true);
    m_table->sortBy(StormListModel::RateColumn, Qt::DescendingOrder);
    QHeaderView *header = m_table->header();
    header->moveSection(header->visualIndex(StormListModel::FanOutColumn), 2);
    header->moveSection(header->visualIndex(StormListModel::ForecastColumn), 3);
    header->moveSection(header->visualIndex(StormListModel::ShareColumn), 5);
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(StormListModel::FanOutColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(40);
    // A long subject is cut, and told whole by the hover.
    header->setSectionResizeMode(StormListModel::MessageColumn, QHeaderView::Interactive);
    header->resizeSection(StormListModel::MessageColumn, kNameWidth);
    // Told by the bar, the participants themselves and the hover: room for the bar and the words matters more.
    for (const int column :
         {StormListModel::RemainingColumn, StormListModel::DeliveriesColumn, StormListModel::ReadsColumn,
          StormListModel::ParticipantsColumn, StormListModel::SinceColumn})
        m_table->setColumnHidden(column, true);
}

void StormsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= kAllColumnsFrom;
    m_table->setColumnHidden(StormListModel::RateColumn, width() < kRateFrom);
    m_table->setColumnHidden(StormListModel::RemainingColumn, width() < kRemainingFrom);
    for (const int column :
         {StormListModel::DeliveriesColumn, StormListModel::ReadsColumn, StormListModel::SinceColumn})
        m_table->setColumnHidden(column, !wide);
}

/// What holds for all of the forecasts is said once.
void StormsPanel::updateNote(const NodeFrame &node)
{
    const auto has = [&node](ForecastBasis basis) {
        return std::any_of(node.storms.begin(), node.storms.end(),
                           [basis](const StormView &storm) { return storm.forecast.basis == basis; });
    };
    if (has(ForecastBasis::UpperBound))
        m_note->setText(tr("No earlier storm to learn from yet: times are for everybody reading at once."));
    else if (has(ForecastBasis::History))
        m_note->setText(
            tr("Forecasts are learnt from %1.").arg(earlierStormsText(node.storms.front().forecast.earlierStorms)));
    else
        m_note->clear();
}

void StormsPanel::setNode(const FramePtr &frame, const NodeFrame &node, UtcTime now)
{
    m_forecast->setNow(now);
    m_storms->setNode(node.id);
    m_storms->setFrame(frame, now);
    updateNote(node);
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
