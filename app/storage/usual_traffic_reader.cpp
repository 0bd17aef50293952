// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/usual_traffic_reader.h"

#include "storage/history_database.h"
#include "storage/history_queries.h"
#include "storage/history_schema.h"
#include "storage/history_statement.h"
#include "storage/storage_words.h"

#include <QFileInfo>

#include <algorithm>

namespace barograph {

namespace {

using std::chrono::minutes;

constexpr std::chrono::hours kLookBack{24 * TrafficTally::kDays};
/// The history is written a few seconds late, or later while its disk is slow: those minutes wait for the next look.
constexpr minutes kNotYetStored{3};
/// A minute that begins or ends between two rhythms of closing seconds still counts as watched.
constexpr int kWatchedSeconds = 58;

struct WatchedMinute
{
    std::array<quint8, kEventKindCount> seconds{};
    quint8 busy = 0;
};
using WatchedMinutes = std::vector<WatchedMinute>;

UtcTime minuteOf(UtcTime at)
{
    return std::chrono::floor<minutes>(at);
}

tl::expected<void, HistoryError> addCoverage(const HistoryDatabase &database, qint64 node, qint64 from, qint64 to,
                                             WatchedMinutes &into)
{
    return forEachRow(
        database,
        QStringLiteral("SELECT max(from_second, ?), min(to_second, ?), known_mask FROM coverage"
                       " WHERE node = ? AND to_second > ? AND from_second < ?"),
        [&](const QSqlQuery &row) {
            const auto end = row.value(1).toLongLong();
            const auto mask = row.value(2).toUInt();
            for (auto second = row.value(0).toLongLong(); second < end;) {
                auto &minute = into[static_cast<std::size_t>((second - from) / 60)];
                const auto next = std::min(end, second + 60 - (second - from) % 60);
                for (std::size_t kind = 0; kind < kEventKindCount; ++kind) {
                    if ((mask & (1U << kind)) != 0)
                        minute.seconds[kind] = static_cast<quint8>(minute.seconds[kind] + (next - second));
                }
                second = next;
            }
        },
        from, to, node, from, to);
}

tl::expected<void, HistoryError> addBusy(const HistoryDatabase &database, qint64 node, qint64 from, qint64 to,
                                         WatchedMinutes &into)
{
    return forEachRow(
        database,
        QStringLiteral("SELECT (second - ?) / 60 AS minute, max(receive), max(send), max(delivery), max(read)"
                       " FROM second WHERE node = ? AND second >= ? AND second < ? GROUP BY minute"),
        [&](const QSqlQuery &row) {
            auto &minute = into[row.value(0).toULongLong()];
            for (std::size_t kind = 0; kind < kEventKindCount; ++kind) {
                if (row.value(static_cast<int>(kind) + 1).toUInt() > 0)
                    minute.busy = static_cast<quint8>(minute.busy | (1U << kind));
            }
        },
        from, node, from, to);
}

} // namespace

UsualTrafficReader::UsualTrafficReader(QString file)
    : m_file(std::move(file))
{}

tl::expected<std::vector<UsualTrafficReader::OfNode>, QString> UsualTrafficReader::look(UtcTime now)
{
    const auto inWords = [this](const HistoryError &error) { return describe(error, m_file); };
    if (!QFileInfo::exists(m_file))
        return tl::unexpected(StorageWords::tr("There is no history in %1 yet.").arg(m_file));
    const auto database = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadOnly);
    if (!database)
        return tl::unexpected(inWords(database.error()));
    const auto version = (*database)->value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(inWords(version.error()));
    if (version->toInt() != historyVersion())
        return tl::unexpected(StorageWords::tr("%1 has another format than this program's.").arg(m_file));
    const auto nodes = selectNodes(**database);
    if (!nodes)
        return tl::unexpected(inWords(nodes.error()));

    const auto until = minuteOf(now - kNotYetStored);
    std::vector<OfNode> result;
    for (const auto &[key, node] : *nodes) {
        auto &learnt = m_nodes[node.id];
        const auto from = std::max(learnt.until, minuteOf(now - kLookBack));
        // Also when the clock was set back.
        if (from < until) {
            WatchedMinutes watched(static_cast<std::size_t>((until - from) / minutes{1}));
            const auto first = unixSeconds(secondOf(from));
            const auto last = unixSeconds(secondOf(until));
            for (const auto add : {addCoverage, addBusy}) {
                if (const auto done = add(**database, key, first, last, watched); !done)
                    return tl::unexpected(inWords(done.error()));
            }
            auto at = from;
            for (const auto &minute : watched) {
                quint8 known = 0;
                for (std::size_t kind = 0; kind < kEventKindCount; ++kind) {
                    if (minute.seconds[kind] >= kWatchedSeconds)
                        known = static_cast<quint8>(known | (1U << kind));
                }
                learnt.tally.add(at, known, minute.busy);
                at += minutes{1};
            }
            learnt.until = until;
        }
        result.push_back({node.id, learnt.tally.usual(now)});
    }
    return result;
}

} // namespace barograph
