// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "items/keyed_table.h"

namespace barograph {

/// Keys and values in webhook bodies that no decoder knew, of all nodes together.
class UnknownNameModel : public KeyedTable
{
    Q_OBJECT

public:
    enum Column : int { NameColumn, CountColumn };

    explicit UnknownNameModel(QObject *parent = nullptr);

    void setFrame(const Frame &frame);
};

} // namespace barograph
