// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/table_view.h"

namespace barograph {

/// A table that is as high as its rows, up to a few, for a place inside something that scrolls: no empty boxes, and no
/// second scroll bar for three lines.
class FittedTable : public TableView
{
    Q_OBJECT

public:
    static constexpr int kMostRows = 6;

    FittedTable(QAbstractItemModel *model, const QString &accessibleName, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }
};

} // namespace barograph
