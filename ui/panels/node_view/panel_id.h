// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace barograph {

/// The panels of the node view. Their order is the order in menus and of the shortcuts Ctrl+1…9.
enum class PanelId : quint8 {
    Tps,
    Lag,
    Incoming, ///< what waits to come in, in figures and words
    Controls, ///< outbound queue and status callbacks, with their buttons
    Storms,
    EventLog,
    Members,
    Notices,
    Capacity,
    IncomingChart,
    OutboundChart,
    Webhooks,
    History ///< of controls
};

inline constexpr std::array kPanelIds{
    PanelId::Tps,           PanelId::Lag,      PanelId::Incoming, PanelId::Controls, PanelId::Storms,
    PanelId::EventLog,      PanelId::Members,  PanelId::Notices,  PanelId::Capacity, PanelId::IncomingChart,
    PanelId::OutboundChart, PanelId::Webhooks, PanelId::History};

/// Names a panel in saved layouts: never changes and is never shown.
QString panelKey(PanelId id);
std::optional<PanelId> panelFromKey(const QString &key);
/// What it is called on screen while it has nothing to tell.
QString panelTitle(PanelId id);
/// The same as short as it can be understood, for tabs where room is scarce.
QString panelTabText(PanelId id);

} // namespace barograph
