// SPDX-License-Identifier: GPL-3.0-or-later
// The encrypted file of secrets: what it keeps, what it tells apart, and what it does not give away.
#include "secrets/secret_vault.h"
#include "test_case.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>

using namespace barograph;

namespace {

/// Cheap to try: these tests are not about how long a passphrase holds.
constexpr SealCost kCheap{1, 64};
const Secret kPassphrase("correct horse battery");
const QString kNode = QStringLiteral("support-eu");
const QString kPasswordName = SecretName::kPassword;

QByteArray bytesIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
}

QByteArray valueIn(SecretVault &vault, const QString &name = kPasswordName)
{
    const auto found = vault.get(kNode, name);
    if (!found)
        return "error: " + found.error().toUtf8();
    return found->has_value() ? found->value().reveal() : QByteArray("(none)");
}

} // namespace

class TestSecretVault : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString path() const { return m_folder->filePath(QStringLiteral("below/secrets.sealed")); }

    void makeOne()
    {
        SecretVault vault(path(), kCheap);
        QVERIFY(vault.open(kPassphrase).has_value());
        QVERIFY(vault.set(kNode, kPasswordName, Secret("hunter2-hunter2")).has_value());
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsSecretsAcrossRuns()
    {
        makeOne();
        SecretVault vault(path(), kCheap);
        QVERIFY(vault.exists() && !vault.isOpen());
        QVERIFY(valueIn(vault).startsWith("error: ") && valueIn(vault).contains("Enter the passphrase"));
        QVERIFY(!vault.set(kNode, kPasswordName, Secret("x")).has_value());
        QVERIFY(vault.open(kPassphrase).has_value());
        QCOMPARE(valueIn(vault), QByteArray("hunter2-hunter2"));
        QCOMPARE(valueIn(vault, SecretName::kApiKey), QByteArray("(none)"));
        const QByteArray odd("\0 \xff\n", 4);
        QVERIFY(vault.set(kNode, SecretName::kApiKey, Secret(odd)).has_value());
        QCOMPARE(valueIn(vault, SecretName::kApiKey), odd);
        QVERIFY(vault.remove(kNode, kPasswordName).has_value());
        QVERIFY(vault.remove(kNode, kPasswordName).has_value());
        QCOMPARE(valueIn(vault), QByteArray("(none)"));
        QCOMPARE(valueIn(vault, SecretName::kApiKey), odd);
    }

    void givesNothingAway()
    {
        makeOne();
        struct stat status
        {};
        QCOMPARE(::stat(QFile::encodeName(path()).constData(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t{0600});
        const QByteArray first = bytesIn(path());
        for (const QByteArray text : {"hunter2", "support-eu", "password", "correct"})
            QVERIFY2(!first.contains(text), text.constData());
        // The same content is never encrypted the same way again.
        SecretVault vault(path(), kCheap);
        QVERIFY(vault.open(kPassphrase).has_value());
        QVERIFY(vault.set(kNode, kPasswordName, Secret("hunter2-hunter2")).has_value());
        const QByteArray second = bytesIn(path());
        QVERIFY(second.size() == first.size() && second != first);
        QVERIFY(second.mid(92) != first.mid(92));
        QCOMPARE(QDir(QFileInfo(path()).absolutePath()).entryList(QDir::Files),
                 QStringList{QStringLiteral("secrets.sealed")});
    }

    void tellsAWrongPassphraseFromDamage()
    {
        makeOne();
        SecretVault vault(path(), kCheap);
        const auto refused = vault.open(Secret("correct horse batterz"));
        QVERIFY(!refused);
        QVERIFY2(refused.error().contains(QStringLiteral("not the passphrase")), qPrintable(refused.error()));
        QVERIFY(!vault.isOpen());
    }

    void noticesEveryAlteredByte()
    {
        makeOne();
        const QByteArray whole = bytesIn(path());
        constexpr int kCheckBegin = 52; // the two places where damage looks like a wrong passphrase, and is refused too
        constexpr int kCheckEnd = 68;
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray altered = whole;
            altered[i] = static_cast<char>(altered[i] ^ 0x40);
            put(path(), altered);
            SecretVault vault(path(), kCheap);
            const auto opened = vault.open(kPassphrase);
            QVERIFY2(!opened, qPrintable(QStringLiteral("byte %1").arg(i)));
            const bool inCheck = i >= kCheckBegin && i < kCheckEnd;
            const QString expected = i < 8     ? QStringLiteral("is no file of encrypted secrets")
                                     : i < 10  ? QStringLiteral("newer Barograph")
                                     : inCheck ? QStringLiteral("not the passphrase")
                                               : QStringLiteral("is damaged");
            QVERIFY2(opened.error().contains(expected),
                     qPrintable(QStringLiteral("byte %1: %2").arg(i).arg(opened.error())));
        }
    }

    void noticesWhereItWasCutOff()
    {
        makeOne();
        const QByteArray whole = bytesIn(path());
        for (qsizetype size = 0; size < whole.size(); ++size) {
            put(path(), whole.left(size));
            SecretVault vault(path(), kCheap);
            const auto opened = vault.open(kPassphrase);
            QVERIFY(!opened);
            QVERIFY2(opened.error().contains(QStringLiteral("is damaged")), qPrintable(opened.error()));
        }
        put(path(), whole + 'x');
        QVERIFY(!SecretVault(path(), kCheap).open(kPassphrase));
    }

    void isNotMadeToEatAllMemory()
    {
        // A head that asks for a terabyte is damage, whatever its sum says.
        makeOne();
        QByteArray file = bytesIn(path());
        file.replace(16, 4, QByteArray("\xff\xff\xff\x7f", 4));
        ::crypto_generichash(reinterpret_cast<unsigned char *>(file.data()) + 36, 16,
                             reinterpret_cast<const unsigned char *>(file.constData()), 36, nullptr, 0);
        QCOMPARE(readSealedHead(file).error(), SealFault::Damaged);
    }

    void changesItsPassphrase()
    {
        makeOne();
        const Secret other("another passphrase");
        SecretVault bystander(path(), kCheap);
        QVERIFY(bystander.open(kPassphrase).has_value());
        SecretVault vault(path(), kCheap);
        QVERIFY(!vault.changePassphrase(Secret("wrong one here"), other));
        QVERIFY(!vault.changePassphrase(kPassphrase, Secret("short")));
        QVERIFY(SecretVault(path(), kCheap).open(kPassphrase).has_value());
        QVERIFY(vault.changePassphrase(kPassphrase, other).has_value());
        QCOMPARE(valueIn(vault), QByteArray("hunter2-hunter2"));
        QVERIFY(!SecretVault(path(), kCheap).open(kPassphrase));
        QVERIFY(SecretVault(path(), kCheap).open(other).has_value());
        // Who had it open with the old one must ask anew, and overwrites nothing.
        QVERIFY(valueIn(bystander).contains("changed elsewhere"));
        QVERIFY(!bystander.isOpen());
        QVERIFY(!bystander.set(kNode, kPasswordName, Secret("x")).has_value());
        QCOMPARE(valueIn(vault), QByteArray("hunter2-hunter2"));
    }

    void seesWhatAnotherProcessStored()
    {
        makeOne();
        SecretVault one(path(), kCheap);
        SecretVault two(path(), kCheap);
        QVERIFY(one.open(kPassphrase).has_value() && two.open(kPassphrase).has_value());
        QVERIFY(two.set(kNode, SecretName::kApiKey, Secret("k")).has_value());
        QCOMPARE(valueIn(one, SecretName::kApiKey), QByteArray("k"));
        QVERIFY(one.set(QStringLiteral("b"), kPasswordName, Secret("p")).has_value());
        QCOMPARE(valueIn(two, SecretName::kApiKey), QByteArray("k"));
        QCOMPARE(valueIn(two), QByteArray("hunter2-hunter2"));
    }

    void saysWhenItCannotBeWritten()
    {
        makeOne();
        SecretVault vault(path(), kCheap);
        QVERIFY(vault.open(kPassphrase).has_value());
        const QByteArray before = bytesIn(path());
        // A folder where the temporary file would go: works for root too, whom permissions do not stop.
        QVERIFY(QDir().mkpath(path() + QStringLiteral(".new.%1/x").arg(::getpid())));
        const auto stored = vault.set(kNode, kPasswordName, Secret("new value"));
        QVERIFY(!stored);
        QVERIFY2(stored.error().contains(QStringLiteral("Nothing was stored")), qPrintable(stored.error()));
        QVERIFY(!stored.error().contains(QStringLiteral("new value")));
        QCOMPARE(bytesIn(path()), before);
    }

    void refusesWeakPassphrases()
    {
        SecretVault vault(path(), kCheap);
        QVERIFY(!vault.open(Secret("seven77")));
        QVERIFY(!vault.exists());
    }
};

BAROGRAPH_TEST(TestSecretVault)
#include "tst_secret_vault.moc"
