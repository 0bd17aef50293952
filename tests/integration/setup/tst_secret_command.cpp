// SPDX-License-Identifier: GPL-3.0-or-later
// `barograph secret` on a machine where no keychain runs.
#include "config/paths.h"
#include "secrets/secret_vault.h"
#include "test_case.h"

#include <QProcess>

using namespace barograph;

class TestSecretCommand : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    struct Run
    {
        int exitCode = -1;
        QString output;
    };
    Run secret(const QByteArray &input, const QString &passphraseFile, const QStringList &more = {})
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
        if (!passphraseFile.isEmpty())
            environment.insert(QStringLiteral("BAROGRAPH_SECRETS_PASSPHRASE_FILE"), passphraseFile);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        // In a session of its own there is no terminal to ask at.
        process.start(QStringLiteral("setsid"),
                      QStringList{QStringLiteral("--wait"), QStringLiteral(BAROGRAPH_PROGRAM), QStringLiteral("secret"),
                                  QStringLiteral("--data"), m_folder.path(), QStringLiteral("--node"),
                                  QStringLiteral("a"), QStringLiteral("--name"), QStringLiteral("password")} +
                          more);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(120'000))
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAll())};
    }
    QString passphraseFile(const QByteArray &text, QFile::Permissions mode = QFile::ReadOwner | QFile::WriteOwner)
    {
        const QString path = m_folder.filePath(QStringLiteral("passphrase-%1").arg(text.size()));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.setPermissions(mode))
            qFatal("cannot write");
        return path;
    }

private Q_SLOTS:
    void storesInTheEncryptedFile()
    {
        const auto stored = secret("pa55\n", passphraseFile("correct horse battery\n"));
        QVERIFY2(stored.exitCode == 0, qPrintable(stored.output));
        QVERIFY(!stored.output.contains(QStringLiteral("pa55")) && !stored.output.contains(QStringLiteral("horse")));
        SecretVault vault(pathsBelow(m_folder.path()).sealedSecretsFile());
        QVERIFY(vault.open(Secret("correct horse battery")).has_value());
        QCOMPARE(vault.get(QStringLiteral("a"), SecretName::kPassword)->value().reveal(), QByteArray("pa55"));

        const auto removed = secret({}, passphraseFile("correct horse battery\n"), {QStringLiteral("--remove")});
        QVERIFY2(removed.exitCode == 0, qPrintable(removed.output));
        QVERIFY(!vault.get(QStringLiteral("a"), SecretName::kPassword)->has_value());
    }

    void saysWhatIsWrong()
    {
        auto run = secret("pa55\n", passphraseFile("another passphrase"));
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.output.contains(QStringLiteral("not the passphrase")), qPrintable(run.output));
        run = secret("pa55\n", passphraseFile("readable by all", QFile::ReadOwner | QFile::ReadOther));
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.output.contains(QStringLiteral("chmod 600")), qPrintable(run.output));
        run = secret("pa55\n", {});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.output.contains(QStringLiteral("BAROGRAPH_SECRETS_PASSPHRASE_FILE")), qPrintable(run.output));
    }
};

BAROGRAPH_TEST(TestSecretCommand)
#include "tst_secret_command.moc"
