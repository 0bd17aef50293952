// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_database.h"

#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>

namespace barograph {

namespace {

QString nextConnectionName()
{
    static std::atomic<quint64> counter{0};
    return QStringLiteral("barograph-history-%1").arg(counter.fetch_add(1));
}

} // namespace

HistoryDatabase::HistoryDatabase(QString name)
    : m_name(std::move(name))
    , m_connection(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{}

HistoryDatabase::~HistoryDatabase()
{
    m_connection.close();
    m_connection = {};
    QSqlDatabase::removeDatabase(m_name);
}

tl::expected<std::unique_ptr<HistoryDatabase>, HistoryError> HistoryDatabase::open(const QString &file, Access access)
{
    std::unique_ptr<HistoryDatabase> database(new HistoryDatabase(nextConnectionName()));
    auto &connection = database->m_connection;
    connection.setDatabaseName(file);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
    if (access == Access::ReadOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    connection.setConnectOptions(options);
    if (!connection.open())
        return tl::unexpected(historyError(connection.lastError()));
    if (access == Access::ReadOnly)
        return database;

    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    for (const auto &pragma :
         {QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=NORMAL"),
          QStringLiteral("PRAGMA foreign_keys=ON"), QStringLiteral("PRAGMA journal_size_limit=67108864")}) {
        if (auto done = database->execute(pragma); !done)
            return tl::unexpected(done.error());
    }
    return database;
}

tl::expected<void, HistoryError> HistoryDatabase::execute(const QString &statement) const
{
    QSqlQuery query(m_connection);
    if (!query.exec(statement))
        return tl::unexpected(historyError(query.lastError()));
    return {};
}

tl::expected<QVariant, HistoryError> HistoryDatabase::value(const QString &query) const
{
    QSqlQuery statement(m_connection);
    statement.setForwardOnly(true);
    if (!statement.exec(query))
        return tl::unexpected(historyError(statement.lastError()));
    return statement.next() ? statement.value(0) : QVariant();
}

} // namespace barograph
