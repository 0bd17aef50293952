// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "items/keyed_table.h"

namespace barograph {

/// The errors that one node told by webhook, by number.
class ErrorListModel : public KeyedTable
{
    Q_OBJECT

public:
    enum Column : int { CodeColumn, MeaningColumn, CountColumn, LastColumn };

    explicit ErrorListModel(QObject *parent = nullptr);

    void setNode(const NodeFrame &node, UtcTime now);
};

} // namespace barograph
