// SPDX-License-Identifier: GPL-3.0-or-later
// The stream alone, over a pair of sockets: what it says about the client, and that it never holds back bytes.
#include "listener/tls_context.h"
#include "listener/tls_stream.h"
#include "test_case.h"
#include "test_certificates.h"

#include <QProcess>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace barograph;

namespace {

using StreamState = ByteStream::Result::State;

/// Two ends of a connection on one thread, both without waiting.
class StreamPair
{
public:
    StreamPair(SSL_CTX &server, const QString &certificate = {}, const QString &key = {})
        : m_clientContext(SSL_CTX_new(TLS_client_method()))
    {
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, m_sockets) != 0)
            qFatal("no pair of sockets");
        if (!certificate.isEmpty()) {
            SSL_CTX_use_certificate_chain_file(m_clientContext.get(), QFile::encodeName(certificate).constData());
            SSL_CTX_use_PrivateKey_file(m_clientContext.get(), QFile::encodeName(key).constData(), SSL_FILETYPE_PEM);
        }
        stream = std::make_unique<TlsStream>(m_sockets[0], server);
        client.reset(SSL_new(m_clientContext.get()));
        SSL_set_fd(client.get(), m_sockets[1]);
        SSL_set_connect_state(client.get());
    }
    ~StreamPair()
    {
        for (const int socket : m_sockets)
            ::close(socket);
    }
    StreamState handshake()
    {
        auto state = StreamState::WouldBlock;
        for (int i = 0; i < 20 && state == StreamState::WouldBlock; ++i) {
            SSL_do_handshake(client.get());
            state = stream->handshake().state;
        }
        SSL_do_handshake(client.get());
        return state;
    }
    /// Many messages that are no data, which arrive at once.
    bool sendKeyUpdates(int count)
    {
        BIO *bytes = BIO_new(BIO_s_mem());
        SSL_set0_wbio(client.get(), bytes);
        for (int i = 0; i < count; ++i) {
            SSL_key_update(client.get(), SSL_KEY_UPDATE_NOT_REQUESTED);
            SSL_do_handshake(client.get());
        }
        char *data = nullptr;
        const long size = BIO_get_mem_data(bytes, &data);
        const bool sent = size > 0 && ::send(m_sockets[1], data, static_cast<std::size_t>(size), 0) == size;
        SSL_set_fd(client.get(), m_sockets[1]);
        return sent;
    }
    bool nothingMoreComes() const
    {
        char byte = 0;
        return ::recv(m_sockets[0], &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0;
    }

    std::unique_ptr<TlsStream> stream;
    SslPtr client;

private:
    SslContextPtr m_clientContext;
    int m_sockets[2] = {-1, -1};
};

} // namespace

class TestTlsStream : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsTheNameInTheCertificate();
    void twoNamesAreNone();
    void refusesOtherAuthorities();
    void holdsNothingBack();
    void letsGoOfClientsThatSendNoData();
    void waitsForRoomToWrite();
    void endOfTheOtherSide();

private:
    std::shared_ptr<const TlsContext> context()
    {
        return TlsContext::make({m_certificates.certificateFile(QStringLiteral("leaf")),
                                 m_certificates.keyFile(QStringLiteral("leaf")), m_certificates.caFile()},
                                utcNow())
            .value_or(nullptr);
    }
    TestCertificates m_certificates;
};

void TestTlsStream::initTestCase()
{
    QVERIFY(m_certificates.isValid());
    QVERIFY(context());
}

void TestTlsStream::tellsTheNameInTheCertificate()
{
    const auto tls = context();
    StreamPair named(tls->native(), m_certificates.certificateFile(QStringLiteral("leaf")),
                     m_certificates.keyFile(QStringLiteral("leaf")));
    QVERIFY(named.handshake() == StreamState::Done);
    QVERIFY(named.stream->isEstablished());
    QCOMPARE(named.stream->certificateName(), std::string("127.0.0.1"));
    StreamPair nameless(tls->native());
    QVERIFY(nameless.handshake() == StreamState::Done);
    QCOMPARE(nameless.stream->certificateName(), std::string());
}

void TestTlsStream::twoNamesAreNone()
{
    // Which of them the operator meant cannot be known.
    QTemporaryDir folder;
    const auto key = folder.filePath(QStringLiteral("two.key"));
    const auto certificate = folder.filePath(QStringLiteral("two.pem"));
    const auto ca = m_certificates.caFile();
    QCOMPARE(QProcess::execute(QStringLiteral("openssl"),
                               {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                                QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                                QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                                QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                                QStringLiteral("/CN=node-a/CN=node-b"), QStringLiteral("-CA"), ca,
                                QStringLiteral("-CAkey"), m_certificates.keyFile(QStringLiteral("ca")),
                                QStringLiteral("-keyout"), key, QStringLiteral("-out"), certificate}),
             0);
    const auto tls = context();
    StreamPair pair(tls->native(), certificate, key);
    QVERIFY(pair.handshake() == StreamState::Done);
    QCOMPARE(pair.stream->certificateName(), std::string());
}

