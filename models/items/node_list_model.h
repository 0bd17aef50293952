// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "items/keyed_table.h"

namespace barograph {

/// The nodes, one row each, by node id.
class NodeListModel : public KeyedTable
{
    Q_OBJECT

public:
    enum Column : int { NameColumn, StateColumn, UtilisationColumn, LagColumn, LastEventColumn, BadgesColumn };

    explicit NodeListModel(QObject *parent = nullptr);

    /// A null frame leaves the table as it is. `now` decides ages.
    void setFrame(const FramePtr &frame, UtcTime now);
};

} // namespace barograph
