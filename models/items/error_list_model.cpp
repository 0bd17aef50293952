// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/error_list_model.h"

#include "items/cells.h"
#include "text/error_meaning.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct ErrorListWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::ErrorList)
};

TableCell meaningCell(const QString &meaning)
{
    if (meaning.isEmpty())
        return {ErrorListWords::tr("no meaning known"), QVariant(), Truth::Unknown, {}, false};
    return textCell(meaning, meaning);
}

} // namespace

ErrorListModel::ErrorListModel(QObject *parent)
    : KeyedTable({ErrorListWords::tr("Error"), ErrorListWords::tr("Meaning"), ErrorListWords::tr("Times"),
                  ErrorListWords::tr("Last")},
                 parent)
{}

void ErrorListModel::setNode(const NodeFrame &node, UtcTime now)
{
    QList<KeyedRow> rows;
    for (const ErrorSeen &error : node.errors) {
        KeyedRow row;
        row.key = QString::number(error.code);
        row.cells = {TableCell{row.key, QVariant::fromValue<qlonglong>(qint64{error.code}), Truth::Measured, {}, true},
                     meaningCell(errorMeaning(node.kind, error.code)), countCell(static_cast<qint64>(error.count)),
                     ageCell(error.lastAt, now)};
        row.roles = {{NodeIdRole, node.id}};
        rows.append(row);
    }
    reconcile(rows);
}

} // namespace barograph
