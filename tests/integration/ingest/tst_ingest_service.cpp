// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest_fixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace barograph;
using namespace barograph::test;

class TestIngestService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatItAcknowledged();
};

void TestIngestService::countsWhatItAcknowledged()
{
    QTemporaryDir folder;
    IngestService service(optionsBelow(folder.path()));
    service.start();
    const QUrl url = awaitUrl(service);
    QCOMPARE(post(url, statusBody("m1", "delivered")), 200);
    QCOMPARE(post(url, statusBody("m1", "delivered")), 200);
    QCOMPARE(post(url, statusBody("m1", "read")), 200);
    const auto frame = awaitFrame(service, [](const Frame &f) { return f.ingest.received == 3; });
    QVERIFY(frame);
    QCOMPARE(frame->ingest.counted, quint64{2});
    QCOMPARE(frame->ingest.redelivered, quint64{1});
    service.stop();

    IngestService again(optionsBelow(folder.path()));
    again.start();
    QCOMPARE(awaitUrl(again).path(), url.path());
    const auto replayed = awaitFrame(again, [](const Frame &f) { return f.ingest.received == 3; });
    QVERIFY(replayed);
    QCOMPARE(replayed->ingest, frame->ingest);
    QCOMPARE(replayed->nodes[0].totals, frame->nodes[0].totals);
}

QTEST_GUILESS_MAIN(TestIngestService)
#include "tst_ingest_service.moc"
