// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "openssl_ptr.h"
#include "recording_sink.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <openssl/err.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace barograph::test {

struct TlsClientOptions
{
    int version = 0; ///< exactly this one; 0 = the best
    QString certificate = {};
    QString key = {};
    int receiveBuffer = 0;
    bool byteByByte = false; ///< every byte is a segment of its own
};

/// A TLS client that does what it is told and waits at most ten seconds for anything. It does not check certificates:
/// that is tested with clients that do.
class TlsClient
{
public:
    using Options = TlsClientOptions;

    explicit TlsClient(quint16 port, const Options &options = {})
        : m_context(SSL_CTX_new(TLS_client_method()))
        , m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
        , m_byteByByte(options.byteByByte)
    {
        SSL_CTX_set_security_level(m_context.get(), 0); // offers what must be refused, too
        if (options.version != 0) {
            SSL_CTX_set_min_proto_version(m_context.get(), options.version);
            SSL_CTX_set_max_proto_version(m_context.get(), options.version);
        }
        if (!options.certificate.isEmpty()) {
            SSL_CTX_use_certificate_chain_file(m_context.get(), QFile::encodeName(options.certificate).constData());
            SSL_CTX_use_PrivateKey_file(m_context.get(), QFile::encodeName(options.key).constData(), SSL_FILETYPE_PEM);
        }
        const timeval patience{10, 0};
        const int on = 1;
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (options.receiveBuffer > 0)
            ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &options.receiveBuffer, sizeof options.receiveBuffer);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;

        m_ssl.reset(SSL_new(m_context.get()));
        m_in = BIO_new(BIO_s_mem());
        m_out = BIO_new(BIO_s_mem());
        SSL_set_bio(m_ssl.get(), m_in, m_out);
        SSL_set_connect_state(m_ssl.get());
    }
    ~TlsClient() { ::close(m_socket); }
    TlsClient(const TlsClient &) = delete;
    TlsClient &operator=(const TlsClient &) = delete;

    SSL *ssl() { return m_ssl.get(); }
    bool handshake()
    {
        return m_connected && step([this] { return SSL_do_handshake(m_ssl.get()); }) == 1;
    }
    bool send(const QByteArray &bytes)
    {
        return SSL_write(m_ssl.get(), bytes.constData(), static_cast<int>(bytes.size())) == bytes.size() && sendOut();
    }
    /// As much as goes without waiting; -1 when the connection is gone.
    qint64 trySendRaw(const QByteArray &bytes)
    {
        return ::send(m_socket, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    }
    /// What would go over the network for these bytes, without sending it.
    QByteArray encrypted(const QByteArray &bytes)
    {
        SSL_write(m_ssl.get(), bytes.constData(), static_cast<int>(bytes.size()));
        return takeOut();
    }
    /// What the client would send first, without sending it.
    QByteArray hello()
    {
        SSL_do_handshake(m_ssl.get());
        return takeOut();
    }
    bool sendRaw(const QByteArray &bytes)
    {
        return ::send(m_socket, bytes.constData(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL) ==
               bytes.size();
    }
    /// Of what OpenSSL has produced by itself, e.g. a key update.
    bool sendOut()
    {
        const auto bytes = takeOut();
        if (!m_byteByByte)
            return sendRaw(bytes);
        for (const char byte : bytes) {
            if (!sendRaw(QByteArray(1, byte)))
                return false;
        }
        return true;
    }
    bool sayGoodbye() { return SSL_shutdown(m_ssl.get()) >= 0 && sendOut(); }

    /// Reads until `count` answers have come, or the end.
    QByteArray answers(int count = 1)
    {
        while (m_received.count("HTTP/1.1 ") < count || !m_received.contains("\r\n\r\n")) {
            if (!receive())
                break;
        }
        return std::exchange(m_received, {});
    }
    int status() { return answers().mid(9, 3).toInt(); }
    /// Reads to the end, which must come.
    QByteArray untilClosed()
    {
        while (receive()) {
        }
        return m_closed ? std::exchange(m_received, {}) : QByteArray("still open");
    }
    /// The other side ended in order, by close_notify.
    bool endedInOrder() const { return (SSL_get_shutdown(m_ssl.get()) & SSL_RECEIVED_SHUTDOWN) != 0; }

private:
    QByteArray takeOut()
    {
        char *data = nullptr;
        const long size = BIO_get_mem_data(m_out, &data);
        const QByteArray bytes(data, size);
        (void)BIO_reset(m_out);
        return bytes;
    }
    template<typename Action> int step(Action action)
    {
        while (true) {
            ERR_clear_error();
            const int outcome = action();
            const int why = SSL_get_error(m_ssl.get(), outcome);
            if (!sendOut() && why != SSL_ERROR_WANT_READ)
                return outcome;
            if (outcome > 0 || why != SSL_ERROR_WANT_READ)
                return outcome;
            char bytes[65536];
            const auto size = ::recv(m_socket, bytes, sizeof bytes, 0);
            if (size <= 0) {
                m_closed = size == 0 || errno == ECONNRESET;
                return -1;
            }
            BIO_write(m_in, bytes, static_cast<int>(size));
        }
    }
    bool receive()
    {
        char bytes[65536];
        const int size = step([&] { return SSL_read(m_ssl.get(), bytes, sizeof bytes); });
        if (size <= 0) {
            m_closed = m_closed || endedInOrder();
            return false;
        }
        m_received.append(bytes, size);
        return true;
    }

    SslContextPtr m_context;
    int m_socket;
    bool m_byteByByte;
    bool m_connected = false;
    bool m_closed = false;
    SslPtr m_ssl;
    BIO *m_in = nullptr;  ///< owned by m_ssl
    BIO *m_out = nullptr; ///< owned by m_ssl
    QByteArray m_received;
};

} // namespace barograph::test
