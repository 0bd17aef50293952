// SPDX-License-Identifier: GPL-3.0-or-later
// What it costs to bring a history of version 1 up to date and to roll it up, and to read 90 days of it:
// bench_history [DAYS [NODES [BUSY_HOURS_A_DAY [FOLDER]]]], by default 90 days, 8 nodes, 6 hours.
#include "storage/bucket_queries.h"
#include "storage/history_recovery.h"
#include "storage/history_schema.h"
#include "storage/history_statement.h"
#include "storage/history_store.h"
#include "storage/tile_reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>

using namespace barograph;

namespace {

constexpr qint64 kBegin = 1'764'547'200; // 2025-12-01
constexpr qint64 kDay = 86'400;

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Busy hours are from nine on, three of four of their seconds have events.
bool writeVersionOne(const QString &file, int days, int nodes, int busyHours)
{
    const auto opened = HistoryDatabase::open(file, HistoryDatabase::Access::ReadWrite);
    if (!opened || !migrateHistory(**opened, file, {historyMigrations().front()}))
        return false;
    const auto &database = **opened;
    QSqlQuery insert;
    if (!prepareStatement(insert, database,
                          QStringLiteral("INSERT INTO second VALUES (?, ?, ?, ?, ?, ?, 15, 0, 0, 0, 700)")))
        return false;
    std::mt19937 random(1);
    for (int node = 1; node <= nodes; ++node) {
        bool good = database.execute(QStringLiteral("BEGIN")).has_value();
        good = good && database.execute(QStringLiteral("INSERT INTO node VALUES (%1, 'n%1', 'Node %1', 0)").arg(node));
        good = good && database.execute(QStringLiteral("INSERT INTO coverage VALUES (%1, %2, %3, 15, 0, 20)")
                                            .arg(node)
                                            .arg(kBegin)
                                            .arg(kBegin + days * kDay));
        for (int day = 0; good && day < days; ++day) {
            const qint64 from = kBegin + day * kDay + 9 * 3'600;
            for (qint64 second = from; good && second < from + busyHours * 3'600; ++second) {
                if (random() % 4 == 0)
                    continue;
                const auto count = static_cast<quint32>(random() % 12);
                good = runStatement(insert, node, second, count, count / 3, count, count / 2).has_value();
            }
        }
        if (!good || !database.execute(QStringLiteral("COMMIT")))
            return false;
    }
    return true;
}

/// Time until all tiles of a level over the whole range have come.
double readLevel(const QString &file, int level, int days, int &tiles)
{
    TileReader reader(file);
    QEventLoop loop;
    std::vector<TileKey> keys;
    TileKey key{QStringLiteral("n1"), level, 0};
    const qint64 width = key.bucketWidth().count() * kBucketsPerTile;
    for (key.index = kBegin / width; key.index <= (kBegin + days * kDay - 1) / width; ++key.index)
        keys.push_back(key);
    tiles = static_cast<int>(keys.size());
    std::size_t came = 0;
    QObject::connect(&reader, &TileReader::tilesRead, &loop, [&](const std::vector<TimelineTile> &read) {
        came += read.size();
        if (came >= keys.size())
            loop.quit();
    });
    const auto start = std::chrono::steady_clock::now();
    reader.request(keys);
    loop.exec();
    return secondsSince(start);
}

int argumentOr(int argc, char **argv, int index, int fallback)
{
    return argc > index ? std::max(1, std::atoi(argv[index])) : fallback;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const int days = argumentOr(argc, argv, 1, 90);
    const int nodes = argumentOr(argc, argv, 2, 8);
    const int busyHours = argumentOr(argc, argv, 3, 6);
    const QTemporaryDir folder((argc > 4 ? QString::fromLocal8Bit(argv[4]) : QDir::tempPath()) +
                               QStringLiteral("/bench-history"));
    const QString file = folder.filePath(QStringLiteral("history.sqlite"));

    auto start = std::chrono::steady_clock::now();
    if (!writeVersionOne(file, days, nodes, busyHours)) {
        std::fputs("The history cannot be written.\n", stderr);
        return 1;
    }
    const auto sizeBefore = QFileInfo(file).size();
    std::printf("%d days, %d nodes, %d busy hours a day: %.0f MB, written in %.1f s\n", days, nodes, busyHours,
                static_cast<double>(sizeBefore) / 1e6, secondsSince(start));

    start = std::chrono::steady_clock::now();
    auto opened = openHistoryForWriting(file);
    if (!opened) {
        std::fputs("The history cannot be migrated.\n", stderr);
        return 1;
    }
    std::printf("figure: history_migration_with_copy %.2f s\n", secondsSince(start));
    int tiles = 0;
    const double hoursBefore = readLevel(file, 4, days, tiles);
    std::printf("figure: history_read_90_days_before_rolling_up %.2f s\n", hoursBefore);

    auto store = HistoryStore::open(std::move(opened->database));
    if (!store)
        return 1;
    std::vector<double> pieces;
    start = std::chrono::steady_clock::now();
    for (bool more = true; more;) {
        const auto pieceStart = std::chrono::steady_clock::now();
        const auto done = (*store)->rollBacklog();
        if (!done) {
            std::fputs("The history cannot be rolled up.\n", stderr);
            return 1;
        }
        more = *done;
        pieces.push_back(secondsSince(pieceStart) * 1e3);
    }
    const double rolling = secondsSince(start);
    std::sort(pieces.begin(), pieces.end());
    std::printf("figure: history_roll_up_all %.1f s\n", rolling);
    std::printf("figure: history_roll_up_pieces %zu\n", pieces.size());
    std::printf("figure: history_roll_up_piece_p50 %.1f ms\n", pieces[pieces.size() / 2]);
    std::printf("figure: history_roll_up_piece_max %.1f ms\n", pieces.back());
    store->reset();
    std::printf("figure: history_rollups_size %.1f MB\n",
                static_cast<double>(QFileInfo(file).size() - sizeBefore) / 1e6);
    const double hours = readLevel(file, 4, days, tiles);
    std::printf("figure: history_read_90_days_of_hours %.4f s\n", hours);
    const double tens = readLevel(file, 3, days, tiles);
    std::printf("figure: history_read_90_days_of_ten_minutes %.4f s (%d tiles)\n", tens, tiles);
    std::printf("ratio: history_read_90_days_of_hours/before_rolling_up %.5f\n", hours / hoursBefore);
    return 0;
}
