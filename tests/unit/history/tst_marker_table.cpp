// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_store.h"
#include "storage/history_writer.h"
#include "storage/marker_reader.h"
#include "storage/marker_table.h"

#include "history_samples.h"
#include "test_case.h"

#include <QTemporaryDir>

using namespace barograph;

namespace {

/// The writer removes what is too old, by the real clock.
const qint64 kRecently = unixSeconds(secondOf(utcNow())) - samples::kStart;

UtcSecond at(qint64 offset)
{
    return samples::at(kRecently + offset);
}

const QString kNode = QStringLiteral("support-eu");

Marker markerAt(qint64 offset, const QString &id, MarkerKind kind = MarkerKind::StateChange)
{
    return {id, UtcTime{at(offset)} + Millis{7}, kind, kNode, QStringLiteral("Down, was OK"), true};
}

} // namespace

class TestMarkerTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("history.sqlite"));
    }

    void whatIsWrittenIsRead()
    {
        HistoryWriter writer(m_file);
        const auto down = markerAt(10, QStringLiteral("a"));
        const auto note = markerAt(20, QStringLiteral("note/1"), MarkerKind::Annotation);
        auto elsewhere = markerAt(15, QStringLiteral("x"));
        elsewhere.nodeId = QStringLiteral("another");
        writer.enqueueMarker(note);
        writer.enqueueMarker(down);
        writer.enqueueMarker(elsewhere);
        writer.enqueueControl(samples::control(QStringLiteral("c"), kRecently + 12, ControlOutcome::Failed));
        QVERIFY(writer.flush());
        auto span = read(0, 100);
        QCOMPARE(span.error, QString());
        QCOMPARE(span.markers->size(), std::size_t{3});
        QCOMPARE(span.markers->at(0), down);
        QCOMPARE(span.markers->at(1).kind, MarkerKind::Control);
        QCOMPARE(span.markers->at(1).id, QStringLiteral("c"));
        QVERIFY(span.markers->at(1).bad);
        QCOMPARE(span.markers->at(2), note);
        QCOMPARE(read(0, 10).markers->size(), std::size_t{0}); // half-open, to the millisecond
        QCOMPARE(read(11, 20).markers->size(), std::size_t{1});

        // A replay, or a rewritten note, brings the same id again.
        auto rewritten = note;
        rewritten.text = QStringLiteral("It was the provider");
        writer.enqueueMarker(down);
        writer.enqueueMarker(rewritten);
        QVERIFY(writer.flush());
        span = read(0, 100);
        QCOMPARE(span.markers->size(), std::size_t{3});
        QCOMPARE(span.markers->back().text, rewritten.text);

        writer.removeNote(1, note.id);
        QVERIFY(writer.flush());
        QCOMPARE(read(0, 100).markers->size(), std::size_t{2});
        // Written and taken away before it came to the disk.
        writer.storeNote(2, note);
        writer.removeNote(3, note.id);
        QVERIFY(writer.flush());
        QCOMPARE(read(0, 100).markers->size(), std::size_t{2});
    }

    void noHistoryYetIsNoTrouble()
    {
        const auto span = read(0, 100);
        QCOMPARE(span.error, QString());
        QVERIFY(span.markers && span.markers->empty());
    }

    void aNewerFileIsNotGuessedAt()
    {
        auto database = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadWrite);
        QVERIFY(database);
        QVERIFY((*database)->execute(QStringLiteral("PRAGMA user_version=%1").arg(historyVersion() + 1)));
        QVERIFY(!read(0, 100).error.isEmpty());
    }

    void anOlderHistoryGetsTheTable()
    {
        auto migrations = historyMigrations();
        const auto place = std::find(migrations.begin(), migrations.end(), markersMigration());
        QVERIFY(place != migrations.end());
        migrations.erase(place, migrations.end());
        {
            auto database = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadWrite);
            QVERIFY(database);
            QVERIFY(migrateHistory(**database, m_file, migrations));
            QVERIFY((*database)->execute(QStringLiteral("INSERT INTO node (id, name) VALUES ('support-eu', 'S')")));
        }
        HistoryWriter writer(m_file);
        writer.enqueueMarker(markerAt(10, QStringLiteral("a")));
        QVERIFY(writer.flush());
        QCOMPARE(read(0, 100).markers->size(), std::size_t{1});
    }

    void theNewestOfManyAreRead()
    {
        HistoryWriter writer(m_file);
        for (int i = 0; i < kMostMarkersRead; ++i)
            writer.enqueueMarker(markerAt(i, QString::number(i)));
        QVERIFY(writer.flush());
        for (int i = kMostMarkersRead; i < kMostMarkersRead + 50; ++i)
            writer.enqueueMarker(markerAt(i, QString::number(i)));
        writer.enqueueControl(
            samples::control(QStringLiteral("c"), kRecently + kMostMarkersRead + 60, ControlOutcome::Verified));
        QVERIFY(writer.flush());
        const auto span = read(0, 100'000);
        QCOMPARE(span.markers->size(), static_cast<std::size_t>(kMostMarkersRead));
        QCOMPARE(span.markers->back().id, QStringLiteral("c"));
        QCOMPARE(span.markers->front().at, UtcTime{at(51)} + Millis{7});
    }

    void theOldGoAndNotesStay()
    {
        auto database = HistoryDatabase::open(m_file, HistoryDatabase::Access::ReadWrite);
        QVERIFY(database);
        QVERIFY(migrateHistory(**database, m_file, historyMigrations()));
        QVERIFY((*database)->execute(QStringLiteral("INSERT INTO node (key, id, name) VALUES (1, 'support-eu', 'S')")));
        MarkerTable table;
        QVERIFY(table.prepare(**database));
        const UtcTime now = UtcTime{at(0)} + MarkerTable::kKept;
        QVERIFY(table.write(1, markerAt(-10, QStringLiteral("old"))));
        QVERIFY(table.write(1, markerAt(-10, QStringLiteral("note/old"), MarkerKind::Annotation)));
        QVERIFY(table.write(1, markerAt(10, QStringLiteral("young"))));
        QVERIFY(table.trim(now));
        const auto left = selectMarkers(**database, kNode, UtcTime{at(-100)}, UtcTime{at(100)}, 10);
        QVERIFY(left);
        QCOMPARE(left->size(), std::size_t{2});
        QCOMPARE(left->front().id, QStringLiteral("note/old"));
    }

    void longReasonsAreCut()
    {
        HistoryWriter writer(m_file);
        auto marker = markerAt(1, QStringLiteral("a"));
        marker.text = QString(5'000, u'x');
        writer.enqueueMarker(marker);
        QVERIFY(writer.flush());
        QCOMPARE(read(0, 100).markers->front().text.size(), MarkerTable::kLongestText);
    }

private:
    MarkerSpan read(qint64 from, qint64 to) const
    {
        return readMarkers(m_file, kNode, UtcTime{at(from)}, UtcTime{at(to)});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

BAROGRAPH_TEST(TestMarkerTable)
#include "tst_marker_table.moc"
