// SPDX-License-Identifier: GPL-3.0-or-later
// The whole service behind TLS, and when it does not listen at all.
#include "ingest_fixture.h"
#include "self_signed.h"
#include "test_case.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>

using namespace barograph;
using namespace barograph::test;

namespace {

/// Posts over TLS, trusting these certificates alone. The status code; 0 if there was no answer.
int securePost(const QUrl &url, const QByteArray &body, const QByteArray &trustedPem)
{
    QSslSocket socket;
    QSslConfiguration configuration;
    configuration.setCaCertificates(QSslCertificate::fromData(trustedPem));
    socket.setSslConfiguration(configuration);
    socket.connectToHostEncrypted(url.host(), static_cast<quint16>(url.port()));
    if (!socket.waitForEncrypted(5000))
        return 0;
    return exchange(socket, postRequest(url, body)).mid(9, 3).toInt();
}

IngestOptions secureOptions(const QString &folder)
{
    const auto paths = pathsBelow(folder);
    auto options = optionsBelow(folder);
    options.listener.tls = true;
    options.ownCertificateFile = paths.listenerCertificateFile();
    options.ownKeyFile = paths.listenerKeyFile();
    options.certificateCheckPause = Millis{50};
    return options;
}

NodeConfig signedNode(const QString &id)
{
    NodeConfig node;
    node.id = id;
    node.webhook.auth = WebhookAuth::HubSha256;
    return node;
}

/// Another certificate and key in the place of these; false if they cannot be written.
bool replaceIdentity(const IngestOptions &options, const SelfSigned &identity)
{
    const auto write = [](const QString &path, const std::string &text) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
               file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
               file.write(text.data(), static_cast<qint64>(text.size())) == static_cast<qint64>(text.size());
    };
    return write(options.ownKeyFile, identity.keyPem) && write(options.ownCertificateFile, identity.certificatePem);
}

} // namespace

class TestIngestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatComesOverTls();
    void keepsItsCertificate();
    void takesUpAReplacedCertificate();
    void saysThatItExpiresSoon();
    void unusableFilesAreReportedAndTriedAgain();
    void doesNotListenUnprotected();
    void anUnprotectedNodeClosesTheListener();
    void listensUnprotectedWhenTold();
};

void TestIngestTls::countsWhatComesOverTls()
{
    QTemporaryDir folder;
    IngestService service(secureOptions(folder.path()));
    QCOMPARE(service.certificatePem(), QByteArray());
    service.start();
    const auto url = awaitUrl(service);
    QCOMPARE(url.scheme(), QStringLiteral("https"));
    QVERIFY(service.webhookUrlMasked(QStringLiteral("node-a")).startsWith(QStringLiteral("https://127.0.0.1:")));
    const auto pem = service.certificatePem();
    QVERIFY(!pem.contains("PRIVATE"));
    const auto shown = QSslCertificate::fromData(pem);
    QCOMPARE(shown.size(), 1);

    QCOMPARE(securePost(url, statusBody("id-1", "delivered"), pem), 200);
    QCOMPARE(securePost(url, statusBody("id-1", "read"), {}), 0);
    QCOMPARE(post(url, statusBody("id-2", "read")), 0); // plain HTTP to a port that speaks TLS
    const auto frame = awaitFrame(service, [](const Frame &f) { return f.ingest.counted == 1; });
    QVERIFY(frame);
    QVERIFY(frame->listener.tls);
    QCOMPARE(frame->listener.certificateSha256,
             QString::fromLatin1(shown.front().digest(QCryptographicHash::Sha256).toHex()));
    QCOMPARE(frame->listener.certificateNotice, QString());
    QCOMPARE(frame->listener.warning, QString());
}

void TestIngestTls::keepsItsCertificate()
{
    QTemporaryDir folder;
    QByteArray first;
    for (int run = 0; run < 2; ++run) {
        IngestService service(secureOptions(folder.path()));
        service.start();
        const auto url = awaitUrl(service);
        if (run == 0)
            first = service.certificatePem();
        QCOMPARE(securePost(url, statusBody("id-" + QByteArray::number(run), "read"), first), 200);
    }
}

void TestIngestTls::takesUpAReplacedCertificate()
{
    QTemporaryDir folder;
    const auto options = secureOptions(folder.path());
    IngestService service(options);
    service.start();
    const auto url = awaitUrl(service);
    const auto first = service.certificatePem();

    const auto other = makeSelfSigned({"other", {}, {}, 400});
    QVERIFY(other && replaceIdentity(options, *other));
    QTRY_COMPARE(service.certificatePem(), QByteArray::fromStdString(other->certificatePem));
    QCOMPARE(securePost(url, statusBody("id-1", "read"), service.certificatePem()), 200);
    QCOMPARE(securePost(url, statusBody("id-1", "read"), first), 0);

    // What cannot be used is reported, and the listener goes on with what it has.
    QVERIFY(QFile::remove(options.ownKeyFile));
    QVERIFY(awaitFrame(service, [](const Frame &f) {
        return f.listener.listening && f.listener.certificateNotice.contains(QLatin1String("former one"));
    }));
    QCOMPARE(securePost(url, statusBody("id-2", "read"), service.certificatePem()), 200);
    QVERIFY(replaceIdentity(options, *other));
    QVERIFY(awaitFrame(service, [](const Frame &f) { return f.listener.certificateNotice.isEmpty(); }));
}

