// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "items/keyed_table.h"

namespace barograph {

/// What was done to other systems in this session, oldest first. The audit trail, not this table, is the record:
/// beyond kMostRows the oldest row goes.
class ControlHistoryModel : public KeyedTable
{
    Q_OBJECT

public:
    enum Column : int { TimeColumn, NodeColumn, TitleColumn, OutcomeColumn, DetailColumn };
    static constexpr int kMostRows = 1'000;

    explicit ControlHistoryModel(QObject *parent = nullptr);

    void append(const ControlResult &result);

private:
    quint64 m_appended = 0; ///< makes keys unique: a cancelled control has no id
};

} // namespace barograph
