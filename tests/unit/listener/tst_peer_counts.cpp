// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/peer_counts.h"
#include "test_case.h"

using namespace barograph;

namespace {

PeerCounts::Peer peerNamed(const char *address)
{
    return PeerCounts::peerOf(boost::asio::ip::make_address(address));
}

} // namespace

class TestPeerCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsByAddress();
    void oneMachineIsOnePeerOverBothProtocols();
    void thisMachineIsNotCounted();
    void forgetsWhoHasGone();
};

void TestPeerCounts::countsByAddress()
{
    PeerCounts counts;
    QCOMPARE(counts.enter(peerNamed("10.0.0.1")), std::size_t{1});
    QCOMPARE(counts.enter(peerNamed("10.0.0.1")), std::size_t{2});
    QCOMPARE(counts.enter(peerNamed("10.0.0.2")), std::size_t{1});
    QCOMPARE(counts.enter(peerNamed("fe80::1")), std::size_t{1});
    counts.leave(peerNamed("10.0.0.1"));
    QCOMPARE(counts.enter(peerNamed("10.0.0.1")), std::size_t{2});
}

void TestPeerCounts::oneMachineIsOnePeerOverBothProtocols()
{
    PeerCounts counts;
    counts.enter(peerNamed("10.0.0.1"));
    QCOMPARE(counts.enter(peerNamed("::ffff:10.0.0.1")), std::size_t{2});
}

void TestPeerCounts::thisMachineIsNotCounted()
{
    PeerCounts counts;
    for (const char *address : {"127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"})
        QCOMPARE(counts.enter(peerNamed(address)), std::size_t{0});
    QCOMPARE(counts.enter(PeerCounts::Peer()), std::size_t{0});
    QCOMPARE(counts.peers(), std::size_t{0});
    counts.leave(peerNamed("127.0.0.1"));
    QCOMPARE(counts.enter(PeerCounts::peerOf(boost::asio::ip::make_address("127.0.0.1"), true)), std::size_t{1});
}

void TestPeerCounts::forgetsWhoHasGone()
{
    PeerCounts counts;
    for (int i = 1; i < 255; ++i) {
        const auto peer = peerNamed(qPrintable(QStringLiteral("10.0.0.%1").arg(i)));
        counts.enter(peer);
        counts.leave(peer);
        counts.leave(peer);
    }
    QCOMPARE(counts.peers(), std::size_t{0});
}

BAROGRAPH_TEST(TestPeerCounts)
#include "tst_peer_counts.moc"