void TestTlsStream::refusesOtherAuthorities()
{
    const auto tls = context();
    StreamPair pair(tls->native(), m_certificates.certificateFile(QStringLiteral("other")),
                    m_certificates.keyFile(QStringLiteral("other")));
    QVERIFY(pair.handshake() == StreamState::Ended);
    QVERIFY(!pair.stream->isEstablished());
    std::vector<char> room(TlsStream::kLargestRecord);
    QVERIFY(pair.stream->read(room).state == StreamState::Ended);
    QVERIFY(pair.stream->write("x").state == StreamState::Ended);
    QVERIFY(pair.stream->endWriting().state == StreamState::Done);
}

void TestTlsStream::holdsNothingBack()
{
    // Whatever is left must be left in the socket, because only that is waited for.
    const auto tls = context();
    StreamPair pair(tls->native());
    QVERIFY(pair.handshake() == StreamState::Done);
    std::string sent;
    for (std::size_t i = 0; i < 60000; ++i)
        sent += static_cast<char>('a' + i % 23);
    QCOMPARE(SSL_write(pair.client.get(), sent.data(), static_cast<int>(sent.size())), 60000);
    std::vector<char> room(TlsStream::kLargestRecord * 2 + 100);
    std::string received;
    while (!pair.nothingMoreComes()) {
        const auto result = pair.stream->read(room);
        QVERIFY(result.state == StreamState::Done);
        received.append(room.data(), result.bytes);
    }
    QVERIFY(received == sent);
    QVERIFY(pair.stream->read(room).state == StreamState::WouldBlock);
    QVERIFY(pair.stream->readWants() == TlsStream::Wants::Readable);
}

void TestTlsStream::letsGoOfClientsThatSendNoData()
{
    // One that did so without end would otherwise have the thread for itself.
    const auto tls = context();
    StreamPair pair(tls->native());
    QVERIFY(pair.handshake() == StreamState::Done);
    QVERIFY(pair.sendKeyUpdates(500));
    std::vector<char> room(TlsStream::kLargestRecord);
    QVERIFY(pair.stream->read(room).state == StreamState::WouldBlock);
    QVERIFY(!pair.nothingMoreComes());
    for (int i = 0; i < 500 && !pair.nothingMoreComes(); ++i)
        QVERIFY(pair.stream->read(room).state == StreamState::WouldBlock);
    QCOMPARE(SSL_write(pair.client.get(), "x", 1), 1);
    QCOMPARE(pair.stream->read(room).bytes, std::size_t{1});
}

void TestTlsStream::waitsForRoomToWrite()
{
    const auto tls = context();
    StreamPair pair(tls->native());
    QVERIFY(pair.handshake() == StreamState::Done);
    std::string answer;
    for (std::size_t i = 0; i < (2U << 20U); ++i)
        answer += static_cast<char>('a' + i % 23);
    std::size_t written = 0;
    std::string received;
    int waits = 0;
    while (received.size() < answer.size()) {
        // From another place in memory each time, as the session's output is.
        const auto rest = answer.substr(written);
        const auto result = rest.empty() ? ByteStream::Result{StreamState::WouldBlock, 0} : pair.stream->write(rest);
        if (result.state == StreamState::Done) {
            written += result.bytes;
            continue;
        }
        QVERIFY(result.state == StreamState::WouldBlock);
        QVERIFY(rest.empty() || pair.stream->writeWants() == TlsStream::Wants::Writable);
        ++waits;
        char bytes[16384];
        for (int size = 0; (size = SSL_read(pair.client.get(), bytes, sizeof bytes)) > 0;)
            received.append(bytes, static_cast<std::size_t>(size));
    }
    QVERIFY(received == answer);
    QVERIFY2(waits > 1, "everything went at once: the test proves nothing");
}

void TestTlsStream::endOfTheOtherSide()
{
    const auto tls = context();
    std::vector<char> room(TlsStream::kLargestRecord);
    StreamPair pair(tls->native());
    QVERIFY(pair.handshake() == StreamState::Done);
    QCOMPARE(SSL_write(pair.client.get(), "last", 4), 4);
    QVERIFY(SSL_shutdown(pair.client.get()) >= 0);
    QCOMPARE(pair.stream->read(room).bytes, std::size_t{4});
    QVERIFY(pair.stream->read(room).state == StreamState::Ended);
    // An orderly end leaves the way back open.
    QVERIFY(pair.stream->write("answer").state == StreamState::Done);
    char bytes[100];
    QCOMPARE(SSL_read(pair.client.get(), bytes, sizeof bytes), 6);
    QVERIFY(pair.stream->endWriting().state == StreamState::Done);
    QCOMPARE(SSL_read(pair.client.get(), bytes, sizeof bytes), 0);
    QVERIFY((SSL_get_shutdown(pair.client.get()) & SSL_RECEIVED_SHUTDOWN) != 0);
}

BAROGRAPH_TEST(TestTlsStream)
#include "tst_tls_stream.moc"
