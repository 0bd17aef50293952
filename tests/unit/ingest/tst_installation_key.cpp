// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/fingerprinter.h"
#include "ingest/installation_key.h"
#include "ingest/webhook_secret.h"
#include "test_case.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <sodium.h>
#include <sys/stat.h>

using namespace barograph;

class TestInstallationKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMadeOnceAndKept();
    void isReadableByTheUserOnly();
    void refusesAnythingElse_data();
    void refusesAnythingElse();
    void saysWhereItCannotBeMade();
    void derivesUnrelatedSecrets();
    void secretIsKeyedBlake2bInBase32();
    void comparesSecrets();
    void fingerprintIsSipHash128();
};

void TestInstallationKey::isMadeOnceAndKept()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("installation.key"));
    const auto first = loadOrMakeInstallationKey(path);
    const auto second = loadOrMakeInstallationKey(path);
    QVERIFY(first && second);
    QVERIFY(first->derive<32>("x") == second->derive<32>("x"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1); // nothing temporary is left

    const auto other = loadOrMakeInstallationKey(folder.filePath(QStringLiteral("other.key")));
    QVERIFY(first->derive<32>("x") != other->derive<32>("x"));
}

void TestInstallationKey::isReadableByTheUserOnly()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("installation.key"));
    QVERIFY(loadOrMakeInstallationKey(path));
    const auto mode = [&path] {
        struct stat status
        {};
        return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777U : 0U;
    };
    QCOMPARE(mode(), 0600U);
    ::chmod(QFile::encodeName(path).constData(), 0644);
    QVERIFY(loadOrMakeInstallationKey(path));
    QCOMPARE(mode(), 0600U);
}

void TestInstallationKey::refusesAnythingElse_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("empty") << 0;
    QTest::newRow("short") << 31;
    QTest::newRow("long") << 33;
}

void TestInstallationKey::refusesAnythingElse()
{
    QFETCH(int, size);
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("installation.key")));
    const QByteArray content(size, 'k');
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == size);
    file.close();
    const auto key = loadOrMakeInstallationKey(file.fileName());
    QVERIFY(!key);
    QVERIFY(key.error().contains(QLatin1String("32 bytes")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content); // never overwritten: it may be somebody's only copy
}

void TestInstallationKey::saysWhereItCannotBeMade()
{
    const auto key = loadOrMakeInstallationKey(QStringLiteral("/nowhere/installation.key"));
    QVERIFY(!key);
    QVERIFY(key.error().contains(QLatin1String("/nowhere/installation.key")));
}

void TestInstallationKey::derivesUnrelatedSecrets()
{
    const InstallationKey key(InstallationKey::Bytes{1});
    const auto secret = webhookSecret(key, "node-a");
    QCOMPARE(secret, webhookSecret(key, "node-a"));
    QVERIFY(secret != webhookSecret(key, "node-b"));
    QVERIFY(secret != verifyToken(key, "node-a"));
    QCOMPARE(verifyToken(key, "node-a").size(), kWebhookSecretChars);
    QCOMPARE(verifyToken(key, "node-a"), verifyToken(key, "node-a"));
    QVERIFY(verifyToken(key, "node-a") != verifyToken(key, "node-b"));
    QVERIFY(secret != webhookSecret(InstallationKey(InstallationKey::Bytes{2}), "node-a"));
    static const QRegularExpression kBase32(QStringLiteral("^[a-z2-7]{32}$"));
    QVERIFY(kBase32.match(QString::fromStdString(secret)).hasMatch());
}

void TestInstallationKey::secretIsKeyedBlake2bInBase32()
{
    InstallationKey::Bytes bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<unsigned char>(i);
    // python3: base64.b32encode(hashlib.blake2b(b"route:node-a", digest_size=20, key=bytes(range(32))).digest())
    QCOMPARE(webhookSecret(InstallationKey(bytes), "node-a"), std::string("lkxjoeuw6ykvnoe7bewq55fe6w5ixuul"));
}

void TestInstallationKey::comparesSecrets()
{
    QVERIFY(sameSecret("abc", "abc"));
    QVERIFY(!sameSecret("abd", "abc"));
    QVERIFY(!sameSecret("ab", "abc"));
    QVERIFY(!sameSecret("abcd", "abc"));
    QVERIFY(!sameSecret("", "abc"));
}

void TestInstallationKey::fingerprintIsSipHash128()
{
    const InstallationKey key(InstallationKey::Bytes{9});
    const Fingerprinter prints(key);
    QVERIFY(prints.message({}).isNull());
    QVERIFY(!prints.message("a").isNull());
    QCOMPARE(prints.message("wamid.1"), Fingerprinter(key).message("wamid.1"));
    QVERIFY(prints.message("wamid.1") != prints.message("wamid.2"));

    unsigned char digest[16];
    const auto subkey = key.derive<16>("fingerprint:message");
    ::crypto_shorthash_siphashx24(digest, reinterpret_cast<const unsigned char *>("wamid.1"), 7, subkey.data());
    const auto print = prints.message("wamid.1");
    QCOMPARE(std::memcmp(&print.high, digest, 8), 0);
    QCOMPARE(std::memcmp(&print.low, digest + 8, 8), 0);
}

BAROGRAPH_TEST(TestInstallationKey)
#include "tst_installation_key.moc"
