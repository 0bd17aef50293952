// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in which certificate files can be wrong is told apart, with what to do about it.
#include "listener/tls_context.h"
#include "self_signed.h"
#include "test_case.h"
#include "test_certificates.h"

#include <QSslCertificate>

using namespace barograph;

namespace {

void writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write a test file");
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

QByteArray readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

constexpr std::chrono::hours kDay{24};

} // namespace

class TestTlsContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesAChain();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void keyThatOthersMayRead();
    void expired();
    void stampTellsChanges();
    void noticeInTime();

private:
    QString file(const QString &name) { return m_folder.filePath(name); }

    TestCertificates m_certificates;
    QTemporaryDir m_folder;
};

void TestTlsContext::initTestCase()
{
    QVERIFY(m_certificates.isValid());
    const auto self = readText(m_certificates.certificateFile(QStringLiteral("self")));
    const auto leaf = readText(m_certificates.certificateFile(QStringLiteral("leaf")));
    const auto leafKey = readText(m_certificates.keyFile(QStringLiteral("leaf")));
    const auto ca = readText(m_certificates.caFile());
    writeText(file(QStringLiteral("key")), leafKey);
    writeText(file(QStringLiteral("chain")), leaf + ca);
    writeText(file(QStringLiteral("chain-upside-down")), ca + leaf);
    writeText(file(QStringLiteral("all-in-one")), leafKey + leaf);
    writeText(file(QStringLiteral("other")), self);
    writeText(file(QStringLiteral("text")), "hello");
    writeText(file(QStringLiteral("large")), QByteArray(2 << 20, 'x'));
    writeText(file(QStringLiteral("locked-key")), "-----BEGIN ENCRYPTED PRIVATE KEY-----\n" +
                                                      leafKey.mid(leafKey.indexOf('\n') + 1, 65) +
                                                      "-----END ENCRYPTED PRIVATE KEY-----\n");
}

void TestTlsContext::takesAChain()
{
    const auto made = TlsContext::make({file(QStringLiteral("chain")), file(QStringLiteral("key")), {}}, utcNow());
    QVERIFY2(made, made ? "" : qPrintable(made.error()));
    const auto leaf = m_certificates.signedByCa();
    QCOMPARE((*made)->sha256(), leaf.sha256());
    const auto given = QSslCertificate::fromData((*made)->certificatePem());
    QCOMPARE(given.size(), 2);
    QCOMPARE(given.front(), leaf.certificate);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(unixMillis((*made)->expiresAt())), leaf.certificate.expiryDate());
    // A key in the same file is never given away.
    const auto one =
        TlsContext::make({file(QStringLiteral("all-in-one")), file(QStringLiteral("all-in-one")), {}}, utcNow());
    QVERIFY(one);
    QVERIFY(!(*one)->certificatePem().contains("PRIVATE"));
}

void TestTlsContext::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("clientCa");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *certificate, const char *key, const char *ca, const char *said) {
        QTest::newRow(name) << QString::fromLatin1(certificate) << QString::fromLatin1(key) << QString::fromLatin1(ca)
                            << QString::fromLatin1(said);
    };
    row("no certificate file", "absent", "key", "", "cannot be read");
    row("no key file", "chain", "absent", "", "cannot be read");
    row("no certificate", "text", "key", "", "no certificate in");
    row("no key", "chain", "text", "", "no usable key");
    row("key with a passphrase", "chain", "locked-key", "", "without a passphrase");
    row("another's key", "other", "key", "", "does not belong");
    row("chain upside down", "chain-upside-down", "key", "", "has to be the listener's own");
    row("far too large", "large", "key", "", "larger than");
    row("no client CA file", "chain", "key", "absent", "cannot be read");
    row("no client CA", "chain", "key", "text", "CAs of client certificates");
}

void TestTlsContext::saysWhatIsWrong()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(QString, clientCa);
    QFETCH(QString, said);
    const auto made =
        TlsContext::make({file(certificate), file(key), clientCa.isEmpty() ? QString() : file(clientCa)}, utcNow());
    QVERIFY(!made);
    QVERIFY2(made.error().contains(said), qPrintable(made.error()));
}

void TestTlsContext::keyThatOthersMayRead()
{
    const auto key = file(QStringLiteral("open-key"));
    QVERIFY(QFile::copy(file(QStringLiteral("key")), key));
    for (const auto permission : {QFile::ReadGroup, QFile::ReadOther}) {
        QVERIFY(QFile::setPermissions(key, QFile::ReadOwner | permission));
        const auto made = TlsContext::make({file(QStringLiteral("chain")), key, {}}, utcNow());
        QVERIFY(!made);
        QVERIFY2(made.error().contains(QLatin1String("chmod 600 ") + key), qPrintable(made.error()));
    }
}

void TestTlsContext::expired()
{
    const TlsFiles files{file(QStringLiteral("chain")), file(QStringLiteral("key")), {}};
    QVERIFY(TlsContext::make(files, utcNow() + kDay));
    const auto late = TlsContext::make(files, utcNow() + 3 * kDay);
    QVERIFY(!late);
    QVERIFY2(late.error().contains(QLatin1String("expired on 20")), qPrintable(late.error()));
}

void TestTlsContext::stampTellsChanges()
{
    const TlsFiles files{file(QStringLiteral("s-chain")), file(QStringLiteral("s-key")), file(QStringLiteral("s-ca"))};
    for (const auto &path : {files.certificate, files.key, files.clientCa})
        writeText(path, "first");
    auto before = stampOf(files);
    QCOMPARE(stampOf(files), before);
    for (const auto &path : {files.certificate, files.key, files.clientCa}) {
        writeText(path, "second");
        QVERIFY(stampOf(files) != before);
        before = stampOf(files);
    }
    QVERIFY(QFile::remove(files.key));
    QVERIFY(stampOf(files) != before);
}

void TestTlsContext::noticeInTime()
{
    const auto now = utcNow();
    QCOMPARE(certificateNotice(now + 31 * kDay, now, true), QString());
    QVERIFY(certificateNotice(now + 29 * kDay, now, true).contains(QLatin1String("--renew")));
    QVERIFY(certificateNotice(now + 29 * kDay, now, false).contains(QLatin1String("Replace the file")));
    QVERIFY(certificateNotice(now + kDay, now, true).contains(QLatin1String("expires on")));
    QVERIFY(certificateNotice(now, now, true).contains(QLatin1String("has expired")));
}

BAROGRAPH_TEST(TestTlsContext)
#include "tst_tls_context.moc"
