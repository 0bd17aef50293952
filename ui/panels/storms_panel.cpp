// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/storms_panel.h"

#include "items/storm_list_model.h"
#include "text/numbers.h"
#include "text/storm_text.h"
#include "theme/colors.h"
#include "widgets/font_scaled.h"
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
constexpr int kHeaderMargin = 10;

/// Room for a bar with words on it.
constexpr int kRowRoom = 10;
constexpr int kTimeBarHeight = 4;

/// How much of the fan-out has been seen, as a bar behind the words, with a mark where it is expected to end. Without a
/// known fan-out there is no bar.
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

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return TruthDelegate::sizeHint(option, index) + QSize(0, kRowRoom);
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
            const auto &expected = storm.forecast.expectedReceipts;
            if (expected.hasValue() && expected.value() < storm.fanOut.value()) {
                // Two wedges that point at where it is expected to stop, so that the words stay readable.
                const qreal x = frame.left() + frame.width() * expected.value() / storm.fanOut.value();
                painter->save();
                painter->setRenderHint(QPainter::Antialiasing);
                painter->setPen(Qt::NoPen);
                painter->setBrush(option.palette.color(QPalette::Text));
                painter->drawPolygon(QPolygonF({{x - 4, frame.top()}, {x + 4, frame.top()}, {x, frame.top() + 5}}));
                painter->drawPolygon(
                    QPolygonF({{x - 4, frame.bottom()}, {x + 4, frame.bottom()}, {x, frame.bottom() - 5}}));
                painter->restore();
            }
        }
        TruthDelegate::paint(painter, option, index);
    }

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override
    {
        const auto storm = index.data(StormRole).value<StormView>();
        const auto &expected = storm.forecast.expectedReceipts;
        if (event->type() != QEvent::ToolTip || !index.isValid() || !expected.hasValue())
            return TruthDelegate::helpEvent(event, view, option, index);
        QToolTip::showText(event->globalPos(),
                           StormsPanel::tr("%1 receipts seen, %2 expected in all (the wedges), %3 if everybody reads.")
                               .arg(formatCount(storm.seen()), formatCount(expected.value()),
                                    storm.fanOut.hasValue() ? formatCount(storm.fanOut.value())
                                                            : StormsPanel::tr("an unknown number")),
                           view);
        return true;
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
        const auto storm = index.data(StormRole).value<StormView>();
        option->text = forecastText(storm, m_now, clock());
        if (storm.active && storm.forecast.end && *storm.forecast.end > m_now) {
            option->text = StormsPanel::tr("%1 left: %2", "time until a storm ends, its forecast")
                               .arg(formatDuration(*storm.forecast.end - m_now), option->text);
            // The line of time is below.
            option->displayAlignment = Qt::AlignLeft | Qt::AlignTop;
        }
    }

    /// The time from its beginning to its latest end as a line below the words: what has passed, and the band in which
    /// it will end.
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        TruthDelegate::paint(painter, option, index);
        const auto storm = index.data(StormRole).value<StormView>();
        const StormForecast &forecast = storm.forecast;
        if (!storm.active || !forecast.end || *forecast.end <= storm.firstSeen)
            return;
        const UtcTime last = std::max(forecast.latest.value_or(*forecast.end), *forecast.end);
        const auto whole = static_cast<double>((last - storm.firstSeen).count());
        const QRectF line(option.rect.left() + 3, option.rect.bottom() - kTimeBarHeight, option.rect.width() - 8,
                          kTimeBarHeight - 1);
        const auto xOf = [&](UtcTime at) {
            const double share = static_cast<double>((at - storm.firstSeen).count()) / whole;
            return line.left() + line.width() * std::clamp(share, 0.0, 1.0);
        };
        const ThemeColors &colors = themeColors(option.palette);
        painter->fillRect(line, colors.grid);
        const qreal from = xOf(forecast.earliest.value_or(*forecast.end));
        painter->fillRect(QRectF(from, line.top(), line.right() - from, line.height()),
                          QBrush(colors.axisText, Qt::Dense5Pattern));
        painter->fillRect(QRectF(line.left(), line.top(), xOf(m_now) - line.left(), line.height()), colors.info);
        painter->fillRect(QRectF(xOf(*forecast.end) - 1, line.top() - 2, 2, line.height() + 2),
                          option.palette.color(QPalette::Text));
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
    layout->setContentsMargins(2, 0, 2, 0); // for the frame of the focus
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
    // The time left comes first in its words; what is cut off is in the hover.
    header->setSectionResizeMode(StormListModel::ForecastColumn, QHeaderView::Stretch);
    // Those that stretch would otherwise give way before the rest scrolls.
    int widest = 0;
    for (const int column : {StormListModel::FanOutColumn, StormListModel::ForecastColumn})
        widest = std::max(widest, fontMetrics().horizontalAdvance(
                                      m_storms->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()));
    header->setMinimumSectionSize(widest + kHeaderMargin);
    // A long subject is cut, and told whole by the hover.
    header->setSectionResizeMode(StormListModel::MessageColumn, QHeaderView::Interactive);
    header->resizeSection(StormListModel::MessageColumn, fontScaled(kNameWidth, font()));
    // Told by the bar, the participants themselves and the hover: room for the bar and the words matters more.
    for (const int column :
         {StormListModel::RemainingColumn, StormListModel::DeliveriesColumn, StormListModel::ReadsColumn,
          StormListModel::ParticipantsColumn, StormListModel::SinceColumn})
        m_table->setColumnHidden(column, true);
}

void StormsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() >= fontScaled(kAllColumnsFrom, font());
    m_table->setColumnHidden(StormListModel::RateColumn, width() < fontScaled(kRateFrom, font()));
    m_table->setColumnHidden(StormListModel::RemainingColumn, width() < fontScaled(kRemainingFrom, font()));
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
        m_note->setText(learntFromText(node.storms.front().forecast.earlierStorms));
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
