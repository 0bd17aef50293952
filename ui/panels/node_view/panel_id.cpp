// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/panel_id.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct PanelWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::NodeView)
};

} // namespace

QString panelKey(PanelId id)
{
    switch (id) {
    case PanelId::Tps:
        return QStringLiteral("panel.tps");
    case PanelId::Lag:
        return QStringLiteral("panel.lag");
    case PanelId::Incoming:
        return QStringLiteral("panel.incoming");
    case PanelId::Controls:
        return QStringLiteral("panel.controls");
    case PanelId::Storms:
        return QStringLiteral("panel.storms");
    case PanelId::EventLog:
        return QStringLiteral("panel.event-log");
    case PanelId::Members:
        return QStringLiteral("panel.members");
    case PanelId::Notices:
        return QStringLiteral("panel.notices");
    case PanelId::Capacity:
        return QStringLiteral("panel.capacity");
    case PanelId::IncomingChart:
        return QStringLiteral("panel.incoming-chart");
    case PanelId::OutboundChart:
        return QStringLiteral("panel.outbound-chart");
    case PanelId::Webhooks:
        return QStringLiteral("panel.webhooks");
    case PanelId::History:
        break;
    }
    return QStringLiteral("panel.history");
}

std::optional<PanelId> panelFromKey(const QString &key)
{
    for (const PanelId id : kPanelIds) {
        if (panelKey(id) == key)
            return id;
    }
    return {};
}

QString panelTitle(PanelId id)
{
    switch (id) {
    case PanelId::Tps:
        return PanelWords::tr("Events per second");
    case PanelId::Lag:
        return PanelWords::tr("Lag");
    case PanelId::Incoming:
        return PanelWords::tr("Incoming");
    case PanelId::Controls:
        return PanelWords::tr("Controls");
    case PanelId::Storms:
        return PanelWords::tr("Storms");
    case PanelId::EventLog:
        return PanelWords::tr("Event log");
    case PanelId::Members:
        return PanelWords::tr("Members");
    case PanelId::Notices:
        return PanelWords::tr("Notices");
    case PanelId::Capacity:
        return PanelWords::tr("Capacity today");
    case PanelId::IncomingChart:
        return PanelWords::tr("Incoming queue");
    case PanelId::OutboundChart:
        return PanelWords::tr("Outbound queue");
    case PanelId::Webhooks:
        return PanelWords::tr("Webhooks");
    case PanelId::History:
        break;
    }
    return PanelWords::tr("Control history");
}

QString panelTabText(PanelId id)
{
    if (id == PanelId::Capacity)
        return PanelWords::tr("Capacity");
    if (id == PanelId::EventLog)
        return PanelWords::tr("Events");
    return id == PanelId::History ? PanelWords::tr("History") : panelTitle(id);
}

} // namespace barograph
