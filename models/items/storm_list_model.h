// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "items/keyed_table.h"

namespace barograph {

/// Storms of one node or of all nodes. Rows keep their place; sort by SortRole to have the strongest first.
class StormListModel : public KeyedTable
{
    Q_OBJECT

public:
    enum Column : int {
        MessageColumn,
        NodeColumn,
        RateColumn,
        RemainingColumn,
        FanOutColumn,
        DeliveriesColumn,
        ReadsColumn,
        ParticipantsColumn,
        SinceColumn,
        ShareColumn,   ///< of the budget
        ForecastColumn ///< sorted by the likely end; its words need a time zone, so whoever shows it makes them
    };

    explicit StormListModel(QObject *parent = nullptr);

    /// Only storms of this node from the next frame on; empty = of all nodes.
    void setNode(const QString &nodeId);
    /// A null frame leaves the table as it is.
    void setFrame(const FramePtr &frame, UtcTime now);

private:
    QString m_nodeId;
};

} // namespace barograph
