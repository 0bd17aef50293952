// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts.h"
#include "test_case.h"

using namespace barograph::sim;
using namespace std::chrono_literals;

class TestSimAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passwordRules_data();
    void passwordRules();
    void firstLoginHasToChangeThePassword();
    void presetPasswordIsNotChanged();
    void tokensExpireAfterSevenDays();
    void refusesMalformedAuthorization_data();
    void refusesMalformedAuthorization();
    void createsUsersOnce();
    void forgetsOldestToken();
    void expiryHasTheApisOwnFormat();
};

namespace {

std::string basic(const char *pair)
{
    return "Basic " + QByteArray(pair).toBase64().toStdString();
}

const Accounts::Clock::time_point kNow{std::chrono::seconds(1'631'633'366)};

} // namespace

void TestSimAccounts::passwordRules_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("acceptable");
    QTest::newRow("good") << QStringLiteral("Abcdef1!") << true;
    QTest::newRow("7 characters") << QStringLiteral("Abcde1!") << false;
    QTest::newRow("64 characters") << QString(QStringLiteral("Aa1!") + QString(60, QLatin1Char('x'))) << true;
    QTest::newRow("65 characters") << QString(QStringLiteral("Aa1!") + QString(61, QLatin1Char('x'))) << false;
    QTest::newRow("no digit") << QStringLiteral("Abcdefg!") << false;
    QTest::newRow("no upper case") << QStringLiteral("abcdef1!") << false;
    QTest::newRow("no lower case") << QStringLiteral("ABCDEF1!") << false;
    QTest::newRow("no special") << QStringLiteral("Abcdefg1") << false;
    QTest::newRow("empty") << QString() << false;
}

void TestSimAccounts::passwordRules()
{
    QFETCH(QString, password);
    QFETCH(bool, acceptable);
    QCOMPARE(isAcceptablePassword(password.toStdString()), acceptable);
}

void TestSimAccounts::firstLoginHasToChangeThePassword()
{
    Accounts accounts({});
    const auto refused = accounts.login(basic("admin:secret"), {}, kNow);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, 1008);
    const auto weak = accounts.login(basic("admin:secret"), "secret", kNow);
    QVERIFY(!weak);
    QCOMPARE(weak.error().code, 1009);
    QVERIFY(accounts.login(basic("admin:secret"), "Abcdef1!", kNow));
    QVERIFY(!accounts.login(basic("admin:secret"), {}, kNow));
    const auto token = accounts.login(basic("admin:Abcdef1!"), {}, kNow);
    QVERIFY(token);
    QVERIFY(accounts.user(token->token, kNow)->admin);
    accounts.logout(token->token);
    QVERIFY(!accounts.user(token->token, kNow));
}

void TestSimAccounts::presetPasswordIsNotChanged()
{
    Accounts accounts("Preset:1x"); // a colon belongs to the password
    QVERIFY(accounts.login(basic("admin:Preset:1x"), {}, kNow));
    QVERIFY(!accounts.login(basic("admin:secret"), "Abcdef1!", kNow));
}

void TestSimAccounts::tokensExpireAfterSevenDays()
{
    Accounts accounts("p");
    const auto token = accounts.login(basic("admin:p"), {}, kNow);
    QVERIFY(token);
    QCOMPARE(token->expiresAfter, kNow + 7 * 24h);
    QVERIFY(accounts.user(token->token, kNow + 7 * 24h - 1s));
    QVERIFY(!accounts.user(token->token, kNow + 7 * 24h));
}

void TestSimAccounts::refusesMalformedAuthorization_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("bearer") << QByteArray("Bearer x");
    QTest::newRow("no base64") << QByteArray("Basic ***=");
    QTest::newRow("cut") << QByteArray("Basic YWRt");
    QTest::newRow("wrong length") << QByteArray("Basic YWRta");
    QTest::newRow("no colon") << QByteArray("Basic " + QByteArray("admin").toBase64());
    QTest::newRow("wrong user") << QByteArray("Basic " + QByteArray("root:p").toBase64());
    QTest::newRow("wrong password") << QByteArray("Basic " + QByteArray("admin:q").toBase64());
    QTest::newRow("empty password") << QByteArray("Basic " + QByteArray("admin:").toBase64());
}

void TestSimAccounts::refusesMalformedAuthorization()
{
    QFETCH(QByteArray, header);
    Accounts accounts("p");
    const auto refused = accounts.login(header.toStdString(), {}, kNow);
    QVERIFY(!refused);
    QCOMPARE(refused.error().status, 401);
    QCOMPARE(refused.error().code, 1005);
}

void TestSimAccounts::createsUsersOnce()
{
    Accounts accounts("p");
    QVERIFY(!accounts.create("op", "weak"));
    QVERIFY(accounts.create("op", "Abcdef1!"));
    QCOMPARE(accounts.create("op", "Abcdef1!").error().code, 1014);
    QVERIFY(!accounts.create("admin", "Abcdef1!"));
    const auto token = accounts.login(basic("op:Abcdef1!"), {}, kNow);
    QVERIFY(token);
    QVERIFY(!accounts.user(token->token, kNow)->admin);
}

void TestSimAccounts::forgetsOldestToken()
{
    Accounts accounts("p");
    const auto first = accounts.login(basic("admin:p"), {}, kNow);
    for (int i = 1; i <= 1'000; ++i)
        QVERIFY(accounts.login(basic("admin:p"), {}, kNow + std::chrono::seconds(i)));
    QVERIFY(!accounts.user(first->token, kNow));
}

void TestSimAccounts::expiryHasTheApisOwnFormat()
{
    QCOMPARE(expiryText(kNow), std::string("2021-09-14 15:29:26+00:00"));
}

BAROGRAPH_TEST(TestSimAccounts)
#include "tst_sim_accounts.moc"