void TestIngestTls::saysThatItExpiresSoon()
{
    QTemporaryDir folder;
    const auto options = secureOptions(folder.path());
    QVERIFY(makePrivateFolder(pathsBelow(folder.path()).dataDir));
    const auto soon = makeSelfSigned({"soon", {}, {}, 20});
    QVERIFY(soon && replaceIdentity(options, *soon));
    IngestService service(options);
    service.start();
    const auto frame = awaitFrame(service, [](const Frame &f) { return f.listener.listening; });
    QVERIFY(frame);
    QVERIFY2(frame->listener.certificateNotice.contains(QLatin1String("expires on")),
             qPrintable(frame->listener.certificateNotice));
}

void TestIngestTls::unusableFilesAreReportedAndTriedAgain()
{
    QTemporaryDir folder;
    auto options = secureOptions(folder.path());
    options.ownCertificateFile.clear();
    options.ownKeyFile.clear();
    options.listener.certificateFile = folder.filePath(QStringLiteral("mine.pem"));
    options.listener.keyFile = folder.filePath(QStringLiteral("mine.key"));
    IngestService service(options);
    service.start();
    QVERIFY(awaitFrame(service, [](const Frame &f) {
        return !f.listener.listening && f.listener.error.contains(QLatin1String("mine.pem cannot be read")) &&
               f.listener.error.contains(QLatin1String("Trying again"));
    }));
    const auto mine = makeSelfSigned({"mine", {}, {}, 400});
    auto written = options;
    written.ownCertificateFile = options.listener.certificateFile;
    written.ownKeyFile = options.listener.keyFile;
    QVERIFY(mine && replaceIdentity(written, *mine));
    const auto url = awaitUrl(service);
    QCOMPARE(securePost(url, statusBody("id-1", "read"), QByteArray::fromStdString(mine->certificatePem)), 200);
    QVERIFY(awaitFrame(service, [](const Frame &f) { return f.listener.listening && f.listener.error.isEmpty(); }));
}

void TestIngestTls::doesNotListenUnprotected()
{
    QTemporaryDir folder;
    auto options = optionsBelow(folder.path());
    options.listener.address = QStringLiteral("0.0.0.0");
    options.nodes = {signedNode(QStringLiteral("node-a"))};
    IngestService service(options);
    service.start();
    const auto frame = awaitFrame(service, [](const Frame &f) { return !f.listener.error.isEmpty(); });
    QVERIFY(frame);
    QVERIFY(!frame->listener.listening);
    QVERIFY2(frame->listener.error.contains(QLatin1String("tls = true")), qPrintable(frame->listener.error));
    QCOMPARE(service.webhookUrl(QStringLiteral("node-a")), QString());
}

void TestIngestTls::anUnprotectedNodeClosesTheListener()
{
    QTemporaryDir folder;
    auto options = secureOptions(folder.path());
    options.listener.address = QStringLiteral("0.0.0.0");
    options.nodes = {signedNode(QStringLiteral("node-a"))};
    IngestService service(options);
    service.start();
    const auto listening = awaitFrame(service, [](const Frame &f) { return f.listener.listening; });
    QVERIFY(listening);
    QTcpSocket connected;
    connected.connectToHost(QStringLiteral("127.0.0.1"), listening->listener.port);
    QVERIFY(connected.waitForConnected(5000));
    QVERIFY(awaitFrame(service, [](const Frame &f) { return f.listener.connections == 1; }));

    auto open = signedNode(QStringLiteral("node-b"));
    open.webhook.auth = WebhookAuth::AddressOnly;
    service.setNodes({options.nodes.front(), open});
    const auto closed = awaitFrame(service, [](const Frame &f) { return !f.listener.listening; });
    QVERIFY(closed);
    QVERIFY2(closed->listener.error.contains(QLatin1String("node-b")), qPrintable(closed->listener.error));
    QCOMPARE(service.certificatePem(), QByteArray());
    QTRY_COMPARE(connected.state(), QAbstractSocket::UnconnectedState);

    open.webhook.allowFrom = QStringList{QStringLiteral("127.0.0.1")};
    service.setNodes({options.nodes.front(), open});
    QVERIFY(awaitFrame(service, [](const Frame &f) { return f.listener.listening && f.listener.error.isEmpty(); }));
}

void TestIngestTls::listensUnprotectedWhenTold()
{
    QTemporaryDir folder;
    auto options = optionsBelow(folder.path());
    options.listener.address = QStringLiteral("0.0.0.0");
    options.listener.allowUnprotected = true;
    IngestService service(options);
    service.start();
    const auto frame = awaitFrame(service, [](const Frame &f) { return f.listener.listening; });
    QVERIFY(frame);
    QVERIFY2(frame->listener.warning.contains(QLatin1String("can be reached by other machines")),
             qPrintable(frame->listener.warning));
    QVERIFY(frame->listener.error.isEmpty());
}

BAROGRAPH_TEST(TestIngestTls)
#include "tst_ingest_tls.moc"
