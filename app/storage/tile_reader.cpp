// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tile_reader.h"

#include "storage/bucket_queries.h"
#include "storage/history_schema.h"
#include "storage/history_statement.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace barograph {

namespace {

struct TileReaderWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::TileReader)
};

/// Puts what lies side by side with the first of `waiting` into one run, oldest first, and takes it out.
std::vector<TileKey> takeRun(std::vector<TileKey> &waiting)
{
    const TileKey wanted = waiting.front();
    const auto take = [&](qint64 index) {
        TileKey key = wanted;
        key.index = index;
        const auto found = std::find(waiting.begin(), waiting.end(), key);
        if (found == waiting.end())
            return false;
        waiting.erase(found);
        return true;
    };
    take(wanted.index);
    qint64 first = wanted.index;
    qint64 last = wanted.index;
    const auto room = [&] { return static_cast<std::size_t>(last - first) + 1 < TileReader::kAtOnce; };
    while (room() && take(first - 1))
        --first;
    while (room() && take(last + 1))
        ++last;
    std::vector<TileKey> run;
    for (qint64 index = first; index <= last; ++index)
        run.push_back({wanted.nodeId, wanted.level, index});
    return run;
}

tl::expected<std::optional<qint64>, HistoryError> nodeKey(const HistoryDatabase &database, const QString &id)
{
    std::optional<qint64> key;
    const auto done = forEachRow(
        database, QStringLiteral("SELECT key FROM node WHERE id = ?"),
        [&key](const QSqlQuery &row) { key = row.value(0).toLongLong(); }, id);
    if (!done)
        return tl::unexpected(done.error());
    return key;
}

/// The buckets of a whole run, as one consistent state, and up to when they are stored.
tl::expected<std::pair<BucketRow, UtcSecond>, HistoryError> readRun(const HistoryDatabase &database,
                                                                    const std::vector<TileKey> &run)
{
    BucketRow row{run.front().from(), run.front().bucketWidth(),
                  std::vector<TimeBucket>(run.size() * std::size_t{kBucketsPerTile})};
    if (auto begun = database.execute(QStringLiteral("BEGIN")); !begun)
        return tl::unexpected(begun.error());
    tl::expected<UtcSecond, HistoryError> until{};
    if (const auto node = nodeKey(database, run.front().nodeId); !node)
        until = tl::unexpected(node.error());
    else if (*node)
        until = readBuckets(database, **node, row);
    (void)database.execute(QStringLiteral("COMMIT"));
    if (!until)
        return tl::unexpected(until.error());
    return std::pair{std::move(row), *until};
}

} // namespace

class TileReader::Worker : public QThread
{
public:
    using Answer = std::function<void(const std::vector<TimelineTile> &)>;

    Worker(QString file, Answer answer)
        : m_file(std::move(file))
        , m_answer(std::move(answer))
    {
        setObjectName(QStringLiteral("tiles"));
    }
    ~Worker() override
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_all();
        wait();
    }
    void request(const std::vector<TileKey> &keys)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_waiting = keys;
            // They are on their way already.
            std::erase_if(m_waiting, [this](const TileKey &key) {
                return std::find(m_reading.begin(), m_reading.end(), key) != m_reading.end();
            });
        }
        m_wake.notify_all();
    }

protected:
    void run() override
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_stopping)
                break;
            m_reading = takeRun(m_waiting);
            const auto wanted = m_reading;
            lock.unlock();
            m_answer(read(wanted));
            lock.lock();
            m_reading.clear();
        }
        lock.unlock();
        m_database.reset(); // on its own thread
    }

private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::seconds kOpenFor{30};

    std::vector<TimelineTile> read(const std::vector<TileKey> &run)
    {
        std::vector<TimelineTile> tiles;
        for (const TileKey &key : run) {
            tiles.emplace_back();
            tiles.back().key = key;
        }
        const auto opened = open();
        if (!opened) {
            for (auto &tile : tiles)
                tile.error = opened.error();
            return tiles;
        }
        auto found =
            *opened ? readRun(*m_database, run)
                    : std::pair{
                          BucketRow{{}, Seconds{1}, std::vector<TimeBucket>(run.size() * std::size_t{kBucketsPerTile})},
                          UtcSecond{}};
        if (!found) {
            m_database.reset(); // a fresh connection may do better
            for (auto &tile : tiles)
                tile.error = describe(found.error(), m_file);
            return tiles;
        }
        auto from = found->first.buckets.cbegin();
        for (auto &tile : tiles) {
            tile.buckets = std::make_shared<const std::vector<TimeBucket>>(from, from + kBucketsPerTile);
            tile.until = found->second;
            from += kBucketsPerTile;
        }
        return tiles;
    }

    /// False: there is no history yet.
    tl::expected<bool, QString> open()
    {
        // One that was moved aside would go on being read.
        if (!QFileInfo::exists(m_file)) {
            m_database.reset();
            return false;
        }
        // Nor is one that was moved aside in the meantime.
        if (m_database && Clock::now() - m_openedAt < kOpenFor)
            return true;
        m_database.reset();
        auto database = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadOnly);
        if (!database)
            return tl::unexpected(describe(database.error(), m_file));
        const auto version = (*database)->value(QStringLiteral("PRAGMA user_version"));
        if (!version)
            return tl::unexpected(describe(version.error(), m_file));
        if (version->toInt() == 0)
            return false;
        if (version->toInt() > historyVersion())
            return tl::unexpected(
                describe({HistoryFault::TooNew, QStringLiteral("format %1").arg(version->toInt())}, m_file));
        if (version->toInt() < historyVersion())
            return tl::unexpected(
                TileReaderWords::tr("The history is being brought up to date. What is older than this run "
                                    "can be seen when that is done."));
        m_database = std::move(*database);
        m_openedAt = Clock::now();
        return true;
    }

    const QString m_file;
    const Answer m_answer;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<TileKey> m_waiting; ///< the most wanted first
    std::vector<TileKey> m_reading;
    bool m_stopping = false;
    std::unique_ptr<HistoryDatabase> m_database; ///< only on this thread
    Clock::time_point m_openedAt{};
};

TileReader::TileReader(const QString &file, QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(file, [this](const auto &tiles) { Q_EMIT tilesRead(tiles); }))
{
    m_worker->start();
}

TileReader::~TileReader() = default;

void TileReader::request(const std::vector<TileKey> &keys)
{
    m_worker->request(keys);
}

} // namespace barograph
