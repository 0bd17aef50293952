// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/bucket_codec.h"
#include "storage/history_reader.h"
#include "storage/history_schema.h"
#include "storage/history_writer.h"
#include "storage/tile_reader.h"

#include "rolled_past.h"
#include "test_case.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTimer>
#include <QVariant>

#include <algorithm>
#include <map>
#include <random>

using namespace barograph;
using samples::at;
using samples::bucketOf;
using samples::closed;
using samples::endOf;
using samples::kRolledName;
using samples::kRolledNode;
using samples::somePast;

namespace {

TileKey keyAt(int level, qint64 offset)
{
    TileKey key{kRolledNode, level, 0};
    key.index = unixSeconds(at(offset)) / (key.bucketWidth().count() * kBucketsPerTile);
    return key;
}

} // namespace

class TestHistoryRollups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("history.sqlite"));
    }
    void cleanup() { m_writer.reset(); }

    void bucketsComeBackEqual()
    {
        const auto past = somePast(3, 0, 4'000);
        for (const qint64 from : {0, 400, 900, 2'860}) {
            const auto bucket = bucketOf(past, from, from + 60, 10'000);
            const auto back = bucketFromBytes(bucketBytes(bucket, at(from)), at(from));
            QVERIFY(back && *back == bucket);
        }
        auto bytes = bucketBytes(bucketOf(past, 400, 460, 10'000), at(400));
        QVERIFY(bytes.size() < 80);
        QVERIFY(!bucketFromBytes(bytes + '\0', at(400)));
        QVERIFY(!bucketFromBytes(bytes.left(bytes.size() - 1), at(400)));
        bytes[0] = 9; // of a later format
        QVERIFY(!bucketFromBytes(bytes, at(400)));
        QVERIFY(!bucketFromBytes({}, at(400)));
    }

    void tilesAreWhatTheSecondsAre_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 3; ++seed)
            QTest::addRow("past %u", seed) << seed;
    }
    void tilesAreWhatTheSecondsAre()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto past = somePast(seed, 0, 9'000);
        openWriter();
        // As it comes, a few seconds at a time.
        for (auto second = past.begin(); second != past.end();) {
            std::vector<ClosedSecond> part;
            for (auto left = 1 + random() % 400; left > 0 && second != past.end(); --left, ++second)
                part.push_back(second->second);
            m_writer->enqueue(kRolledNode, kRolledName, false, part);
            QVERIFY(m_writer->flush());
        }
        compareTiles(past);
        if (QTest::currentTestFailed())
            return;
        // The journal is replayed: the same seconds again, in any order, without what had been asked then.
        for (int piece = 0; piece < 10; ++piece) {
            std::vector<ClosedSecond> part;
            const auto from = static_cast<qint64>(random() % 8'000);
            for (auto second = past.lower_bound(from); second != past.lower_bound(from + 500); ++second) {
                part.push_back(second->second);
                part.back().gauges = {};
            }
            if (piece % 2 == 0)
                std::shuffle(part.begin(), part.end(), random);
            m_writer->enqueue(kRolledNode, kRolledName, false, part);
        }
        QVERIFY(m_writer->flush());
        compareTiles(past);
    }

    void aSecondThatIsWrittenAgainChangesItsRollups_data()
    {
        QTest::addColumn<qint64>("newest");
        QTest::newRow("the range begins anew") << qint64{6'000};
        QTest::newRow("days ago, its minute is made again") << qint64{400'000};
    }
    void aSecondThatIsWrittenAgainChangesItsRollups()
    {
        QFETCH(qint64, newest);
        auto past = somePast(1, 0, 6'000);
        const auto later = somePast(2, newest, newest + 1'500);
        past.insert(later.begin(), later.end());
        const GaugeSample before = past[700].gauges;
        openWriter();
        store(past);
        past[700] = closed(700, {{900, 0, 0, 0}});
        past[700].gauges.values[indexOf(GaugeKind::Incoming)] = 12'000;
        m_writer->enqueue(kRolledNode, kRolledName, false, {past[700]});
        QVERIFY(m_writer->flush());
        // What was known of the gauges and is not told again stays.
        past[700].gauges = before;
        past[700].gauges.values[indexOf(GaugeKind::Incoming)] = 12'000;
        compareTiles(past);
        if (QTest::currentTestFailed())
            return;
        // It goes on.
        const auto more = somePast(3, newest + 1'500, newest + 4'000);
        store(more);
        past.insert(more.begin(), more.end());
        compareTiles(past);
    }

    void anOlderHistoryIsRolledUpInBetween()
    {
        // As version 1 left it: two days of which only some hours are busy, without gauges.
        auto past = somePast(2, 0, 7'000);
        const auto later = somePast(3, 200'000, 207'000);
        past.insert(later.begin(), later.end());
        for (auto &[offset, second] : past)
            second.gauges = {};
        writeAsVersionOne(past);
        const auto before = numbers(QStringLiteral("SELECT count(*), sum(receive), sum(read) FROM second"));

        // At once, with not a minute rolled up.
        {
            auto opened = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadWrite);
            QVERIFY(opened && migrateHistory(**opened, m_file, historyMigrations()));
        }
        compareTiles(past);
        if (QTest::currentTestFailed())
            return;
        openWriter();
        const auto more = somePast(4, 207'000, 208'000);
        m_writer->enqueue(kRolledNode, kRolledName, false, values(more));
        QVERIFY(m_writer->flush());
        past.insert(more.begin(), more.end());
        compareTiles(past); // while it goes on
        if (QTest::currentTestFailed())
            return;
        QTRY_COMPARE_WITH_TIMEOUT(numbers(QStringLiteral("SELECT min(from_second) FROM rolled"))[0], unixSeconds(at(0)),
                                  60'000);
        QVERIFY(numbers(QStringLiteral("SELECT count(*) FROM rollup WHERE width = 3600"))[0] >= 4);
        compareTiles(past);
        // Nothing old was touched, and a copy is kept.
        QCOMPARE(numbers(QStringLiteral("SELECT count(*), sum(receive), sum(read) FROM second WHERE second < %1")
                             .arg(unixSeconds(at(207'000)))),
                 before);
        QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("history.sqlite.v1-*")}).size(), 1);
    }

    void rollupsThatCannotBeUnderstoodAreMadeAgain()
    {
        const auto past = somePast(1, 0, 6'000);
        openWriter();
        store(past);
        m_writer.reset();
        {
            auto opened = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadWrite);
            QVERIFY(opened &&
                    (*opened)->execute(QStringLiteral("UPDATE rollup SET bucket = x'FF' WHERE start % 7 < 3")));
        }
        compareTiles(past);
    }

    void gaugesThatStandStillAreOneRow()
    {
        openWriter();
        std::vector<ClosedSecond> seconds;
        for (qint64 offset = 0; offset < 300; ++offset) {
            auto second = closed(offset);
            second.gauges.values[indexOf(GaugeKind::Outbound)] = offset < 200 ? 5.0F : 6.0F;
            seconds.push_back(second);
            if (offset % 20 == 0) {
                m_writer->enqueue(kRolledNode, kRolledName, false, std::exchange(seconds, {}));
                QVERIFY(m_writer->flush());
            }
        }
        m_writer->enqueue(kRolledNode, kRolledName, false, seconds);
        QVERIFY(m_writer->flush());
        QCOMPARE(numbers(QStringLiteral("SELECT count(*), sum(to_second - from_second) FROM gauge")),
                 (std::vector<qint64>{2, 300}));
    }

    void newestRequestsFirstAndNothingThatNobodyWants()
    {
        openWriter();
        store(somePast(1, 0, 2'000));
        TileReader reader(m_file);
        std::vector<TileKey> keys;
        for (qint64 index = 0; index < 400; ++index)
            keys.push_back({kRolledNode, 0, keyAt(0, 0).index - 2 * index}); // never side by side
        std::vector<TileKey> read;
        connect(&reader, &TileReader::tilesRead, this, [&](const std::vector<TimelineTile> &tiles) {
            for (const auto &tile : tiles)
                read.push_back(tile.key);
        });
        reader.request(keys);
        const TileKey last{kRolledNode, 2, keyAt(2, 0).index};
        reader.request({last}); // none of the others is wanted any more
        QTRY_VERIFY_WITH_TIMEOUT(std::count(read.begin(), read.end(), last) == 1, 60'000);
        QVERIFY(read.size() < keys.size());
    }

    void tilesSideBySideAreReadTogether()
    {
        openWriter();
        store(somePast(1, 0, 4'000));
        TileReader reader(m_file);
        QSignalSpy answers(&reader, &TileReader::tilesRead);
        auto key = keyAt(0, 3'000);
        std::vector<TileKey> keys;
        for (int i = 0; i < 3; ++i, --key.index)
            keys.push_back(key);
        reader.request(keys);
        QTRY_COMPARE_WITH_TIMEOUT(answers.count(), 1, 60'000);
        const auto tiles = answers[0][0].value<std::vector<TimelineTile>>();
        QCOMPARE(tiles.size(), 3U);
        QCOMPARE(tiles[0].key.index + 2, tiles[2].key.index);
    }

    void whatCannotBeReadIsASentence()
    {
        // No history, and no such node: gaps.
        QVERIFY(readTile(keyAt(1, 0)).error.isEmpty());
        openWriter();
        store(somePast(1, 0, 100));
        auto unknown = keyAt(1, 0);
        unknown.nodeId = QStringLiteral("nobody");
        const auto nothing = readTile(unknown);
        QVERIFY(nothing.error.isEmpty() && nothing.buckets->size() == kBucketsPerTile);
        QVERIFY(nothing.buckets->front().isGap());
        m_writer.reset();
        {
            auto opened = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadWrite);
            QVERIFY(opened && (*opened)->execute(QStringLiteral("PRAGMA user_version=99")));
        }
        const auto tooNew = readTile(keyAt(1, 0));
        QVERIFY(tooNew.error.contains(QStringLiteral("Update Barograph")));
        QVERIFY(!tooNew.buckets);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("this is no database, but text of some length") > 0);
        file.close();
        QVERIFY(readTile(keyAt(1, 0)).error.endsWith(QLatin1Char('.')));
    }

private:
    void openWriter() { m_writer = std::make_unique<HistoryWriter>(m_file); }
    static std::vector<ClosedSecond> values(const std::map<qint64, ClosedSecond> &past)
    {
        std::vector<ClosedSecond> seconds;
        for (const auto &entry : past)
            seconds.push_back(entry.second);
        return seconds;
    }
    void store(const std::map<qint64, ClosedSecond> &past)
    {
        m_writer->enqueue(kRolledNode, kRolledName, false, values(past));
        QVERIFY(m_writer->flush());
    }
    std::vector<qint64> numbers(const QString &query) const
    {
        auto opened = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadOnly);
        std::vector<qint64> found;
        if (!opened)
            return found;
        QSqlQuery result((*opened)->connection());
        if (!result.exec(query) || !result.next())
            return {-1};
        for (int column = 0; !result.value(column).isNull(); ++column) {
            found.push_back(result.value(column).toLongLong());
            if (column + 1 >= query.count(QLatin1Char('(')))
                break;
        }
        return found;
    }
    void writeAsVersionOne(const std::map<qint64, ClosedSecond> &past)
    {
        auto opened = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadWrite);
        QVERIFY(opened && migrateHistory(**opened, m_file, {historyMigrations().front()}));
        const auto &database = **opened;
        QVERIFY(database.execute(QStringLiteral("BEGIN")));
        QVERIFY(database.execute(QStringLiteral("INSERT INTO node VALUES (1, 'support-eu', 'Support EU', 0)")));
        std::vector<CoverageSpan> spans;
        for (const auto &[offset, second] : past) {
            const auto &sample = second.sample;
            overlay(spans, {second.second, second.second + Seconds{1}, sample.knownMask, sample.notMeasuredMask,
                            second.allocatedTps});
            if (sample.counts.total() == 0)
                continue;
            QVERIFY(
                database.execute(QStringLiteral("INSERT INTO second VALUES (1, %1, %2, %3, %4, %5, %6, %7, 0, 0, NULL)")
                                     .arg(unixSeconds(second.second))
                                     .arg(sample.counts[EventKind::Receive])
                                     .arg(sample.counts[EventKind::Send])
                                     .arg(sample.counts[EventKind::Delivery])
                                     .arg(sample.counts[EventKind::Read])
                                     .arg(sample.knownMask)
                                     .arg(sample.notMeasuredMask)));
        }
        for (const auto &span : spans) {
            QVERIFY(database.execute(QStringLiteral("INSERT INTO coverage VALUES (1, %1, %2, %3, %4, %5)")
                                         .arg(unixSeconds(span.from))
                                         .arg(unixSeconds(span.to))
                                         .arg(span.knownMask)
                                         .arg(span.notMeasuredMask)
                                         .arg(span.allocatedTps)));
        }
        QVERIFY(database.execute(QStringLiteral("COMMIT")));
    }
    std::vector<TimelineTile> readTiles(const std::vector<TileKey> &keys) const
    {
        TileReader reader(m_file);
        std::vector<TimelineTile> read;
        QEventLoop loop;
        connect(&reader, &TileReader::tilesRead, &loop, [&](const std::vector<TimelineTile> &tiles) {
            read.insert(read.end(), tiles.begin(), tiles.end());
            if (read.size() >= keys.size())
                loop.quit();
        });
        QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
        reader.request(keys);
        loop.exec();
        return read;
    }
    TimelineTile readTile(const TileKey &key) const
    {
        const auto read = readTiles({key});
        return read.empty() ? TimelineTile{} : read.front();
    }
    void compareTiles(const std::map<qint64, ClosedSecond> &past)
    {
        const qint64 until = endOf(past);
        std::vector<TileKey> keys;
        for (int level = 0; level < static_cast<int>(kTimelineLevels.size()); ++level) {
            for (const auto &entry : past) {
                if (const auto key = keyAt(level, entry.first); keys.empty() || keys.back() != key)
                    keys.push_back(key);
            }
        }
        const auto tiles = readTiles(keys);
        QCOMPARE(tiles.size(), keys.size());
        for (const auto &tile : tiles) {
            QVERIFY2(tile.buckets, qPrintable(tile.error));
            QVERIFY(tile.until == at(until));
            const qint64 width = tile.key.bucketWidth().count();
            const qint64 from = (tile.key.from() - at(0)).count();
            for (int i = 0; i < kBucketsPerTile; ++i) {
                const auto expected = bucketOf(past, from + i * width, from + (i + 1) * width, until);
                QVERIFY2(
                    (*tile.buckets)[static_cast<std::size_t>(i)] == expected,
                    qPrintable(
                        QStringLiteral("level %1, bucket %2 at %3").arg(tile.key.level).arg(i).arg(from + i * width)));
            }
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<HistoryWriter> m_writer;
};

BAROGRAPH_TEST(TestHistoryRollups)
#include "tst_history_rollups.moc"
