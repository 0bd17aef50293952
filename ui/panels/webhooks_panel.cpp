// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/webhooks_panel.h"

#include "core/node_traits.h"
#include "items/error_list_model.h"
#include "items/refused_peer_model.h"
#include "items/unknown_name_model.h"
#include "panels/account_section.h"
#include "panels/asked_section.h"
#include "panels/route_section.h"
#include "text/webhook_notices.h"
#include "widgets/fitted_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace barograph {

namespace {

QLabel *sectionTitle(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

} // namespace

WebhooksPanel::WebhooksPanel(QWidget *parent)
    : QScrollArea(parent)
    , m_route(new RouteSection)
    , m_askedTitle(sectionTitle(tr("What the node says when it is asked"), nullptr))
    , m_asked(new AskedSection)
    , m_account(new AccountSection)
    , m_refused(new RefusedPeerModel(this))
    , m_errors(new ErrorListModel(this))
    , m_names(new UnknownNameModel(this))
{
    setAccessibleName(tr("Webhooks of this number"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::StrongFocus);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 6, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(m_route);
    m_askedTitle->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_askedTitle);
    layout->addWidget(m_asked);
    m_refusedTable = addTable(*layout, tr("Refused requests"), m_refused, RefusedPeerModel::ReasonColumn);
    m_refusedTable->sortBy(RefusedPeerModel::LastColumn, Qt::DescendingOrder);
    m_refusedTable->setEmptyText(tr("None: no request for this number was refused in this run."));
    layout->addSpacing(6);
    layout->addWidget(sectionTitle(tr("Every event accounted for"), content));
    layout->addWidget(m_account);
    m_errorTable = addTable(*layout, tr("Errors told by the node"), m_errors, ErrorListModel::MeaningColumn);
    m_errorTable->sortBy(ErrorListModel::LastColumn, Qt::DescendingOrder);
    m_errorTable->setEmptyText(tr("None: the node has told no error by number."));
    m_nameTable = addTable(*layout, tr("Names in bodies that Barograph does not know, of all numbers"), m_names,
                           UnknownNameModel::NameColumn);
    m_nameTable->sortBy(UnknownNameModel::CountColumn, Qt::DescendingOrder);
    layout->addStretch();
    setWidget(content);
    connect(m_route, &RouteSection::verifyTokenRequested, this, &WebhooksPanel::verifyTokenRequested);
    connect(m_route, &RouteSection::captureRequested, this, &WebhooksPanel::captureRequested);
}

FittedTable *WebhooksPanel::addTable(QVBoxLayout &layout, const QString &title, QAbstractItemModel *model,
                                     int wideColumn)
{
    auto *table = new FittedTable(model, title);
    table->header()->setStretchLastSection(false);
    table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->header()->setSectionResizeMode(wideColumn, QHeaderView::Stretch);
    // Tab leads on to what comes next; the arrows move in the table.
    table->setTabKeyNavigation(false);
    layout.addSpacing(6);
    layout.addWidget(sectionTitle(title, nullptr));
    layout.addWidget(table);
    return table;
}

void WebhooksPanel::setNode(const Frame &frame, const NodeFrame &node, UtcTime now)
{
    m_route->setNode(node, now);
    const bool tellsOfItself = !tellsMembers(node.kind);
    m_askedTitle->setVisible(tellsOfItself);
    m_asked->setVisible(tellsOfItself);
    m_asked->setNode(node, now);
    m_account->setNode(node);
    m_refused->setPeers(frame.listener.refusedPeers, node.id, now);
    m_errors->setNode(node, now);
    m_names->setFrame(frame);
    m_nameTable->setEmptyText(frame.unknownNames ? tr("None: every name that arrived in this run is known.")
                                                 : tr("Unknown: no body has been looked at yet."));
    m_needsAttention = webhooksNeedAttention(node, now);
}

bool webhooksNeedAttention(const NodeFrame &node, UtcTime now)
{
    const RouteView &route = node.route;
    const bool refused = route.lastRefusedAt && now - *route.lastRefusedAt < kRefusalShownFor;
    const bool tapFails = node.tap && node.tap->state == TapView::Failed;
    return route.secretMissing || refused || tapFails;
}

} // namespace barograph
