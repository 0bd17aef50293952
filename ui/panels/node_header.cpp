// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_header.h"

#include "text/asked_text.h"
#include "text/headline.h"
#include "text/labels.h"
#include "text/visibility_text.h"
#include "widgets/badge.h"
#include "widgets/flow_layout.h"
#include "widgets/value_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace barograph {

namespace {

Mark markOfUrgency(Urgency urgency)
{
    switch (urgency) {
    case Urgency::Calm:
        return Mark::Ok;
    case Urgency::Attention:
        return Mark::Warning;
    case Urgency::Critical:
        return Mark::Critical;
    case Urgency::Unknown:
        break;
    }
    return Mark::Unknown;
}

QFont scaledBold(QFont font, qreal factor)
{
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(true);
    return font;
}

} // namespace

NodeHeader::NodeHeader(QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel(this))
    , m_simulated(makeSimulatedBadge(this))
    , m_state(new MarkLabel(this))
    , m_headline(new MarkLabel(this))
    , m_peak(new ValueLabel(tr("Peak, events per second"), this))
    , m_lag(new ValueLabel(tr("Lag"), this))
    , m_notVisible(new ValueLabel(tr("What this kind of node does not tell"), this))
    , m_waiting(new ValueLabel(tr("Callbacks waiting at the node"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 2, 4, 2);
    layout->setSpacing(3);
    m_name->setFont(scaledBold(font(), 1.3));
    m_name->setTextFormat(Qt::PlainText);
    m_headline->setFont(scaledBold(font(), 1.15));
    m_headline->setWordWrap(true);
    m_headline->setAccessibleName(tr("What matters now"));

    // With large letters there is not room for all of it in one row.
    auto *title = new FlowLayout(10, 2);
    for (QWidget *left : std::initializer_list<QWidget *>{m_name, m_simulated, m_state})
        title->addWidget(left);
    title->addStretch();
    title->addWidget(m_notVisible);
    for (QWidget *part : std::initializer_list<QWidget *>{m_name, m_simulated, m_state, m_notVisible})
        title->setAlignment(part, Qt::AlignVCenter);
    m_name->setElides(true);
    m_state->setElides(true);
    m_notVisible->setElides(true);

    auto *figures = new FlowLayout(18, 2);
    const auto add = [&](const QString &name, ValueLabel *value) {
        auto *group = new QWidget(this);
        auto *row = new QHBoxLayout(group);
        row->setContentsMargins({});
        row->setSpacing(4);
        row->addWidget(new QLabel(name, group));
        value->setFont(scaledBold(font(), 1));
        row->addWidget(value);
        figures->addWidget(group);
    };
    const std::array<QString, 3> windows{tr("1 s"), tr("10 s"), tr("60 s")};
    for (std::size_t i = 0; i < windows.size(); ++i) {
        m_utilisation[i] = new ValueLabel(tr("Utilisation over %1").arg(windows[i]), this);
        add(i == 0 ? tr("Utilisation %1").arg(windows[i]) : windows[i], m_utilisation[i]);
    }
    add(tr("Peak"), m_peak);
    add(tr("Lag"), m_lag);
    add(tr("Waiting at the node"), m_waiting);

    layout->addLayout(title);
    layout->addWidget(m_headline);
    layout->addLayout(figures);
}

void NodeHeader::setNode(const NodeFrame &node, UtcTime now, const NodeFrame *lastKnown)
{
    m_name->setText(node.name);
    m_simulated->setVisible(node.simulated);
    m_state->setContent(markOf(node.judgement.state), nodeStateText(node.judgement.state));
    m_state->setToolTip(QString(node.judgement.why % u'\n' % askingText(node, now)).trimmed());
    Headline headline = headlineOf(lastKnown ? *lastKnown : node, now);
    if (lastKnown)
        headline = {tr("Not known at present. The last that was known: %1").arg(headline.text), Urgency::Unknown};
    // These two have a shape of their own, and are the headline whenever they are the state.
    const bool own = node.judgement.state == NodeState::Off ||
                     (node.judgement.state == NodeState::Silent && headline.text.contains(node.judgement.why));
    m_headline->setContent(own ? markOf(node.judgement.state) : markOfUrgency(headline.urgency), headline.text);
    m_headline->setAccessibleDescription(headline.text);
    for (std::size_t i = 0; i < m_utilisation.size(); ++i) {
        m_utilisation[i]->setValue(
            shownPercent(node.utilisation(i), tr("events counted from webhooks, against the configured budget"), now));
    }
    if (node.peak.at == UtcSecond{}) {
        m_peak->setValue({tr("none yet"), Truth::Unknown, tr("No whole second has been counted yet.")});
    } else {
        m_peak->setValue({tr("%1/s at %2").arg(node.peak.tps).arg(localClock(node.peak.at, now)), Truth::Measured,
                          tr("Highest second since the start or since the peak was reset.")});
    }
    if (node.incoming.lag.hasValue()) {
        m_lag->setValue(shownDuration(node.incoming.lag,
                                      tr("arrival minus the event's own timestamp, of received messages and receipts, "
                                         "without the difference of the clocks, ± 1 s"),
                                      now));
    } else {
        m_lag->setValue(shownDuration(node.lag, tr("arrival minus the event's own timestamp, ± 1 s"), now));
    }
    const QString hidden = notVisibleSummary(node.visibility);
    m_notVisible->setVisible(!hidden.isEmpty());
    m_notVisible->setValue(
        {hidden, Truth::NotSupported,
         tr("Webhooks of this kind of node never tell this. It happens and spends budget, out of our "
            "sight: utilisation is at least what is shown."),
         true});
    m_waiting->setValue(shownCount(node.callbackQueueSize, tr("told by the node; it drops callbacks at 100,000"), now));
}

} // namespace barograph
