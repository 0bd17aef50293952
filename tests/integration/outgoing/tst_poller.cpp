// SPDX-License-Identifier: GPL-3.0-or-later
// The poller's thread: nodes come, change and go while requests are under way.
#include "nodes/poller.h"
#include "secrets/session_store.h"

#include "fake_node.h"
#include "test_case.h"

#include <QSignalSpy>
#include <QThread>

using namespace barograph;

class TestPoller : public QObject
{
    Q_OBJECT

private:
    SessionSecretStore m_secrets{{}, SessionSecretStore::Keychain::DoNotUse};

    struct Watch
    {
        explicit Watch(Poller &poller)
        {
            QObject::connect(&poller, &Poller::probed, &poller, [this](const ProbeResult &result) {
                onRightThread = onRightThread && QThread::currentThread() == qApp->thread();
                probes.push_back(result);
            });
            QObject::connect(&poller, &Poller::queueSeen, &poller,
                             [this](const QueueResult &result) { queues.push_back(result); });
        }
        int healthy(NodeIndex node) const
        {
            return static_cast<int>(std::count_if(probes.begin(), probes.end(), [node](const ProbeResult &result) {
                return result.node == node && result.health.has_value();
            }));
        }
        std::vector<ProbeResult> probes;
        std::vector<QueueResult> queues;
        bool onRightThread = true;
    };

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto *id : {"a", "b"})
            m_secrets.keepForSession(QString::fromLatin1(id), SecretName::kPassword, Secret(FakeNode().password));
    }

    void pollsNodesAndQueues()
    {
        FakeNode a;
        FakeNode b;
        b.paused = true;
        Poller poller(m_secrets);
        Watch watch(poller);
        poller.start({{4, a.config(QStringLiteral("a"))}, {9, b.config(QStringLiteral("b"))}});
        QTRY_VERIFY_WITH_TIMEOUT(watch.healthy(4) > 0 && watch.healthy(9) > 0 && watch.queues.size() >= 4, 20'000);
        QVERIFY(watch.onRightThread);
        for (const QueueResult &result : watch.queues) {
            QVERIFY2(result.error.isEmpty(), qPrintable(result.error));
            QCOMPARE(result.depthMessages.valueOr(-1), qint64{12});
            QCOMPARE(result.oldestAge.valueOr(Millis{-1}), Millis{4500});
            QCOMPARE(result.paused.valueOr(result.node == 4), result.node == 9);
        }
        poller.stop();
        poller.stop();
    }

    void leavesUnchangedNodesAlone()
    {
        FakeNode a;
        FakeNode b;
        Poller poller(m_secrets);
        Watch watch(poller);
        poller.start({{0, a.config(QStringLiteral("a"))}});
        QTRY_VERIFY_WITH_TIMEOUT(watch.healthy(0) > 0, 20'000);
        poller.setNodes({{0, a.config(QStringLiteral("a"))}, {1, b.config(QStringLiteral("b"))}});
        QTRY_VERIFY_WITH_TIMEOUT(watch.healthy(1) > 0, 20'000);
        QCOMPARE(a.logins(), 1); // its session lived on

        NodeConfig changed = a.config(QStringLiteral("a"));
        changed.name = QStringLiteral("renamed");
        poller.setNodes({{0, changed}});
        const int before = watch.healthy(0);
        QTRY_VERIFY_WITH_TIMEOUT(watch.healthy(0) > before + 1, 20'000);
        QVERIFY(a.logins() >= 2);
    }

    void startsAgainAfterAStop()
    {
        FakeNode a;
        Poller poller(m_secrets);
        Watch watch(poller);
        poller.start({{0, a.config(QStringLiteral("a"))}});
        QTRY_VERIFY_WITH_TIMEOUT(watch.healthy(0) > 0, 20'000);
        poller.stop();
        QCoreApplication::processEvents(); // what was on its way
        watch.probes.clear();
        poller.setNodes({{0, a.config(QStringLiteral("a"))}}); // no effect while stopped
        poller.start({{0, a.config(QStringLiteral("a"))}});
        QTRY_VERIFY_WITH_TIMEOUT(watch.healthy(0) > 0, 20'000);
    }

    void stopsInTheMiddleOfEverything()
    {
        // Stopped at many different moments of connecting, logging in and asking.
        for (int waitMs = 0; waitMs < 60; waitMs += 6) {
            FakeNode a;
            Poller poller(m_secrets);
            poller.start({{0, a.config(QStringLiteral("a"))}, {1, a.config(QStringLiteral("b"))}});
            QTest::qWait(waitMs);
            if (waitMs % 12 == 0)
                poller.setNodes({});
            poller.stop();
        }
    }

    void learnsANewPasswordAtOnce()
    {
        FakeNode a;
        a.password = "Another-1";
        Poller poller(m_secrets);
        Watch watch(poller);
        poller.start({{0, a.config(QStringLiteral("a"))}});
        QTRY_VERIFY_WITH_TIMEOUT(!watch.probes.empty(), 20'000);
        QCOMPARE(watch.probes.back().state.fault, ProbeFault::Unauthorized);
        m_secrets.keepForSession(QStringLiteral("a"), SecretName::kPassword, Secret(a.password));
        poller.credentialsChanged(QStringLiteral("a"));
        poller.credentialsChanged(QStringLiteral("nobody"));
        QTRY_VERIFY_WITH_TIMEOUT(watch.healthy(0) > 0, 20'000);
        m_secrets.keepForSession(QStringLiteral("a"), SecretName::kPassword, Secret(FakeNode().password));
    }

    void tellsWhenAQueueCannotBeRead()
    {
        FakeNode a;
        a.queueStatus = 500;
        Poller poller(m_secrets);
        Watch watch(poller);
        poller.start({{0, a.config(QStringLiteral("a"))}});
        QTRY_VERIFY_WITH_TIMEOUT(!watch.queues.empty(), 20'000);
        QVERIFY(watch.queues.front().error.contains(QStringLiteral("500")));
        a.queueStatus = 200;
        poller.askNow(QStringLiteral("a"));
        QTRY_VERIFY_WITH_TIMEOUT(watch.queues.back().error.isEmpty(), 20'000);
    }
};

BAROGRAPH_TEST(TestPoller)
#include "tst_poller.moc"
