// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/socket_batch.h"
#include "test_case.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

using namespace barograph;

namespace {

using Kind = SocketTransfer::Kind;

/// Two ends of a non-blocking connection.
struct Pair
{
    Pair() { ok = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) == 0; }
    ~Pair() { closeBoth(); }
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;

    void closeEnd(std::size_t end) { ::close(std::exchange(ends[end], -1)); }
    void closeBoth()
    {
        for (std::size_t end = 0; end < 2; ++end) {
            if (ends[end] >= 0)
                closeEnd(end);
        }
    }

    std::array<int, 2> ends{-1, -1};
    bool ok = false;
};

} // namespace

class TestSocketBatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void movesManyAtOnce_data() { modes(); }
    void movesManyAtOnce();
    void eachHasItsOwnTrouble_data() { modes(); }
    void eachHasItsOwnTrouble();
    void sendsWhatFits_data() { modes(); }
    void sendsWhatFits();
    void nothingToDo_data() { modes(); }
    void nothingToDo();

private:
    static void modes()
    {
        QTest::addColumn<bool>("ring");
        QTest::newRow("one call each") << false;
        QTest::newRow("ring, where the kernel lets us") << true;
    }
    static SocketBatch::Ring mode()
    {
        QFETCH(bool, ring);
        return ring ? SocketBatch::Ring::IfThere : SocketBatch::Ring::Off;
    }
};

void TestSocketBatch::movesManyAtOnce()
{
    constexpr std::size_t kPairs = 300; // more than fit into the ring at once
    SocketBatch batch(mode());
    std::vector<std::unique_ptr<Pair>> pairs;
    std::vector<std::string> said;
    std::vector<SocketTransfer> transfers;
    for (std::size_t i = 0; i < kPairs; ++i) {
        pairs.push_back(std::make_unique<Pair>());
        QVERIFY(pairs.back()->ok);
        said.push_back("number " + std::to_string(i));
    }
    for (std::size_t i = 0; i < kPairs; ++i)
        transfers.push_back({Kind::Send, pairs[i]->ends[0], said[i].data(), said[i].size(), 0});
    batch.run(transfers);
    for (std::size_t i = 0; i < kPairs; ++i)
        QCOMPARE(transfers[i].result, static_cast<long>(said[i].size()));

    std::vector<std::array<char, 64>> rooms(kPairs);
    transfers.clear();
    for (std::size_t i = 0; i < kPairs; ++i)
        transfers.push_back({Kind::Receive, pairs[i]->ends[1], rooms[i].data(), rooms[i].size(), 0});
    batch.run(transfers);
    for (std::size_t i = 0; i < kPairs; ++i) {
        QCOMPARE(transfers[i].result, static_cast<long>(said[i].size()));
        QCOMPARE(std::string(rooms[i].data(), said[i].size()), said[i]);
    }
    QVERIFY(mode() == SocketBatch::Ring::IfThere || !batch.usesRing());
}

void TestSocketBatch::eachHasItsOwnTrouble()
{
    SocketBatch batch(mode());
    Pair silent;
    Pair ended;
    Pair speaking;
    QVERIFY(silent.ok && ended.ok && speaking.ok);
    ended.closeEnd(0);
    QCOMPARE(::send(speaking.ends[0], "hello", 5, MSG_NOSIGNAL), 5);
    std::array<std::array<char, 16>, 4> rooms{};
    std::array<SocketTransfer, 5> transfers{{
        {Kind::Receive, silent.ends[1], rooms[0].data(), 16, 0},
        {Kind::Receive, ended.ends[1], rooms[1].data(), 16, 0},
        {Kind::Receive, -1, rooms[2].data(), 16, 0},
        {Kind::Receive, speaking.ends[1], rooms[3].data(), 16, 0},
        {Kind::Send, ended.ends[1], rooms[0].data(), 4, 0}, // must raise no SIGPIPE
    }};
    batch.run(transfers);
    QCOMPARE(transfers[0].result, static_cast<long>(-EAGAIN));
    QCOMPARE(transfers[1].result, 0L);
    QCOMPARE(transfers[2].result, static_cast<long>(-EBADF));
    QCOMPARE(transfers[3].result, 5L);
    QCOMPARE(std::memcmp(rooms[3].data(), "hello", 5), 0);
    QCOMPARE(transfers[4].result, static_cast<long>(-EPIPE));
}

void TestSocketBatch::sendsWhatFits()
{
    SocketBatch batch(mode());
    Pair full;
    Pair other;
    std::string lot(std::size_t{8} << 20U, 'x');
    std::array<SocketTransfer, 2> transfers{{
        {Kind::Send, full.ends[0], lot.data(), lot.size(), 0},
        {Kind::Send, other.ends[0], lot.data(), 3, 0},
    }};
    batch.run(transfers); // comes back although the first can never be sent whole
    QVERIFY(transfers[0].result > 0 && transfers[0].result < static_cast<long>(lot.size()));
    QCOMPARE(transfers[1].result, 3L);
    batch.run(transfers);
    QCOMPARE(transfers[0].result, static_cast<long>(-EAGAIN));
}

void TestSocketBatch::nothingToDo()
{
    SocketBatch batch(mode());
    batch.run({});
    Pair pair;
    std::string text = "alone";
    std::array<SocketTransfer, 1> one{{{Kind::Send, pair.ends[0], text.data(), text.size(), 0}}};
    batch.run(one);
    QCOMPARE(one[0].result, 5L);
}

BAROGRAPH_TEST(TestSocketBatch)
#include "tst_socket_batch.moc"
