// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "panels/node_view/panel_id.h"
#include "theme/icons.h"

namespace barograph {

/// What a panel's title and tab say about it, whether or not the panel can be seen.
struct PanelState
{
    QString title;
    QString tab;              ///< the same, for where room is scarce
    std::optional<Mark> mark; ///< something in it needs to be looked at

    friend bool operator==(const PanelState &, const PanelState &) = default;
};

/// Pure. `controlFailed`: the last control ended unverified or failed.
PanelState panelStateOf(PanelId id, const NodeFrame &node, UtcTime now, bool controlFailed);

} // namespace barograph
