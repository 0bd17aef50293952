// SPDX-License-Identifier: GPL-3.0-or-later
// The whole program takes up a configuration that is written while it runs, and its secrets.
#include "config/paths.h"
#include "secrets/secret_vault.h"
#include "test_case.h"

#include <QProcess>
#include <QSaveFile>

using namespace barograph;

namespace {

constexpr int kPatience = 120'000;

void put(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        qFatal("cannot write");
}

} // namespace

class TestReloadProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesUpWhatIsWrittenByHand()
    {
        QTemporaryDir folder;
        const QString config = pathsBelow(folder.path()).configFile;
        put(config, "[listener]\nport = 0\n");
        QProcess program;
        QByteArray said;
        program.setProcessChannelMode(QProcess::MergedChannels);
        connect(&program, &QProcess::readyRead, this, [&] { said += program.readAll(); });
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(BAROGRAPH_PROGRAM), {QStringLiteral("--data"), folder.path()});
        // The key is made once it is running.
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(pathsBelow(folder.path()).installationKeyFile()), kPatience);

        put(config, "[listener]\nport = 0\n[[node]]\nid = \"shop\"\nkind = \"waha\"\n");
        QTRY_VERIFY2_WITH_TIMEOUT(said.contains("1 node added (shop)"), said.constData(), kPatience);
        put(config, "[listener]\nport = 0\n[[node]]\nid = \"shop\"\nkind = \"wahaha\"\n");
        QTRY_VERIFY2_WITH_TIMEOUT(said.contains("line 5, node[0].kind"), said.constData(), kPatience);
        QVERIFY(program.state() == QProcess::Running);
        program.terminate();
        QVERIFY(program.waitForFinished(kPatience));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
    }

    void opensItsSecretsUnasked()
    {
        QTemporaryDir folder;
        const Paths paths = pathsBelow(folder.path());
        put(paths.configFile, "[listener]\nport = 0\n");
        const QString passphrase = folder.filePath(QStringLiteral("passphrase"));
        put(passphrase, "correct horse battery\n");
        QVERIFY(QFile::setPermissions(passphrase, QFile::ReadOwner | QFile::WriteOwner));
        QProcess program;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("BAROGRAPH_SECRETS_PASSPHRASE_FILE"), passphrase);
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(BAROGRAPH_PROGRAM), {QStringLiteral("--data"), folder.path()});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(paths.secretsChoiceFile()), kPatience);
        SecretVault vault(paths.sealedSecretsFile());
        QVERIFY(vault.open(Secret("correct horse battery")).has_value());
        program.terminate();
        QVERIFY(program.waitForFinished(kPatience));
    }
};

BAROGRAPH_TEST(TestReloadProgram)
#include "tst_reload_program.moc"
