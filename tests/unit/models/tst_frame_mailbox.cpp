// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/frame_mailbox.h"
#include "test_case.h"

#include <atomic>
#include <thread>

using namespace barograph;

class TestFrameMailbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOverTheNewestOnce();
    void twoThreads();
};

void TestFrameMailbox::handsOverTheNewestOnce()
{
    FrameMailbox mailbox;
    QVERIFY(!mailbox.take());
    const auto first = std::make_shared<Frame>();
    const auto second = std::make_shared<Frame>();
    mailbox.publish(first);
    mailbox.publish(second);
    QCOMPARE(first.use_count(), 1L);
    QCOMPARE(mailbox.take(), FramePtr(second));
    QVERIFY(!mailbox.take());
}

void TestFrameMailbox::twoThreads()
{
    constexpr quint64 kFrames = 50'000;
    FrameMailbox mailbox;
    std::atomic<bool> done = false;
    std::thread writer([&] {
        for (quint64 sequence = 1; sequence <= kFrames; ++sequence) {
            auto frame = std::make_shared<Frame>();
            frame->sequence = sequence;
            frame->nodes.resize(2);
            frame->nodes[1].totals[EventKind::Send] = sequence;
            mailbox.publish(std::move(frame));
        }
        done = true;
    });
    quint64 last = 0;
    bool ordered = true;
    bool whole = true;
    const auto look = [&](const FramePtr &frame) {
        if (!frame)
            return;
        ordered = ordered && frame->sequence > last;
        whole = whole && frame->nodes[1].totals[EventKind::Send] == frame->sequence;
        last = frame->sequence;
    };
    while (!done)
        look(mailbox.take());
    writer.join();
    look(mailbox.take());
    QVERIFY(ordered);
    QVERIFY(whole);
    QCOMPARE(last, kFrames);
}

BAROGRAPH_TEST(TestFrameMailbox)
#include "tst_frame_mailbox.moc"
