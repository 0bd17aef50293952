// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "widgets/shown_value.h"

#include <QWidget>

#include <array>

namespace barograph {

class ValueLabel;

/// Key to the TpsChart with the present value of each kind, in the order in which they are stacked, and the budget.
/// Swatches carry the pattern of the fill, so that the kinds can be told without their colours.
class TpsLegend : public QWidget
{
    Q_OBJECT

public:
    explicit TpsLegend(QWidget *parent = nullptr);

    void setNode(const NodeFrame &node, UtcTime now);

private:
    std::array<ValueLabel *, kEventKindCount> m_values{};
    std::array<ValueLabel *, kEventKindCount> m_notes{}; ///< what is not told beside the value
    ValueLabel *m_all;
    ValueLabel *m_budget;
};

} // namespace barograph
