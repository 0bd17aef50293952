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

/// Calls onRow(query) for each row of what was run, and ends it. An error after the first rows is found too: what was
/// read until then must not be taken for all.
template<typename OnRow> tl::expected<void, HistoryError> takeRows(QSqlQuery &query, OnRow onRow)
{
    while (query.next())
        onRow(static_cast<const QSqlQuery &>(query));
    const QSqlError error = query.lastError();
    query.finish();
    if (error.isValid())
        return tl::unexpected(historyError(error));
    return {};
}

/// Prepares, binds and runs in one, then calls onRow(query) for each row as takeRows() does.
template<typename OnRow, typename... Values>
tl::expected<void, HistoryError> forEachRow(const HistoryDatabase &database, const QString &statement, OnRow onRow,
                                            const Values &...values)
{
    QSqlQuery query;
    if (auto prepared = prepareStatement(query, database, statement); !prepared)
        return prepared;
    if (auto run = runStatement(query, values...); !run)
        return run;
    return takeRows(query, onRow);
}

} // namespace barograph
