// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_reader.h"

#include "storage/history_database.h"
#include "storage/history_queries.h"
#include "storage/history_schema.h"
#include "storage/storage_words.h"

#include <QFileInfo>
#include <QStringList>
#include <QVariant>

namespace barograph {

namespace {

using Connection = std::unique_ptr<HistoryDatabase>;

/// Opened, of a version this program knows, and in one read transaction.
tl::expected<Connection, QString> openForReading(const QString &file)
{
    if (!QFileInfo::exists(file))
        return tl::unexpected(
            StorageWords::tr("There is no history in %1 yet. Start Barograph and let it receive webhooks first.")
                .arg(file));
    const auto inWords = [&](const HistoryError &error) { return describe(error, file); };
    auto database = HistoryDatabase::open(file, HistoryDatabase::Access::ReadOnly);
    if (!database)
        return tl::unexpected(inWords(database.error()));
    if (auto begun = (*database)->execute(QStringLiteral("BEGIN")); !begun)
        return tl::unexpected(inWords(begun.error()));
    const auto version = (*database)->value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(inWords(version.error()));
    if (version->toInt() > historyVersion())
        return tl::unexpected(inWords({HistoryFault::TooNew, QStringLiteral("format %1").arg(version->toInt())}));
    if (version->toInt() < historyVersion())
        return tl::unexpected(
            StorageWords::tr(
                "%1 was made by an older Barograph. Start this Barograph once: it brings the file up to date.")
                .arg(file));
    return std::move(*database);
}

QString unknownNode(const QString &nodeId, const std::vector<RecordedNode> &known)
{
    if (known.empty())
        return StorageWords::tr("Nothing is recorded of \"%1\", nor of any other node yet. Let Barograph receive "
                                "webhooks first.")
            .arg(nodeId);
    QStringList ids;
    for (const auto &node : known)
        ids.append(node.id);
    return StorageWords::tr("Nothing is recorded of a node \"%1\". Recorded nodes: %2.")
        .arg(nodeId, ids.join(QLatin1String(", ")));
}

} // namespace

HistoryReader::HistoryReader(QString file)
    : m_file(std::move(file))
{}

tl::expected<std::vector<RecordedNode>, QString> HistoryReader::nodes() const
{
    const auto database = openForReading(m_file);
    if (!database)
        return tl::unexpected(database.error());
    auto found = selectNodes(**database);
    if (!found)
        return tl::unexpected(describe(found.error(), m_file));
    std::vector<RecordedNode> nodes;
    nodes.reserve(found->size());
    for (auto &entry : *found)
        nodes.push_back(std::move(entry.node));
    return nodes;
}

tl::expected<ReportData, QString> HistoryReader::load(const QString &nodeId, UtcSecond from, UtcSecond to) const
{
    if (from >= to)
        return tl::unexpected(StorageWords::tr("The range is empty. Choose an end after its beginning."));
    const auto database = openForReading(m_file);
    if (!database)
        return tl::unexpected(database.error());
    const auto inWords = [this](const HistoryError &error) { return describe(error, m_file); };
    auto known = selectNodes(**database);
    if (!known)
        return tl::unexpected(inWords(known.error()));

    ReportData data;
    data.nodeId = nodeId;
    data.from = from;
    data.to = to;
    data.madeAt = utcNow();
    std::vector<RecordedNode> listed;
    std::optional<qint64> key;
    for (const auto &entry : *known) {
        listed.push_back(entry.node);
        if (entry.node.id == nodeId) {
            key = entry.key;
            data.nodeName = entry.node.name;
            data.simulated = entry.node.simulated;
        }
    }
    if (!key)
        return tl::unexpected(unknownNode(nodeId, listed));

    const auto rows = countSeconds(**database, *key, from, to);
    if (!rows)
        return tl::unexpected(inWords(rows.error()));
    if (*rows > kMaxRows)
        return tl::unexpected(StorageWords::tr("The range holds %1 busy seconds, more than a report can take (%2). "
                                               "Choose a shorter range.")
                                  .arg(*rows)
                                  .arg(kMaxRows));
    data.seconds.reserve(static_cast<std::size_t>(*rows));
    for (const auto select : {selectSeconds, selectCoverage, selectStorms, selectControls}) {
        if (auto done = select(**database, *key, data); !done)
            return tl::unexpected(inWords(done.error()));
    }
    summarise(data);
    return data;
}

} // namespace barograph
