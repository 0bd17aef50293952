// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/auth/ip_network.h"
#include "test_case.h"

using namespace barograph;

class TestIpNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contains_data();
    void contains();
    void refuses_data();
    void refuses();
};

void TestIpNetwork::contains_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("inside");
    const auto row = [](const char *network, const char *address, bool inside) {
        QTest::addRow("%s in %s", address, network)
            << QString::fromLatin1(network) << QString::fromLatin1(address) << inside;
    };
    row("10.0.0.5", "10.0.0.5", true);
    row("10.0.0.5", "10.0.0.4", false);
    row("10.0.0.5/32", "10.0.0.5", true);
    row("10.0.0.0/8", "10.255.255.255", true);
    row("10.0.0.0/8", "11.0.0.0", false);
    row("10.1.2.3/8", "10.9.9.9", true); // bits behind the prefix do not matter
    row("192.168.4.0/22", "192.168.7.255", true);
    row("192.168.4.0/22", "192.168.8.0", false);
    row("192.168.4.0/31", "192.168.4.1", true);
    row("192.168.4.0/31", "192.168.4.2", false);
    row("0.0.0.0/0", "203.0.113.9", true);
    row("0.0.0.0/0", "2001:db8::1", false);
    row("::/0", "2001:db8::1", true);
    row("::/0", "203.0.113.9", true);
    row("10.0.0.0/8", "::ffff:10.1.2.3", true); // as a socket for both tells it
    row("10.0.0.0/8", "::ffff:11.1.2.3", false);
    row("::ffff:10.0.0.0/104", "10.1.2.3", true);
    row("10.0.0.5", "::10.0.0.5", false);
    row("::1", "::1", true);
    row("::1", "127.0.0.1", false);
    row("127.0.0.1", "::1", false);
    row("2001:db8::/32", "2001:db8:ffff::1", true);
    row("2001:db8::/32", "2001:db9::1", false);
    row("2001:db8::/33", "2001:db8:8000::1", false);
    row("2001:db8::/127", "2001:db8::1", true);
    row("2001:db8::/127", "2001:db8::2", false);
    row("fe80::/10", "fe80::1%1", true); // a zone is not part of the address
}

void TestIpNetwork::contains()
{
    QFETCH(QString, network);
    QFETCH(QString, address);
    QFETCH(bool, inside);
    const auto parsed = IpNetwork::parse(network.toStdString());
    QVERIFY(parsed);
    QCOMPARE(parsed->contains(boost::asio::ip::make_address(address.toStdString())), inside);
}

void TestIpNetwork::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "/", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8x", "10.0.0.0/ 8",
                             "10.0.0/8", "10.0.0.256", "localhost", "::1/129", ":::1", "fe80::1%eth0", "10.0.0.0/8/8",
                             " 10.0.0.1", "10.0.0.1 ", "10.0.0.0/99999999999999999999"})
        QTest::addRow("\"%s\"", text) << QString::fromLatin1(text);
}

void TestIpNetwork::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!IpNetwork::parse(text.toStdString()));
}

BAROGRAPH_TEST(TestIpNetwork)
#include "tst_ip_network.moc"
