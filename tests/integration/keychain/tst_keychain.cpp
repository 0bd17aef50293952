// SPDX-License-Identifier: GPL-3.0-or-later
// The real keychain: this runs in a session of its own with GNOME Keyring.
#include "secrets/session_store.h"
#include "test_case.h"

#include <QProcess>
#include <QSignalSpy>

using namespace barograph;

namespace {

const QByteArray kValue = QByteArrayLiteral("pa55 w\xC3\xB6rd \"of\" the node");

struct ProgramRun
{
    int exitCode = -1;
    QByteArray output;
};

ProgramRun runSecret(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(BAROGRAPH_PROGRAM), QStringList{QStringLiteral("secret")} + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), process.readAll()};
}

QStringList named(const QString &node, const QString &name)
{
    return {QStringLiteral("--node"), node, QStringLiteral("--name"), name};
}

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFoundAndSaidToBeUsed();
    void whatTheCommandStoredIsReadByTheProgram();
    void removedIsGone();
    void nothingIsKeptForOthers();

private:
    std::optional<Secret> read(const QString &node, const QString &name);
};

std::optional<Secret> TestKeychain::read(const QString &node, const QString &name)
{
    SessionSecretStore store;
    std::optional<SecretStore::Found> found;
    store.get(node, name, this, [&](const SecretStore::Found &answer) { found = answer; });
    if (!QTest::qWaitFor([&] { return found.has_value(); }, 20'000) || !found->has_value())
        return Secret(QByteArrayLiteral("no answer"));
    return **found;
}

void TestKeychain::isFoundAndSaidToBeUsed()
{
    SessionSecretStore store;
    QTRY_VERIFY_WITH_TIMEOUT(store.isPersistent(), 20'000);
    QVERIFY2(store.statusText().contains(QLatin1String("keychain")), qPrintable(store.statusText()));
}

void TestKeychain::whatTheCommandStoredIsReadByTheProgram()
{
    const auto stored = runSecret(named(QStringLiteral("support-eu"), SecretName::kPassword), kValue + '\n');
    QCOMPARE(stored.exitCode, 0);
    QVERIFY2(!stored.output.contains(kValue), "the secret was printed");
    const auto value = read(QStringLiteral("support-eu"), SecretName::kPassword);
    QVERIFY(value.has_value());
    QCOMPARE(value->reveal(), kValue);
}

void TestKeychain::removedIsGone()
{
    QCOMPARE(runSecret(named(QStringLiteral("sales"), SecretName::kApiKey), "k1\n").exitCode, 0);
    QCOMPARE(read(QStringLiteral("sales"), SecretName::kApiKey)->reveal(), QByteArrayLiteral("k1"));
    const auto arguments =
        named(QStringLiteral("sales"), SecretName::kApiKey) + QStringList{QStringLiteral("--remove")};
    QCOMPARE(runSecret(arguments).exitCode, 0);
    QVERIFY(!read(QStringLiteral("sales"), SecretName::kApiKey).has_value());
    // Removing what is not there is no error.
    QCOMPARE(runSecret(arguments).exitCode, 0);
}

void TestKeychain::nothingIsKeptForOthers()
{
    QCOMPARE(runSecret(named(QStringLiteral("a"), SecretName::kPassword), "one\n").exitCode, 0);
    QVERIFY(!read(QStringLiteral("b"), SecretName::kPassword).has_value());
    QVERIFY(!read(QStringLiteral("a"), SecretName::kNewPassword).has_value());
}

BAROGRAPH_TEST(TestKeychain)
#include "tst_keychain.moc"
