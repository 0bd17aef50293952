// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/refusal_book.h"
#include "test_case.h"

using namespace barograph;

namespace {

PeerInfo peerAt(const std::string &address)
{
    return {boost::asio::ip::make_address(address), false, {}};
}

const UtcTime kStart = fromUnixMillis(1'780'000'000'000);

/// A frame of nodes 0 and 1, filled in.
Frame frameOf(const RefusalBook &book)
{
    Frame frame;
    frame.nodes.resize(2);
    frame.nodes[1].index = 1;
    book.fill(frame, [](NodeIndex node) { return QStringLiteral("node-%1").arg(node); });
    return frame;
}

} // namespace

class TestRefusalBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsByPeerRouteAndReason();
    void latestComesFirst();
    void keepsTheLatestAndExactTotals();
    void fillsRoutes();
    void mappedAddressesAreShownAsTheyAre();
    void logsOncePerMinute();
    void manyPeersDoNotFillTheLog();
};

void TestRefusalBook::countsByPeerRouteAndReason()
{
    RefusalBook book;
    book.add(peerAt("10.0.0.7"), 0, RefusalReason::WrongCredentials, kStart);
    book.add(peerAt("10.0.0.7"), 0, RefusalReason::WrongCredentials, kStart + Seconds{1});
    book.add(peerAt("10.0.0.7"), 0, RefusalReason::NoCredentials, kStart);
    book.add(peerAt("10.0.0.7"), 1, RefusalReason::WrongCredentials, kStart);
    book.add(peerAt("10.0.0.8"), {}, RefusalReason::WrongSecret, kStart);
    const auto view = frameOf(book).listener;
    QCOMPARE(view.refused, quint64{5});
    QCOMPARE(view.refusedPeers.size(), std::size_t{4});
    QCOMPARE(view.refusedPeers[0],
             (RefusedPeer{QStringLiteral("10.0.0.8"), QString(), RefusalReason::WrongSecret, 1, kStart}));
    QCOMPARE(view.refusedPeers[3], (RefusedPeer{QStringLiteral("10.0.0.7"), QStringLiteral("node-0"),
                                                RefusalReason::WrongCredentials, 2, kStart + Seconds{1}}));
}

void TestRefusalBook::latestComesFirst()
{
    RefusalBook book;
    for (const char *address : {"10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.2"})
        book.add(peerAt(address), 0, RefusalReason::NoCredentials, kStart);
    const auto peers = frameOf(book).listener.refusedPeers;
    QCOMPARE(peers.size(), std::size_t{3});
    QCOMPARE(peers[0].address, QStringLiteral("10.0.0.2"));
    QCOMPARE(peers[0].count, quint64{2});
    QCOMPARE(peers[1].address, QStringLiteral("10.0.0.3"));
    QCOMPARE(peers[2].address, QStringLiteral("10.0.0.1"));
}

void TestRefusalBook::keepsTheLatestAndExactTotals()
{
    RefusalBook book;
    for (int i = 0; i < 1000; ++i)
        book.add(peerAt("10.1." + std::to_string(i / 250) + '.' + std::to_string(i % 250)), 1,
                 RefusalReason::AddressNotAllowed, kStart + Millis{i});
    const auto frame = frameOf(book);
    QCOMPARE(frame.listener.refused, quint64{1000});
    QCOMPARE(frame.nodes[1].route.refused, quint64{1000});
    QCOMPARE(frame.listener.refusedPeers.size(), RefusalBook::kMostPeers);
    QCOMPARE(frame.listener.refusedPeers.front().address, QStringLiteral("10.1.3.249"));
    QCOMPARE(frame.listener.refusedPeers.back().address, QStringLiteral("10.1.3.218"));
}

void TestRefusalBook::fillsRoutes()
{
    RefusalBook book;
    book.add(peerAt("::1"), 1, RefusalReason::ExpiredToken, kStart);
    book.add(peerAt("::1"), {}, RefusalReason::WrongSecret, kStart + Seconds{1}); // of no node
    book.verified(0, kStart + Seconds{2});
    const auto frame = frameOf(book);
    QCOMPARE(frame.nodes[0].route.refused, quint64{0});
    QVERIFY(!frame.nodes[0].route.lastRefusedAt);
    QCOMPARE(frame.nodes[0].route.verifiedAt, std::optional(kStart + Seconds{2}));
    QCOMPARE(frame.nodes[1].route.refused, quint64{1});
    QCOMPARE(frame.nodes[1].route.lastRefusedAt, std::optional(kStart));
    QVERIFY(!frame.nodes[1].route.verifiedAt);
}

void TestRefusalBook::mappedAddressesAreShownAsTheyAre()
{
    RefusalBook book;
    book.add(peerAt("::ffff:10.0.0.7"), 0, RefusalReason::NoCredentials, kStart);
    QCOMPARE(frameOf(book).listener.refusedPeers.at(0).address, QStringLiteral("10.0.0.7"));
    book.add({}, 0, RefusalReason::NoCredentials, kStart);
    QCOMPARE(frameOf(book).listener.refusedPeers.at(0).address, QStringLiteral("unknown address"));
}

void TestRefusalBook::logsOncePerMinute()
{
    RefusalBook book;
    const auto peer = peerAt("10.0.0.7");
    const auto first = book.add(peer, 0, RefusalReason::NoCredentials, kStart);
    QVERIFY(first);
    QCOMPARE(first->address, QStringLiteral("10.0.0.7"));
    QCOMPARE(first->suppressed, quint64{0});
    for (int i = 0; i < 99; ++i)
        QVERIFY(!book.add(peer, 0, RefusalReason::NoCredentials, kStart + Millis{i * 600}));
    QVERIFY(book.add(peer, 0, RefusalReason::WrongCredentials, kStart)); // another reason
    const auto later = book.add(peer, 0, RefusalReason::NoCredentials, kStart + RefusalBook::kLogPause);
    QVERIFY(later);
    QCOMPARE(later->suppressed, quint64{99});
    QVERIFY(!book.add(peer, 0, RefusalReason::NoCredentials, kStart + RefusalBook::kLogPause));
}

void TestRefusalBook::manyPeersDoNotFillTheLog()
{
    RefusalBook book;
    std::size_t lines = 0;
    for (int i = 0; i < 250; ++i)
        lines += book.add(peerAt("10.0.0." + std::to_string(i)), 0, RefusalReason::NoCredentials, kStart) ? 1U : 0U;
    QCOMPARE(lines, RefusalBook::kMostPeers);
    const auto next = book.add(peerAt("10.0.1.1"), 0, RefusalReason::NoCredentials, kStart + RefusalBook::kLogPause);
    QVERIFY(next);
    QCOMPARE(next->others, quint64{250} - RefusalBook::kMostPeers);
}

BAROGRAPH_TEST(TestRefusalBook)
#include "tst_refusal_book.moc"
