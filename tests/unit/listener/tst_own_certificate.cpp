// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/own_certificate.h"
#include "listener/tls_context.h"
#include "self_signed.h"
#include "test_case.h"

#include <QSslCertificate>
#include <QSysInfo>

using namespace barograph;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestOwnCertificate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_own = {m_folder->filePath(QStringLiteral("certificate.pem")), m_folder->filePath(QStringLiteral("key.pem")),
                 QStringLiteral("127.0.0.1")};
    }
    void isForThisMachine();
    void isKept();
    void isMadeAnew_data();
    void isMadeAnew();
    void closesAnOpenKey();
    void saysWhyItCannotBeMade();
    void leavesOutWhatIsNoName();

private:
    bool ensure(Renewal renewal = Renewal::WhenNeeded, UtcTime now = utcNow())
    {
        const auto made = ensureOwnCertificate(m_own, renewal, now);
        if (!made)
            qWarning() << made.error();
        return made.value_or(false);
    }
    QByteArray certificate() { return contentsOf(m_own.certificateFile); }

    std::unique_ptr<QTemporaryDir> m_folder;
    OwnCertificate m_own;
};

void TestOwnCertificate::isForThisMachine()
{
    m_own.address = QStringLiteral("192.0.2.7");
    QVERIFY(ensure());
    const auto shown = QSslCertificate::fromData(certificate());
    QCOMPARE(shown.size(), 1);
    const auto names = shown.front().subjectAlternativeNames();
    const auto hosts = names.values(QSsl::DnsEntry);
    const auto addresses = names.values(QSsl::IpAddressEntry);
    QVERIFY(hosts.contains(QStringLiteral("localhost")));
    QVERIFY(hosts.contains(QSysInfo::machineHostName()));
    for (const char *address : {"127.0.0.1", "192.0.2.7"})
        QVERIFY2(addresses.contains(QString::fromLatin1(address)), address);
    // Some devices take none that is valid for longer, be it by a second; the last one counts.
    QCOMPARE(shown.front().effectiveDate().secsTo(shown.front().expiryDate()) + 1, qint64{825} * 24 * 3600);
    constexpr auto kOthers = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QCOMPARE(QFile::permissions(m_own.keyFile) & kOthers, QFile::Permissions());
    QVERIFY(TlsContext::make({m_own.certificateFile, m_own.keyFile, {}}, utcNow()));
}

void TestOwnCertificate::isKept()
{
    QVERIFY(ensure());
    const auto first = certificate();
    const auto key = contentsOf(m_own.keyFile);
    QVERIFY(!ensure());
    m_own.address = QStringLiteral("0.0.0.0"); // any of this machine's: nothing that it had to name
    QVERIFY(!ensure());
    QCOMPARE(certificate(), first);
    QCOMPARE(contentsOf(m_own.keyFile), key);
}

void TestOwnCertificate::isMadeAnew_data()
{
    QTest::addColumn<QString>("why");
    for (const char *why : {"asked for", "expired", "other address", "torn certificate", "key gone", "another's key"})
        QTest::newRow(why) << QString::fromLatin1(why);
}

void TestOwnCertificate::isMadeAnew()
{
    QFETCH(QString, why);
    QVERIFY(ensure());
    const auto first = certificate();
    auto now = utcNow();
    auto renewal = Renewal::WhenNeeded;
    if (why == QLatin1String("asked for"))
        renewal = Renewal::Now;
    else if (why == QLatin1String("expired"))
        now += std::chrono::hours(24 * 826);
    else if (why == QLatin1String("other address"))
        m_own.address = QStringLiteral("192.0.2.8");
    else if (why == QLatin1String("torn certificate"))
        QVERIFY(QFile::resize(m_own.certificateFile, 100));
    else if (why == QLatin1String("key gone"))
        QVERIFY(QFile::remove(m_own.keyFile));
    else
        QVERIFY(QFile(m_own.keyFile).open(QIODevice::WriteOnly | QIODevice::Truncate));
    QVERIFY(ensure(renewal, now));
    QVERIFY(certificate() != first);
    QVERIFY(TlsContext::make({m_own.certificateFile, m_own.keyFile, {}}, utcNow()));
}

void TestOwnCertificate::closesAnOpenKey()
{
    QVERIFY(ensure());
    QVERIFY(QFile::setPermissions(m_own.keyFile, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    QVERIFY(!ensure());
    QVERIFY(TlsContext::make({m_own.certificateFile, m_own.keyFile, {}}, utcNow()));
}

void TestOwnCertificate::saysWhyItCannotBeMade()
{
    m_own.keyFile = m_folder->filePath(QStringLiteral("absent/key.pem"));
    const auto made = ensureOwnCertificate(m_own, Renewal::WhenNeeded, utcNow());
    QVERIFY(!made);
    QVERIFY2(made.error().contains(QLatin1String("cannot be written")), qPrintable(made.error()));
}

void TestOwnCertificate::leavesOutWhatIsNoName()
{
    const auto made = makeSelfSigned({"test",
                                      {"good.example", "bad,DNS:evil.example", "", "b\xc3\xa4r"},
                                      {"192.0.2.1", "nonsense", "fe80::1%eth0"}});
    QVERIFY(made);
    const auto names =
        QSslCertificate::fromData(QByteArray::fromStdString(made->certificatePem)).value(0).subjectAlternativeNames();
    auto hosts = names.values(QSsl::DnsEntry);
    hosts.sort();
    QCOMPARE(hosts, QStringList({QStringLiteral("good.example"), QStringLiteral("localhost")}));
    QVERIFY(names.values(QSsl::IpAddressEntry).contains(QStringLiteral("192.0.2.1")));
}

BAROGRAPH_TEST(TestOwnCertificate)
#include "tst_own_certificate.moc"
