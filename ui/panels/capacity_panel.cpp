// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/capacity_panel.h"

#include "series/plot_window.h"
#include "text/capacity_text.h"
#include "timeline/capacity.h"
#include "timeline/time_view.h"
#include "widgets/badge.h"
#include "widgets/hour_cells.h"
#include "widgets/value_label.h"

#include <QButtonGroup>
#include <QDateTime>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace barograph {

namespace {

constexpr Millis kCapacityEvery{5'000};
constexpr std::chrono::hours kWeek{24 * 7};
/// In seconds: up to an hour; in minutes: up to eight days; in ten minutes: beyond.
constexpr std::chrono::hours kBySeconds{1};
constexpr std::chrono::hours kByMinutes{24 * 8};

int capacityLevel(Millis span)
{
    if (span <= kBySeconds)
        return 0;
    return span <= kByMinutes ? 2 : 3;
}

UtcSecond localMidnight(UtcTime now)
{
    const auto today = QDateTime::fromMSecsSinceEpoch(unixMillis(now)).date();
    return fromUnixSeconds(today.startOfDay().toSecsSinceEpoch());
}

QLabel *capacityProse(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

CapacityPanel::CapacityPanel(TimeView &view, TimelineStore &store, QWidget *parent)
    : QScrollArea(parent)
    , m_view(view)
    , m_store(store)
    , m_spans(new QButtonGroup(this))
{
    setAccessibleName(tr("Use of the budget"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    auto *switches = new QHBoxLayout;
    switches->setSpacing(2);
    const auto addSpan = [&](Span span, const QString &text, const QString &name) {
        auto *button = new QPushButton(text, content);
        button->setCheckable(true);
        // A frame around the chosen one only: that can be told without any colour.
        button->setFlat(true);
        connect(button, &QPushButton::toggled, button, [button](bool on) { button->setFlat(!on); });
        button->setChecked(span == m_span);
        button->setObjectName(name);
        m_spans->addButton(button, static_cast<int>(span));
        switches->addWidget(button);
    };
    addSpan(Span::Today, tr("Today"), QStringLiteral("capacityToday"));
    addSpan(Span::Week, tr("Last 7 days"), QStringLiteral("capacityWeek"));
    addSpan(Span::OnScreen, tr("On screen"), QStringLiteral("capacityOnScreen"));
    switches->addStretch();
    connect(m_spans, &QButtonGroup::idClicked, this, [this](int id) { setSpan(static_cast<Span>(id)); });

    m_verdict = new MarkLabel(content);
    m_verdict->setWordWrap(true);
    m_reading = new MarkLabel(content);
    m_reading->setWordWrap(true);
    m_reading->hide();
    m_atBudget = new ValueLabel(tr("At 100% of the budget or more"), content);
    m_atEighty = new ValueLabel(tr("At 80% of the budget or more"), content);
    m_highest = new ValueLabel(tr("Busiest second"), content);
    for (ValueLabel *label : {m_atBudget, m_atEighty, m_highest})
        label->setWordWrap(true);
    m_hours = new HourCells(content);
    m_hour = capacityProse(content);
    m_measured = capacityProse(content);
    m_enough = capacityProse(content);
    m_caveat = capacityProse(content);
    m_hour->setForegroundRole(QPalette::PlaceholderText);
    m_hour->setMinimumHeight(2 * m_hour->fontMetrics().height());
    m_hour->setAlignment(Qt::AlignTop);
    QFont slanted = m_caveat->font();
    slanted.setItalic(true);
    m_caveat->setFont(slanted);

    auto *form = new QFormLayout;
    form->setVerticalSpacing(2);
    form->setHorizontalSpacing(8);
    form->addRow(tr("At 100% or more"), m_atBudget);
    form->addRow(tr("At 80% or more"), m_atEighty);
    form->addRow(tr("Busiest second"), m_highest);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addLayout(switches);
    layout->addWidget(m_verdict);
    layout->addLayout(form);
    layout->addSpacing(4);
    layout->addWidget(m_hours);
    layout->addWidget(m_hour);
    layout->addWidget(m_measured);
    layout->addWidget(m_reading);
    layout->addWidget(m_enough);
    layout->addWidget(m_caveat);
    layout->addStretch();
    setWidget(content);
    connect(m_hours, &HourCells::told, this, [this](const QString &words) {
        m_toldHour = words;
        updateHourText();
    });
    updateHourText();
    connect(&m_store, &TimelineStore::changed, this,
            [this](const QString &nodeId) { m_stale = m_stale || nodeId == m_nodeId; });
    connect(&m_view, &TimeView::rangeChanged, this, [this] { m_stale = m_stale || m_span == Span::OnScreen; });
}

void CapacityPanel::updateHourText()
{
    m_hour->setText(m_toldHour.isEmpty()
                        ? tr("Local hours (%1). Striped: at 80% of the budget or more. Solid: at 100%. "
                             "Hatched: not measured.")
                              .arg(utcOffsetText(m_lookedAt))
                        : m_toldHour);
}

void CapacityPanel::setSpan(Span span)
{
    m_spans->button(static_cast<int>(span))->setChecked(true);
    m_span = span;
    m_stale = true;
    if (!m_nodeId.isEmpty())
        lookAgain(m_lookedAt);
}

void CapacityPanel::setNode(const NodeFrame &node, UtcTime now)
{
    const bool other = node.id != m_nodeId;
    m_nodeId = node.id;
    if (other || m_stale || now - m_lookedAt >= kCapacityEvery || now < m_lookedAt)
        lookAgain(now);
}

void CapacityPanel::lookAgain(UtcTime now)
{
    m_stale = false;
    m_lookedAt = now;
    UtcTime from = m_view.left();
    UtcTime to = m_view.right();
    if (m_span != Span::OnScreen) {
        to = now;
        from = m_span == Span::Today ? UtcTime{localMidnight(now)} : now - kWeek;
    }
    const auto range =
        m_store.range(m_nodeId, secondOf(from), std::chrono::ceil<Seconds>(to), capacityLevel(to - from));
    showCapacity(capacityOf(range.buckets, range.first, range.width, QTimeZone::systemTimeZone()), range, now);
}

void CapacityPanel::showCapacity(const Capacity &capacity, const TimelineStore::Range &range, UtcTime now)
{
    const CapacityShare &all = capacity.all;
    if (all.budgetKnown == 0)
        m_verdict->setContent(Mark::Unknown, all.known == 0 ? tr("Nothing is known of this time")
                                                            : tr("The budget was not known in this time"));
    else if (all.atBudget > 0)
        m_verdict->setContent(
            Mark::Critical,
            tr("The budget was used up for %1 of the time").arg(shareText(all.atBudget, all.budgetKnown)));
    else if (all.atEighty > 0)
        m_verdict->setContent(
            Mark::Warning,
            tr("Never used up, but close to it for %1 of the time").arg(shareText(all.atEighty, all.budgetKnown)));
    else
        m_verdict->setContent(Mark::Ok, tr("Not one known second came near the budget"));

    const Truth truth = all.budgetKnown > 0 ? Truth::Measured : Truth::Unknown;
    const QString how = budgetShareHow(all);
    m_atBudget->setValue({budgetShareText(all.atBudget, all), truth, how});
    m_atEighty->setValue({budgetShareText(all.atEighty, all), truth, how});
    const QString when = capacity.highest ? localClock(UtcTime{capacity.highestAt}, now) : QString();
    m_highest->setValue({highestSecondText(capacity, when), capacity.highest ? Truth::Measured : Truth::Unknown,
                         tr("The second in which most events arrived, by webhooks; of equal ones the first.")});
    m_hours->setHours(capacity.hours);
    updateHourText();
    m_measured->setText(measuredText(all));
    m_measured->setToolTip(tr("A second is measured when Barograph listened from its start to its end. Others are not "
                              "counted as quiet."));
    m_enough->setText(enoughText(capacity));
    m_enough->setToolTip(tr("Of the budgets that can be had: 10, 15, 20, 80 and 1,000 TPS."));
    m_caveat->setText(enoughCaveat(capacity));
    m_caveat->setVisible(!m_caveat->text().isEmpty());

    const bool complete = range.completeness == TimelineStore::Completeness::Complete;
    m_reading->setVisible(!complete);
    if (range.completeness == TimelineStore::Completeness::Failed)
        m_reading->setContent(Mark::Critical, tr("Part of this time cannot be read. %1").arg(range.failure));
    else if (!complete)
        m_reading->setContent(Mark::Info, tr("Part of this time is still being read from the history."));
}

} // namespace barograph
