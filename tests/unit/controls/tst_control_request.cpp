// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/control_request.h"
#include "controls/pause_action.h"
#include "test_case.h"

#include <QRegularExpression>
#include <QSet>

using namespace barograph;

namespace {

const QString kNode = QStringLiteral("n");
const QString kReason = QStringLiteral("why");

} // namespace

class TestControlRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatMayBeEditedAfterThePreview()
    {
        const ControlRequest pause = PauseQueueRequest{kNode, {}, std::nullopt};
        QVERIFY(sameIntent(pause, PauseQueueRequest{kNode, kReason, Millis{5000}}));
        QVERIFY(!sameIntent(pause, PauseQueueRequest{QStringLiteral("m"), {}, std::nullopt}));
        QVERIFY(!sameIntent(pause, ResumeQueueRequest{kNode, {}}));
        const ControlRequest callbacks = SetCallbacksRequest{kNode, {true, true, false}, {}};
        QVERIFY(sameIntent(callbacks, SetCallbacksRequest{kNode, {true, true, false}, kReason}));
        QVERIFY(!sameIntent(callbacks, SetCallbacksRequest{kNode, {true, false, false}, kReason}));
        const ControlRequest restore = RestoreRequest{kNode, QStringLiteral("c1"), {}};
        QVERIFY(sameIntent(restore, RestoreRequest{kNode, QStringLiteral("c1"), kReason}));
        QVERIFY(!sameIntent(restore, RestoreRequest{kNode, QStringLiteral("c2"), kReason}));
    }

    void objects_data()
    {
        QTest::addColumn<ControlRequest>("request");
        QTest::addColumn<bool>("objects");
        const QString longReason(501, QLatin1Char('x'));
        QTest::newRow("pause") << ControlRequest(PauseQueueRequest{kNode, kReason, std::nullopt}) << false;
        QTest::newRow("pause for a time") << ControlRequest(PauseQueueRequest{kNode, kReason, Millis{1000}}) << false;
        QTest::newRow("pause without reason")
            << ControlRequest(PauseQueueRequest{kNode, QStringLiteral(" \n"), {}}) << true;
        QTest::newRow("too short") << ControlRequest(PauseQueueRequest{kNode, kReason, Millis{999}}) << true;
        QTest::newRow("too long") << ControlRequest(PauseQueueRequest{kNode, kReason, Millis{31LL * 86'400'000}})
                                  << true;
        QTest::newRow("novel") << ControlRequest(PauseQueueRequest{kNode, longReason, {}}) << true;
        QTest::newRow("resume without reason") << ControlRequest(ResumeQueueRequest{kNode, {}}) << false;
        QTest::newRow("callbacks without reason") << ControlRequest(SetCallbacksRequest{kNode, {}, {}}) << true;
        QTest::newRow("restore without reason")
            << ControlRequest(RestoreRequest{kNode, QStringLiteral("c"), {}}) << true;
    }
    void objects()
    {
        QFETCH(ControlRequest, request);
        QFETCH(bool, objects);
        QCOMPARE(!objectionTo(request).isEmpty(), objects);
    }

    void makesIdsThatNameATime()
    {
        const QString id = newControlId(fromUnixMillis(1'795'485'600'000));
        QVERIFY2(QRegularExpression(QStringLiteral("\\A20261124T020000-[0-9a-f]{16}\\z")).match(id).hasMatch(),
                 qPrintable(id));
        QSet<QString> ids;
        for (int i = 0; i < 1000; ++i)
            ids.insert(newControlId(utcNow()));
        QCOMPARE(ids.size(), qsizetype{1000});
    }

    void writesDurations_data()
    {
        QTest::addColumn<qint64>("millis");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64{0} << "0 s";
        QTest::newRow("rounded up") << qint64{1} << "1 s";
        QTest::newRow("seconds") << qint64{45'000} << "45 s";
        QTest::newRow("minutes") << qint64{1'800'000} << "30 min";
        QTest::newRow("both") << qint64{90'000} << "1 min 30 s";
        QTest::newRow("hours") << qint64{5'400'000} << "1 h 30 min";
        QTest::newRow("not three") << qint64{5'430'000} << "1 h 30 min";
        QTest::newRow("gap") << qint64{3'605'000} << "1 h";
        QTest::newRow("days") << qint64{183'600'000} << "2 d 3 h";
    }
    void writesDurations()
    {
        QFETCH(qint64, millis);
        QFETCH(QString, text);
        QCOMPARE(durationText(Millis{millis}), text);
    }
};

BAROGRAPH_TEST(TestControlRequest)
#include "tst_control_request.moc"
