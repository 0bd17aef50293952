// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/listener_certificate_command.h"
#include "test_case.h"

#include <QSslCertificate>

using namespace barograph;

class TestListenerCertificateCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_paths = pathsBelow(m_folder->path());
        m_line = {};
        m_line.kind = CommandKind::ListenerCertificate;
        m_line.outFile = m_folder->filePath(QStringLiteral("out.pem"));
    }
    void makesOneAndGivesItOut()
    {
        QCOMPARE(run(), 0);
        const auto first = out();
        QCOMPARE(QSslCertificate::fromData(first).size(), 1);
        QVERIFY(!first.contains("PRIVATE"));
        QCOMPARE(contentsOf(m_paths.listenerCertificateFile()), first);
        QVERIFY(contentsOf(m_paths.listenerKeyFile()).contains("PRIVATE KEY"));
        QCOMPARE(run(), 0);
        QCOMPARE(out(), first);
        m_line.renew = true;
        QCOMPARE(run(), 0);
        QVERIFY(out() != first);
    }
    void givesOutTheOperatorsOwn()
    {
        QCOMPARE(run(), 0); // something to name
        const auto mine = m_folder->filePath(QStringLiteral("mine.pem"));
        const auto key = m_folder->filePath(QStringLiteral("mine.key"));
        QVERIFY(QFile::rename(m_paths.listenerCertificateFile(), mine));
        QVERIFY(QFile::rename(m_paths.listenerKeyFile(), key));
        writeConfig("[listener]\ntls = true\ncertificate = \"" + mine.toUtf8() + "\"\nkey = \"" + key.toUtf8() +
                    "\"\n");
        QCOMPARE(run(), 0);
        QCOMPARE(out(), contentsOf(mine));
        QVERIFY(!QFile::exists(m_paths.listenerCertificateFile()));
        m_line.renew = true;
        QCOMPARE(run(), 1);
        QCOMPARE(out(), contentsOf(mine));
    }
    void saysWhatIsWrong()
    {
        writeConfig("[listener]\nport = \"x\"\n");
        QCOMPARE(run(), 1);
        QVERIFY(QFile::remove(m_paths.configFile));
        m_line.outFile = m_folder->filePath(QStringLiteral("absent/out.pem"));
        QCOMPARE(run(), 1);
        m_line.configFile = m_paths.configFile; // named, so it has to be there
        m_line.outFile = m_folder->filePath(QStringLiteral("out.pem"));
        QCOMPARE(run(), 1);
    }

private:
    static QByteArray contentsOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void writeConfig(const QByteArray &toml)
    {
        QFile file(m_paths.configFile);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(toml) == toml.size());
    }
    int run() { return runListenerCertificateCommand(m_line, m_paths); }
    QByteArray out() { return contentsOf(m_line.outFile); }

    std::unique_ptr<QTemporaryDir> m_folder;
    Paths m_paths;
    CommandLine m_line;
};

BAROGRAPH_TEST(TestListenerCertificateCommand)
#include "tst_listener_certificate_command.moc"
