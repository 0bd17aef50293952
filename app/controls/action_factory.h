// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control_action.h"
#include "controls/control_stores.h"
#include "nodes/node_runtime.h"

#include <memory>

namespace barograph {

/// A request made into steps, and what it means for the pause of the node's queue.
struct PlannedAction
{
    std::unique_ptr<ControlAction> action;
    bool pauses = false;  ///< leaves the queue paused
    bool resumes = false; ///< leaves the queue running
};

/// The error says why this cannot be done on this node. `runtime` must outlive the action.
tl::expected<PlannedAction, QString> makeAction(const NodeRuntime &runtime, const ControlRequest &request,
                                                const ControlStores &stores);

} // namespace barograph
