// SPDX-License-Identifier: GPL-3.0-or-later
#include "../ingest/ingest_fixture.h"
#include "doc_snippet.h"
#include "free_port.h"
#include "test_case.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>

#include <unistd.h>

using namespace barograph;
using namespace barograph::test;

namespace {

constexpr int kSshPatience = 30'000;

void endProcess(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(kSshPatience))
        process.kill();
    process.waitForFinished(kSshPatience);
}

QString ownName()
{
    QProcess id;
    id.start(QStringLiteral("id"), {QStringLiteral("-un")});
    id.waitForFinished(kSshPatience);
    return QString::fromLocal8Bit(id.readAll()).trimmed();
}

/// The gateway's machine: an sshd of the test's own user on loopback, with keys made on the spot.
class GatewayMachine
{
public:
    ~GatewayMachine() { endProcess(m_process); }

    /// Empty, or why it does not run.
    QString start(quint16 forwardedPort)
    {
        const QString sshd = QStandardPaths::findExecutable(
            QStringLiteral("sshd"), {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")});
        if (sshd.isEmpty())
            return QStringLiteral("there is no sshd: install openssh-server (packaging/dependencies.txt)");
        // As root it wants a folder that usually its service makes.
        if (::geteuid() == 0 && !QDir().mkpath(QStringLiteral("/run/sshd")))
            return QStringLiteral("/run/sshd is missing and cannot be made");
        if (!makeKey(QStringLiteral("host")) || !makeKey(QStringLiteral("client")))
            return QStringLiteral("ssh-keygen does not run: install openssh-client");
        port = freePort();
        QFile publicKey(file(QStringLiteral("client.pub")));
        QFile authorized(file(QStringLiteral("authorized_keys")));
        QFile config(file(QStringLiteral("sshd_config")));
        if (!publicKey.open(QIODevice::ReadOnly) || !authorized.open(QIODevice::WriteOnly) ||
            !config.open(QIODevice::WriteOnly))
            return QStringLiteral("the test's folder cannot be written");
        authorized.write("restrict,port-forwarding,permitlisten=\"127.0.0.1:" + QByteArray::number(forwardedPort) +
                         "\" " + publicKey.readAll());
        config.write("Port " + QByteArray::number(port) + "\nListenAddress 127.0.0.1\nHostKey " +
                     file(QStringLiteral("host")).toUtf8() + "\nAuthorizedKeysFile " +
                     file(QStringLiteral("authorized_keys")).toUtf8() +
                     "\nPidFile none\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n"
                     "PermitRootLogin prohibit-password\nLogLevel VERBOSE\n");
        authorized.close();
        config.close();
        m_process.setStandardErrorFile(file(QStringLiteral("sshd.log")));
        m_process.start(sshd, {QStringLiteral("-D"), QStringLiteral("-e"), QStringLiteral("-f"), config.fileName()});
        if (!comesToListen(m_process, port, kSshPatience))
            return QString::fromUtf8("sshd does not run: " + log());
        return {};
    }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    QByteArray log() const
    {
        QFile text(file(QStringLiteral("sshd.log")));
        return text.open(QIODevice::ReadOnly) ? text.readAll() : QByteArray("(no log)");
    }

    quint16 port = 0;

private:
    bool makeKey(const QString &name) const
    {
        return QProcess::execute(QStringLiteral("ssh-keygen"),
                                 {QStringLiteral("-q"), QStringLiteral("-t"), QStringLiteral("ed25519"),
                                  QStringLiteral("-N"), QString(), QStringLiteral("-f"), file(name)}) == 0;
    }

    QTemporaryDir m_folder;
    QProcess m_process;
};

/// The page's command, pointed at the gateway machine of the test.
class Tunnel
{
public:
    ~Tunnel() { close(); }

    bool open(const GatewayMachine &machine, quint16 forwardedPort, int barographPort)
    {
        auto command = docSnippet(QStringLiteral("ssh-tunnel")).trimmed();
        command = withReplaced(command, QStringLiteral("-R 127.0.0.1:28080:127.0.0.1:28080"),
                               QStringLiteral("-R 127.0.0.1:%1:127.0.0.1:%2").arg(forwardedPort).arg(barographPort));
        command =
            withReplaced(command, QStringLiteral("tunnel@gateway.example"), ownName() + QStringLiteral("@127.0.0.1"));
        auto words = command.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (words.isEmpty() || words.takeFirst() != QLatin1String("ssh"))
            return false;
        words << QStringLiteral("-F") << QStringLiteral("none") << QStringLiteral("-p") << QString::number(machine.port)
              << QStringLiteral("-i") << machine.file(QStringLiteral("client"));
        for (const auto &option :
             {QStringLiteral("IdentitiesOnly=yes"), QStringLiteral("BatchMode=yes"),
              QStringLiteral("StrictHostKeyChecking=accept-new"),
              QStringLiteral("UserKnownHostsFile=%1").arg(machine.file(QStringLiteral("known_hosts")))})
            words << QStringLiteral("-o") << option;
        m_process.start(QStringLiteral("ssh"), words);
        return comesToListen(m_process, forwardedPort, kSshPatience);
    }
    void close() { endProcess(m_process); }
    QByteArray said() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
};

} // namespace

class TestReverseTunnel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsWebhooksAcrossItsOwnRestart();
};

void TestReverseTunnel::bringsWebhooksAcrossItsOwnRestart()
{
    QTemporaryDir folder;
    IngestService service(optionsBelow(folder.path()));
    service.start();
    const QUrl url = awaitUrl(service);
    const quint16 forwarded = freePort();
    GatewayMachine machine;
    const QString trouble = machine.start(forwarded);
    if (!trouble.isEmpty())
        QSKIP(qPrintable(trouble));
    QUrl there = url; // as the gateway sees it
    there.setPort(forwarded);

    int sent = 0;
    for (int round = 0; round < 2; ++round) {
        Tunnel tunnel;
        QVERIFY2(tunnel.open(machine, forwarded, url.port()), QByteArray(tunnel.said() + machine.log()).constData());
        for (int i = 0; i < 50; ++i, ++sent)
            QCOMPARE(post(there, statusBody("m" + QByteArray::number(sent), "read")), 200);
        tunnel.close();
        QTRY_VERIFY_WITH_TIMEOUT(!isListenedOn(forwarded), kSshPatience);
        // What is sent now is refused, so the sender sends it again when the tunnel is back.
        QCOMPARE(post(there, statusBody("m" + QByteArray::number(sent), "read")), 0);
    }
    const auto frame = awaitFrame(service, [&](const Frame &f) { return f.ingest.received >= 100; });
    QVERIFY(frame);
    QCOMPARE(frame->ingest, (IngestTotals{100, 100, 0, 0, 0, 0}));
    QCOMPARE(frame->nodes.at(0).totals[EventKind::Read], quint64{100});
}

BAROGRAPH_TEST(TestReverseTunnel)
#include "tst_reverse_tunnel.moc"
