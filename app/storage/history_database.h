// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/history_error.h"

#include <QSqlDatabase>
#include <QString>

#include <tl/expected.hpp>

#include <memory>

namespace barograph {

/// One SQLite connection with a name of its own, closed and forgotten with the object. Must be made, used and destroyed
/// on one thread, and outlive every QSqlQuery on it.
class HistoryDatabase
{
public:
    enum class Access : quint8 { ReadOnly, ReadWrite };

    /// Waits up to five seconds for locks. ReadWrite makes the file (readable by the user only) and turns on WAL with
    /// synchronous=NORMAL: a crash of the program loses nothing, a power cut at most the last seconds, which the
    /// journal still has.
    static tl::expected<std::unique_ptr<HistoryDatabase>, HistoryError> open(const QString &file, Access access);
    ~HistoryDatabase();
    HistoryDatabase(const HistoryDatabase &) = delete;
    HistoryDatabase &operator=(const HistoryDatabase &) = delete;

    const QSqlDatabase &connection() const { return m_connection; }
    tl::expected<void, HistoryError> execute(const QString &statement) const;
    /// First column of the first row; a null QVariant if there is no row.
    tl::expected<QVariant, HistoryError> value(const QString &query) const;

private:
    explicit HistoryDatabase(QString name);

    QString m_name;
    QSqlDatabase m_connection;
};

} // namespace barograph
