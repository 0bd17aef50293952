// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fitted_table.h"

#include <QHeaderView>

namespace barograph {

namespace {

constexpr int kRowMargin = 4;
/// What is said in the place of rows takes no more than these.
constexpr int kEmptyRows = 2;

} // namespace

FittedTable::FittedTable(QAbstractItemModel *model, const QString &accessibleName, QWidget *parent)
    : TableView(model, accessibleName, parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(this->model(), signal, this, [this] { updateGeometry(); });
}

QSize FittedTable::sizeHint() const
{
    const int rows = model()->rowCount();
    // Without rows there is no header to read either.
    const int shown = rows == 0 ? kEmptyRows : std::min(rows, kMostRows);
    const int rowHeight = rows > 0 ? std::max(sizeHintForRow(0), 1) : fontMetrics().height() + kRowMargin;
    return {420, header()->sizeHint().height() + shown * rowHeight + 2 * frameWidth() + kRowMargin};
}

} // namespace barograph
