// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/incoming_panel.h"

#include "incoming/queue_risk.h"
#include "text/incoming_text.h"
#include "text/reading_text.h"
#include "widgets/badge.h"
#include "widgets/queue_gauge.h"
#include "widgets/value_label.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace barograph {

namespace {

Mark markOfQueue(QueueRisk risk)
{
    switch (risk) {
    case QueueRisk::Losing:
    case QueueRisk::Imminent:
    case QueueRisk::Soon:
        return Mark::Critical;
    case QueueRisk::Watch:
        return Mark::Warning;
    case QueueRisk::None:
        return Mark::Ok;
    case QueueRisk::Unknown:
        break;
    }
    return Mark::Unknown;
}

Mark markOfBot(BotRisk risk)
{
    switch (risk) {
    case BotRisk::None:
        return Mark::Ok;
    case BotRisk::Late:
    case BotRisk::Slow:
    case BotRisk::Failing:
        return Mark::Warning;
    case BotRisk::Dead:
        return Mark::Critical;
    case BotRisk::Unknown:
        break;
    }
    return Mark::Unknown;
}

Mark markOfSize(const BotServerView &view)
{
    if (!view.entered || !view.needed)
        return Mark::Unknown;
    if (view.tooSmall)
        return Mark::Warning;
    return view.beyondPublished ? Mark::Unknown : Mark::Ok;
}

QLabel *headingOf(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

QLabel *proseOf(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

ShownValue shownPace(const Reading<double> &perSecond, const QString &source, UtcTime now)
{
    ShownValue shown = shownRate(perSecond, source, now);
    if (perSecond.hasValue())
        shown.text = IncomingPanel::tr("%1 a second").arg(shown.text);
    return shown;
}

ShownValue shownLag(const IncomingView &view, UtcTime now)
{
    const QString source = IncomingPanel::tr("arrival minus the event's own time, of received messages and receipts, "
                                             "with the clocks' difference taken out; ± 1 s");
    return shownDuration(view.lag, source, now);
}

} // namespace

IncomingPanel::IncomingPanel(QWidget *parent)
    : QScrollArea(parent)
{
    setAccessibleName(tr("Incoming queue and the bot's server"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    m_depth = new MarkLabel(content);
    m_gauge = new QueueGauge(content);
    m_forecast = new MarkLabel(content);
    m_advice = proseOf(content);
    m_how = proseOf(content);
    m_growth = new ValueLabel(tr("Growth of the queue"), content);
    m_atRisk = new ValueLabel(tr("Messages at risk"), content);
    m_lag = new ValueLabel(tr("Lag without the clocks' difference"), content);
    m_skew = new ValueLabel(tr("Difference of the clocks"), content);
    m_pendingOut = new ValueLabel(tr("Outgoing messages pending at the node"), content);
    m_age = new ValueLabel(tr("Age of the depth"), content);
    m_botAnswer = new MarkLabel(content);
    m_botSize = new MarkLabel(content);
    m_botPace = new ValueLabel(tr("Callbacks made"), content);
    QFont large = m_depth->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.15);
    m_depth->setFont(large);
    for (MarkLabel *label : {m_depth, m_forecast, m_botAnswer, m_botSize})
        label->setWordWrap(true);
    for (ValueLabel *label : {m_growth, m_atRisk, m_lag, m_skew, m_pendingOut, m_age, m_botPace})
        label->setWordWrap(true);

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(m_depth);
    layout->addWidget(m_gauge);
    layout->addWidget(m_forecast);
    layout->addWidget(m_advice);
    layout->addWidget(m_how);
    m_grid = new QGridLayout;
    m_grid->setVerticalSpacing(2);
    m_grid->setHorizontalSpacing(8);
    const auto add = [&](const QString &name, ValueLabel *value) {
        m_figures.push_back({new QLabel(name, content), value});
    };
    add(tr("At risk"), m_atRisk);
    add(tr("Growth"), m_growth);
    add(tr("Lag"), m_lag);
    add(tr("Clocks"), m_skew);
    add(tr("Pending out"), m_pendingOut);
    add(tr("As of"), m_age);
    layout->addLayout(m_grid);
    layout->addSpacing(6);
    layout->addWidget(headingOf(tr("The bot's server"), content));
    layout->addWidget(m_botAnswer);
    layout->addWidget(m_botSize);
    auto *pace = new QHBoxLayout;
    pace->setSpacing(8);
    pace->addWidget(new QLabel(tr("Callbacks"), content));
    pace->addWidget(m_botPace, 1);
    layout->addLayout(pace);
    layout->addStretch();
    setWidget(content);
    arrangeFigures();
}

void IncomingPanel::arrangeFigures()
{
    constexpr int kTwoColumnsFrom = 520;
    const int columns = width() >= kTwoColumnsFrom ? 2 : 1;
    if (columns == m_columns)
        return;
    m_columns = columns;
    const int rows = (static_cast<int>(m_figures.size()) + columns - 1) / columns;
    for (int i = 0; i < static_cast<int>(m_figures.size()); ++i) {
        const Figure &figure = m_figures[static_cast<std::size_t>(i)];
        const int column = i / rows * 2;
        m_grid->addWidget(figure.name, i % rows, column, Qt::AlignTop);
        m_grid->addWidget(figure.value, i % rows, column + 1, Qt::AlignTop);
    }
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(3, columns - 1);
}

void IncomingPanel::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    arrangeFigures();
}

void IncomingPanel::setQueue(const NodeFrame &node, UtcTime now)
{
    const IncomingView &view = node.incoming;
    const auto risk = riskOf(view);
    const QString depth = incomingDepthText(view, now);
    const QString forecast = incomingForecastText(view);
    const QString how = incomingHowText(view);
    const bool never = view.depth.truth() == Truth::NotSupported;
    m_depth->setContent(never ? Mark::Info : markOfQueue(risk), tr("Incoming: %1").arg(depth));
    m_depth->setToolTip(how);
    m_gauge->setView(view, tr("%1 of %2; %3").arg(depth, formatCount(view.capacity), forecast));
    m_gauge->setToolTip(tr("Logarithmic, up to the capacity of %1 in this number's configuration. %2")
                            .arg(formatCount(view.capacity), how));
    m_forecast->setContent(markOfQueue(risk), forecast);
    m_forecast->setVisible(!forecast.isEmpty());
    const QString advice = incomingAdvice(view, node.botServer);
    m_advice->setText(advice);
    m_advice->setVisible(!advice.isEmpty());
    m_how->setText(how);

    m_growth->setValue({incomingGrowthText(view), view.growthPerSecond.truth(),
                        tr("The usual slope of the last 30 to 60 seconds; single outliers do not count.")});
    m_atRisk->setValue({atRiskText(view), view.atRisk.truth(),
                        tr("Incoming messages, without receipts, that find the queue full within the next hour if all "
                           "goes on like this.")});
    m_lag->setValue(shownLag(view, now));
    m_skew->setValue({clockSkewText(view.clockSkew, now), view.clockSkew.truth(),
                      view.clockSkew.truth() == Truth::Estimated
                          ? tr("By the smallest lag of the last half hour: a lag is never negative.")
                          : tr("By the Date of the node's answers.")});
    m_pendingOut->setValue(shownCount(view.pendingOut, tr("told by the node: accepted and not yet sent"), now));
    if (view.depth.hasValue())
        m_age->setValue({formatAge(view.depth.takenAt(), now), view.depth.truth(),
                         tr("When the depth was read, or last worked out.")});
    else
        m_age->setValue({formatReading(view.depth, now), view.depth.truth(), how});
}

void IncomingPanel::setBot(const NodeFrame &node, UtcTime now)
{
    const BotServerView &view = node.botServer;
    const bool never = view.latency.truth() == Truth::NotSupported;
    m_botAnswer->setContent(never ? Mark::Info : markOfBot(riskOf(view)), botAnswerText(view, now));
    m_botAnswer->setToolTip(tr("Mean of the last 10 to 60 seconds, by the node's own counters of the callbacks that it "
                               "made to the webhook address that is set on it."));
    m_botSize->setContent(markOfSize(view), botSizeText(view, node.allocatedTps));
    m_botSize->setToolTip(tr("Published: 2 CPU/2 GB for up to 10 TPS, 4 CPU/4 GB for 15, 6 CPU/6 GB for 20. Enter the "
                             "bot's server in this number's configuration."));
    m_botPace->setValue(shownPace(view.perSecond, tr("callbacks per second, counted by the node"), now));
}

void IncomingPanel::setNode(const NodeFrame &node, UtcTime now)
{
    setQueue(node, now);
    setBot(node, now);
    m_badge = riskBadge(node);
    m_needsAttention = node.enabled && (!m_badge.isEmpty() || node.botServer.tooSmall);
}

} // namespace barograph
