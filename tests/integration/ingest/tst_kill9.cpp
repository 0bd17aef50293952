// SPDX-License-Identifier: GPL-3.0-or-later
// Kills the ingest service at random moments under load, many times over one journal, and then compares what it had
// answered 200 with what the journal holds. BAROGRAPH_KILLS sets how often (default 30).

#include "../../unit/listener/raw_client.h"
#include "ingest/fingerprinter.h"
#include "ingest_fixture.h"
#include "journal_facts.h"
#include "storage/journal_files.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <map>
#include <memory>
#include <random>
#include <set>

using namespace barograph;
using namespace barograph::test;

namespace {

/// One connection that has one request at a time on its way, like a CoreApp's webhook worker.
struct Worker
{
    std::unique_ptr<RawClient> client;
    QByteArray pending; ///< id of the message whose answer has not come
};

} // namespace

class TestKill9 : public QObject
{
    Q_OBJECT

public:
    QString victim;

private Q_SLOTS:
    void losesNothingThatWasAcknowledged();

private:
    void startVictim();
    void load(std::chrono::milliseconds duration);
    bool sendNext(Worker &worker);
    QByteArray nextId();

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    QByteArray m_path;
    std::mt19937 m_random{20251023};
    quint64 m_lastId = 0;
    QByteArrayList m_toSendAgain; ///< not answered before the kill, as a node would
    std::set<QByteArray> m_acknowledged;
    std::set<QByteArray> m_sent;
};

void TestKill9::startVictim()
{
    m_process.start(victim, {m_folder.path()});
    QVERIFY(m_process.waitForStarted());
    while (!m_process.canReadLine())
        QVERIFY2(m_process.waitForReadyRead(30000), m_process.readAllStandardError().constData());
    const auto parts = m_process.readLine().trimmed().split(' ');
    m_port = parts.at(0).toUShort();
    m_path = parts.at(1);
}

QByteArray TestKill9::nextId()
{
    if (!m_toSendAgain.isEmpty())
        return m_toSendAgain.takeFirst();
    // Now and then something that was answered long ago comes again.
    if (!m_acknowledged.empty() && m_random() % 16 == 0)
        return *m_acknowledged.begin();
    return "wamid." + QByteArray::number(++m_lastId);
}

bool TestKill9::sendNext(Worker &worker)
{
    worker.pending = nextId();
    m_sent.insert(worker.pending);
    const auto body = statusBody(worker.pending, "delivered");
    return worker.client->send("POST " + m_path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " +
                               QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void TestKill9::load(std::chrono::milliseconds duration)
{
    std::vector<Worker> workers(12);
    for (auto &worker : workers) {
        worker.client = std::make_unique<RawClient>(m_port);
        QVERIFY(worker.client->isConnected());
        QVERIFY(sendNext(worker));
    }
    const auto end = std::chrono::steady_clock::now() + duration;
    while (std::chrono::steady_clock::now() < end) {
        for (auto &worker : workers) {
            if (!worker.client->hasSomething(0))
                continue;
            QCOMPARE(worker.client->status(), 200);
            m_acknowledged.insert(worker.pending);
            QVERIFY(sendNext(worker));
        }
    }
    ::kill(static_cast<pid_t>(m_process.processId()), SIGKILL);
    m_process.waitForFinished(30000);
    for (auto &worker : workers) {
        // An answer may have been on its way when the process died: then it counts.
        if (worker.client->answers().startsWith("HTTP/1.1 200"))
            m_acknowledged.insert(worker.pending);
        else
            m_toSendAgain << worker.pending;
    }
}

void TestKill9::losesNothingThatWasAcknowledged()
{
    const int rounds =
        qEnvironmentVariableIsSet("BAROGRAPH_KILLS") ? qEnvironmentVariableIntValue("BAROGRAPH_KILLS") : 30;
    for (int round = 0; round < rounds; ++round) {
        startVictim();
        if (QTest::currentTestFailed())
            return;
        load(std::chrono::milliseconds(20 + m_random() % 200));
        if (QTest::currentTestFailed())
            return;
    }

    const auto options = optionsBelow(m_folder.path());
    const auto key = loadOrMakeInstallationKey(options.installationKeyFile);
    QVERIFY(key);
    const Fingerprinter prints(*key);
    const auto facts = readJournalFacts(options.journalFolder);
    QVERIFY(facts);
    const auto &journal = *facts;
    quint64 redelivered = 0;
    for (const auto &id : m_sent) {
        const auto entry = journal.find(prints.message(id.toStdString()));
        if (entry == journal.end()) {
            QVERIFY2(m_acknowledged.count(id) == 0, qPrintable(QLatin1String(id) % QStringLiteral(" is lost")));
            continue;
        }
        QVERIFY2(entry->second.counted == 1, qPrintable(QLatin1String(id) % QStringLiteral(" is counted twice")));
        redelivered += static_cast<quint64>(entry->second.redelivered);
    }
    QCOMPARE(journal.size() <= m_sent.size(), true);
    qInfo("%zu messages acknowledged over %d kills, %llu redeliveries told apart, %zu journal files",
          m_acknowledged.size(), rounds, static_cast<unsigned long long>(redelivered),
          journalFiles(options.journalFolder).size());
    QVERIFY(m_acknowledged.size() > static_cast<std::size_t>(rounds));

    // The meters say the same after a replay.
    IngestService service(options);
    service.start();
    const auto frame =
        awaitFrame(service, [](const Frame &f) { return f.listener.listening && f.ingest.received > 0; });
    QVERIFY(frame);
    QCOMPARE(frame->ingest.counted, static_cast<quint64>(journal.size()));
    QCOMPARE(frame->ingest.redelivered, redelivered);
    QCOMPARE(frame->ingest.received, frame->ingest.counted + frame->ingest.redelivered);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    TestKill9 test;
    // The last argument is the program to kill; Qt Test must not see it.
    test.victim = QString::fromLocal8Bit(argv[argc - 1]);
    return QTest::qExec(&test, argc - 1, argv);
}
#include "tst_kill9.moc"
