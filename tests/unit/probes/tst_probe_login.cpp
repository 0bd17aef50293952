// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_login.h"
#include "test_case.h"

using namespace barograph;

class TestProbeLogin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsExpiry_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("millis"); // -1 = cannot be read
        QTest::newRow("documented") << "2021-09-14 15:29:26+00:00" << qint64{1'631'633'366'000};
        QTest::newRow("ISO") << "2021-09-14T15:29:26+00:00" << qint64{1'631'633'366'000};
        QTest::newRow("Z") << "2021-09-14T15:29:26Z" << qint64{1'631'633'366'000};
        QTest::newRow("other offset") << "2021-09-14 17:29:26+02:00" << qint64{1'631'633'366'000};
        QTest::newRow("no offset is UTC") << "2021-09-14 15:29:26" << qint64{1'631'633'366'000};
        QTest::newRow("millis") << "2021-09-14 15:29:26.500+00:00" << qint64{1'631'633'366'500};
        QTest::newRow("empty") << "" << qint64{-1};
        QTest::newRow("number") << "1631633366" << qint64{-1};
        QTest::newRow("garbage") << "tomorrow" << qint64{-1};
        QTest::newRow("long") << QString(100, QLatin1Char('2')) << qint64{-1};
    }
    void readsExpiry()
    {
        QFETCH(QString, text);
        QFETCH(qint64, millis);
        const auto parsed = parseExpiresAfter(text);
        QCOMPARE(parsed ? unixMillis(*parsed) : qint64{-1}, millis);
    }

    void readsTheToken()
    {
        const auto answer = parseLoginAnswer(
            R"({"users":[{"token":"abc.def","expires_after":"2021-09-14 15:29:26+00:00"}],"meta":{}})");
        QVERIFY(answer.has_value());
        QCOMPARE(answer->token.reveal(), QByteArray("abc.def"));
        QVERIFY(answer->expiresAt.has_value());
        QVERIFY(parseLoginAnswer(R"({"users":[{"token":"abc"}]})")->expiresAt == std::nullopt);
    }

    void refusesTokens_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("no users") << QByteArray("{}");
        QTest::newRow("empty list") << QByteArray(R"({"users":[]})");
        QTest::newRow("empty token") << QByteArray(R"({"users":[{"token":""}]})");
        QTest::newRow("number") << QByteArray(R"({"users":[{"token":5}]})");
        QTest::newRow("header injection") << QByteArray(R"({"users":[{"token":"a\r\nX: y"}]})");
        QTest::newRow("giant") << QByteArray(R"({"users":[{"token":")") + QByteArray(10'000, 'a') + "\"}]}";
    }
    void refusesTokens()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!parseLoginAnswer(body));
    }

    void seesADemandForANewPassword_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("asks");
        const QByteArray missing = R"({"errors":[{"code":1008,"title":"Required parameter is missing"}]})";
        const QByteArray details = R"({"errors":[{"code":1005,"details":"Change the Password first"}]})";
        QTest::newRow("missing parameter") << 400 << missing << true;
        QTest::newRow("in words") << 403 << details << true;
        QTest::newRow("wrong password") << 401 << details << false;
        QTest::newRow("too many") << 429 << missing << false;
        QTest::newRow("server error") << 500 << details << false;
        QTest::newRow("some page") << 403 << QByteArray("<html>password</html>") << false;
        QTest::newRow("other error") << 400 << QByteArray(R"({"errors":[{"code":1009}]})") << false;
        QTest::newRow("fine") << 200 << missing << false;
    }
    void seesADemandForANewPassword()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(bool, asks);
        QCOMPARE(asksForNewPassword(status, body), asks);
    }

    void renewsInTime()
    {
        const UtcTime now = fromUnixMillis(1'000'000'000);
        const auto after = [now](qint64 millis) { return std::optional(now + Millis{millis}); };
        QCOMPARE(renewalTime(now, after(1'000'000)), after(900'000));
        QCOMPARE(renewalTime(now, after(5'000)), after(10'000));
        QVERIFY(!renewalTime(now, std::nullopt));
        QVERIFY(!renewalTime(now, after(0)));
        QVERIFY(!renewalTime(now, after(-1)));
    }

    void encodesBasic()
    {
        QCOMPARE(basicAuthorization(QStringLiteral("admin"), Secret("secret")), QByteArray("Basic YWRtaW46c2VjcmV0"));
    }
};

BAROGRAPH_TEST(TestProbeLogin)
#include "tst_probe_login.moc"
