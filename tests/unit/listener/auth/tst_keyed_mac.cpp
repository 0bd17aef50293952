// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/auth/keyed_mac.h"
#include "signing.h"
#include "test_case.h"

using namespace barograph;
using namespace barograph::test;

namespace {

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

class TestKeyedMac : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownVectors_data();
    void knownVectors();
    void refusesWhatIsNoDigest_data();
    void refusesWhatIsNoDigest();
    void oneKeyForManyTexts();
    void copesWithLongKeys();
};

// RFC 4231, section 4
void TestKeyedMac::knownVectors_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sha256");
    QTest::addColumn<QByteArray>("sha512");
    QTest::newRow("1") << QByteArray(20, '\x0b') << QByteArray("Hi There")
                       << QByteArray("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
                       << QByteArray("87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde"
                                     "daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854");
    QTest::newRow("2") << QByteArray("Jefe") << QByteArray("what do ya want for nothing?")
                       << QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
                       << QByteArray("164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                                     "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737");
    QTest::newRow("3") << QByteArray(20, '\xaa') << QByteArray(50, '\xdd')
                       << QByteArray("773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")
                       << QByteArray("fa73b0089d56a284efb0f0756c890be9b1b5dbdd8ee81a3655f83e33b2279d39"
                                     "bf3e848279a722c806b485a47e67c807b946a337bee8942674278859e13292fb");
    QTest::newRow("6") << QByteArray(131, '\xaa')
                       << QByteArray("Test Using Larger Than Block-Size Key - Hash Key First")
                       << QByteArray("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
                       << QByteArray("80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352"
                                     "6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598");
}

void TestKeyedMac::knownVectors()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, sha256);
    QFETCH(QByteArray, sha512);
    const KeyedMac small(KeyedMac::Hash::Sha256, key);
    const KeyedMac large(KeyedMac::Hash::Sha512, key);
    QVERIFY(small.matchesHex(view(text), view(sha256)));
    QVERIFY(small.matchesHex(view(text), view(sha256.toUpper())));
    QVERIFY(large.matchesHex(view(text), view(sha512)));
    QVERIFY(!small.matchesHex(view(text + ' '), view(sha256)));
    QVERIFY(!large.matchesHex(view(text), view(sha256)));
    KeyedMac::Digest digest{};
    QVERIFY(small.compute(view(text), digest));
    QCOMPARE(QByteArray(reinterpret_cast<const char *>(digest.data()), 32).toHex(), sha256);
    QVERIFY(small.matches(view(text), view(QByteArray::fromHex(sha256))));
}

void TestKeyedMac::refusesWhatIsNoDigest_data()
{
    QTest::addColumn<QByteArray>("hex");
    const QByteArray right = hubSignature("body", "key").mid(7);
    QByteArray lastBit = right;
    lastBit.back() = lastBit.back() == '0' ? '1' : '0';
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("short") << right.chopped(1);
    QTest::newRow("half") << right.left(32);
    QTest::newRow("long") << QByteArray(right + '0');
    QTest::newRow("last digit") << lastBit;
    QTest::newRow("no hex at all") << QByteArray(64, 'g');
    QTest::newRow("no hex at the end") << QByteArray(right.chopped(1) + 'x');
    QTest::newRow("with its prefix") << QByteArray("sha256=" + right);
    QTest::newRow("space in front") << QByteArray(' ' + right.chopped(1));
    QTest::newRow("of another key") << hubSignature("body", "kez").mid(7);
}

void TestKeyedMac::refusesWhatIsNoDigest()
{
    QFETCH(QByteArray, hex);
    const KeyedMac mac(KeyedMac::Hash::Sha256, "key");
    QVERIFY(!mac.matchesHex("body", view(hex)));
}

void TestKeyedMac::oneKeyForManyTexts()
{
    const KeyedMac mac(KeyedMac::Hash::Sha512, "key");
    for (int size = 0; size < 300; ++size) {
        const QByteArray body(size, 'x');
        QVERIFY(mac.matchesHex(view(body), view(wahaSignature(body, "key"))));
        QVERIFY(!mac.matchesHex(view(body + 'y'), view(wahaSignature(body, "key"))));
    }
}

void TestKeyedMac::copesWithLongKeys()
{
    for (const int size : {1, 63, 64, 65, 127, 128, 129, 4096}) {
        const QByteArray key(size, 'k');
        QVERIFY(KeyedMac(KeyedMac::Hash::Sha256, key).matchesHex("b", view(hubSignature("b", key).mid(7))));
        QVERIFY(KeyedMac(KeyedMac::Hash::Sha512, key).matchesHex("b", view(wahaSignature("b", key))));
    }
}

BAROGRAPH_TEST(TestKeyedMac)
#include "tst_keyed_mac.moc"
