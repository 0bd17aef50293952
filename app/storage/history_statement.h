// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/history_database.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace barograph {

inline tl::expected<void, HistoryError> prepareStatement(QSqlQuery &query, const HistoryDatabase &database,
                                                         const QString &statement)
{
    query = QSqlQuery(database.connection());
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return tl::unexpected(historyError(query.lastError()));
    return {};
}

template<typename Value> QVariant boundValue(const Value &value)
{
    return QVariant::fromValue(value);
}
/// Qt binds a null string as NULL; to us it is an empty text.
inline QVariant boundValue(const QString &text)
{
    return text.isNull() ? QVariant(QLatin1String("")) : QVariant(text);
}

/// Runs a prepared statement with `values` for its question marks, in order.
template<typename... Values> tl::expected<void, HistoryError> runStatement(QSqlQuery &query, const Values &...values)
{
    int position = 0;
    (query.bindValue(position++, boundValue(values)), ...);
    if (!query.exec())
        return tl::unexpected(historyError(query.lastError()));
    return {};
}

} // namespace barograph
