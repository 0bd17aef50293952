// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/members_panel.h"

#include "items/member_list_model.h"
#include "panels/topology_picture.h"
#include "text/labels.h"
#include "text/numbers.h"
#include "widgets/badge.h"
#include "widgets/table_view.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QVBoxLayout>

namespace barograph {

namespace {

Mark markOf(GatewayStatus status)
{
    switch (status) {
    case GatewayStatus::Connected:
        return Mark::Ok;
    case GatewayStatus::Connecting:
        return Mark::Warning;
    case GatewayStatus::Disconnected:
    case GatewayStatus::Uninitialized:
    case GatewayStatus::Unregistered:
        return Mark::Critical;
    case GatewayStatus::Unrecognised:
        break;
    }
    return Mark::Unknown;
}

/// A shape before the word. A standby is meant to be disconnected: it gets no alarm.
class GatewayDelegate : public TruthDelegate
{
public:
    using TruthDelegate::TruthDelegate;

    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        TruthDelegate::initStyleOption(option, index);
        const auto status = static_cast<GatewayStatus>(index.data(GatewayRole).toInt());
        const bool standby = index.data(StandsByRole).toBool() && status != GatewayStatus::Connected;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
        option->icon = markIcon(standby ? Mark::Standby : markOf(status), option->palette);
        if (standby)
            option->text = MembersPanel::tr("%1 (standby)").arg(option->text);
    }
};

} // namespace

MembersPanel::MembersPanel(QWidget *parent)
    : QWidget(parent)
    , m_judgement(new MarkLabel(this))
    , m_probe(new MarkLabel(this))
    , m_failover(new MarkLabel(this))
    , m_asTable(new QCheckBox(tr("As a &table"), this))
    , m_picture(new TopologyPicture(this))
    , m_pictureArea(new QScrollArea(this))
    , m_members(new MemberListModel(this))
    , m_table(new TableView(m_members, tr("Members of the cluster"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 6, 6, 0);
    layout->setSpacing(4);
    m_judgement->setWordWrap(true);
    m_probe->setWordWrap(true);
    m_failover->setWordWrap(true);
    m_failover->hide();
    auto *probeRow = new QHBoxLayout;
    probeRow->addWidget(m_probe, 1);
    probeRow->addWidget(m_asTable, 0, Qt::AlignTop | Qt::AlignRight);
    layout->addWidget(m_judgement);
    layout->addLayout(probeRow);
    layout->addWidget(m_failover);
    layout->addWidget(m_pictureArea, 1);
    layout->addWidget(m_table, 1);
    m_pictureArea->setWidget(m_picture);
    m_pictureArea->setWidgetResizable(true);
    m_pictureArea->setFrameShape(QFrame::NoFrame);
    m_pictureArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pictureArea->setFocusPolicy(Qt::NoFocus);
    m_pictureArea->viewport()->setAutoFillBackground(false);
    m_picture->setAutoFillBackground(false);
    m_asTable->setObjectName(QStringLiteral("membersAsTable"));
    m_asTable->setToolTip(tr("The same members as a table, for the keyboard, screen readers and sorting."));
    m_table->hide();
    connect(m_asTable, &QCheckBox::toggled, this, [this](bool table) {
        m_table->setVisible(table);
        m_pictureArea->setVisible(!table);
    });
    m_table->setItemDelegateForColumn(MemberListModel::GatewayColumn, new GatewayDelegate(m_table));
    m_table->sortBy(MemberListModel::MemberColumn, Qt::AscendingOrder);
    m_table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
}

void MembersPanel::setNode(const NodeFrame &node, UtcTime now)
{
    const Judgement &judgement = node.judgement;
    const QString state = nodeStateText(judgement.state);
    const QString &why = judgement.why;
    QString text = state;
    if (judgement.expected > 0 && why.isEmpty())
        text = tr("%1, %2 of %3 connected").arg(state).arg(judgement.connected).arg(judgement.expected);
    else if (judgement.expected > 0)
        text = tr("%1, %2 of %3 connected: %4").arg(state).arg(judgement.connected).arg(judgement.expected).arg(why);
    else if (!why.isEmpty())
        text = tr("%1: %2", "state, why").arg(state, why);
    m_judgement->setContent(markOf(judgement.state), text);

    const QString last = node.probe.lastSuccess ? tr("last answer %1").arg(formatAge(*node.probe.lastSuccess, now))
                                                : tr("no answer yet");
    const bool asked = node.health.truth() != Truth::NotSupported;
    QString empty = asked ? tr("The node has not told its members yet.")
                          : tr("Not available: nodes of this kind are not asked for members.");
    m_probe->setVisible(asked && node.enabled);
    if (node.probe.fault == ProbeFault::None) {
        const QString version = node.health.hasValue() ? node.health.value().version : QString();
        const bool answered = node.probe.lastSuccess.has_value();
        m_probe->setContent(answered ? Mark::Ok : Mark::Unknown,
                            version.isEmpty() ? tr("Asking the node: %1").arg(last)
                                              : tr("Asking the node: %1, client %2").arg(last, version));
    } else {
        m_probe->setContent(Mark::Critical, tr("Asking the node fails, %1. %2").arg(last, node.probe.detail));
    }
    m_members->setNode(&node, now);

    if (!node.enabled)
        empty = tr("Switched off: the node is not asked.");
    m_table->setEmptyText(empty);
    m_picture->setEmptyText(empty);
    m_picture->setTopology(node.topology, node.name.isEmpty() ? node.id : node.name,
                           node.health.truth() == Truth::Measured, now);
    const auto &failover = node.topology.lastFailover;
    // What is under way or was just over is told by the judgement already.
    const bool old = failover && failover->endedAt && now - *failover->endedAt > kFailoverToldFor;
    m_failover->setVisible(old);
    if (old)
        m_failover->setContent(Mark::Info, failoverText(*failover, node.topology, now));
}

} // namespace barograph
