// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/unknown_name_model.h"

#include "items/cells.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct UnknownNameWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::UnknownNames)
};

} // namespace

UnknownNameModel::UnknownNameModel(QObject *parent)
    : KeyedTable({UnknownNameWords::tr("Name"), UnknownNameWords::tr("Times")}, parent)
{}

void UnknownNameModel::setFrame(const Frame &frame)
{
    QList<KeyedRow> rows;
    if (frame.unknownNames) {
        for (const auto &[name, count] : *frame.unknownNames) {
            KeyedRow row;
            row.key = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
            row.cells = {textCell(row.key), countCell(static_cast<qint64>(count))};
            rows.append(row);
        }
    }
    reconcile(rows);
}

} // namespace barograph
