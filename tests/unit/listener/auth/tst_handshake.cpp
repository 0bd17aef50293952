// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/auth/handshake.h"
#include "test_case.h"

using namespace barograph;

Q_DECLARE_METATYPE(Handshake)

class TestHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data();
    void judges();
    void withoutATokenNothingIsRight();
};

void TestHandshake::judges_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<Handshake>("result");
    QTest::addColumn<QByteArray>("challenge");
    const auto row = [](const char *name, const QByteArray &query, Handshake result, const QByteArray &challenge = {}) {
        QTest::newRow(name) << query << result << challenge;
    };
    const QByteArray right = "hub.mode=subscribe&hub.verify_token=tok-en&hub.challenge=";
    const auto longest = QByteArray(static_cast<qsizetype>(kLongestChallenge), '7');
    row("right", right + "1158201444", Handshake::Right, "1158201444");
    row("another order", "hub.challenge=5&hub.verify_token=tok-en&x=y&hub.mode=subscribe", Handshake::Right, "5");
    row("encoded", right + "a%20b%2Bc+d%26", Handshake::Right, "a b+c d&");
    row("encoded token", "hub.mode=subscribe&hub.verify_token=tok%2den&hub.challenge=1", Handshake::Right, "1");
    row("empty parameters between", "&&" + right + "1&&", Handshake::Right, "1");
    row("longest", right + longest, Handshake::Right, longest);
    row("too long", right + longest + "7", Handshake::BadChallenge);
    row("too long before decoding", right + QByteArray("%41").repeated(200), Handshake::Right, QByteArray(200, 'A'));
    row("empty challenge", right, Handshake::BadChallenge);
    row("no challenge", "hub.mode=subscribe&hub.verify_token=tok-en", Handshake::BadChallenge);
    row("challenge twice", right + "1&hub.challenge=1", Handshake::BadChallenge);
    row("line break", right + "a%0d%0aX:y", Handshake::BadChallenge);
    row("zero byte", right + "a%00", Handshake::BadChallenge);
    row("not ASCII", right + "%c3%a4", Handshake::BadChallenge);
    row("half an escape", right + "1%4", Handshake::BadChallenge);
    row("no escape", right + "1%zz", Handshake::BadChallenge);
    row("wrong token", "hub.mode=subscribe&hub.verify_token=tok-em&hub.challenge=1", Handshake::WrongToken);
    row("part of the token", "hub.mode=subscribe&hub.verify_token=tok-e&hub.challenge=1", Handshake::WrongToken);
    row("more than the token", "hub.mode=subscribe&hub.verify_token=tok-en1&hub.challenge=1", Handshake::WrongToken);
    row("empty token", "hub.mode=subscribe&hub.verify_token=&hub.challenge=1", Handshake::WrongToken);
    row("no token", "hub.mode=subscribe&hub.challenge=1", Handshake::WrongToken);
    row("token twice", right + "1&hub.verify_token=tok-en", Handshake::WrongToken);
    row("other mode", "hub.mode=unsubscribe&hub.verify_token=tok-en&hub.challenge=1", Handshake::WrongToken);
    row("no mode", "hub.verify_token=tok-en&hub.challenge=1", Handshake::WrongToken);
    row("mode twice", right + "1&hub.mode=subscribe", Handshake::WrongToken);
    row("capital names", "HUB.MODE=subscribe&HUB.VERIFY_TOKEN=tok-en&HUB.CHALLENGE=1", Handshake::WrongToken);
    row("nothing", "", Handshake::WrongToken);
    row("names alone", "hub.mode&hub.verify_token&hub.challenge", Handshake::WrongToken);
}

void TestHandshake::judges()
{
    QFETCH(QByteArray, query);
    QFETCH(Handshake, result);
    QFETCH(QByteArray, challenge);
    std::string given;
    QCOMPARE(judgeHandshake("/hook/a/b?" + query.toStdString(), "tok-en", given), result);
    QCOMPARE(QByteArray::fromStdString(given), challenge);
}

void TestHandshake::withoutATokenNothingIsRight()
{
    std::string challenge;
    QCOMPARE(judgeHandshake("/hook/a/b?hub.mode=subscribe&hub.verify_token=&hub.challenge=1", "", challenge),
             Handshake::WrongToken);
    QCOMPARE(judgeHandshake("/hook/a/b", "tok-en", challenge), Handshake::WrongToken);
}

BAROGRAPH_TEST(TestHandshake)
#include "tst_handshake.moc"
