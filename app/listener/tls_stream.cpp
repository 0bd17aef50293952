// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/tls_stream.h"

#include <openssl/err.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <sys/socket.h>

namespace barograph {

namespace {

using State = ByteStream::Result::State;

/// Calls to the socket within one read or handshake. OpenSSL goes on as long as bytes come that are no data (key
/// updates, empty records, renegotiations), so that a client which sends those as fast as it can would never let go.
constexpr int kTransportReadsInARow = 64;

int clampedSize(std::size_t size)
{
    return static_cast<int>(std::min<std::size_t>(size, std::numeric_limits<int>::max()));
}

} // namespace

// OpenSSL's own socket BIO uses write(), which ends the program by SIGPIPE when the client has gone.
const BIO_METHOD *TlsStream::transportMethod()
{
    static BIO_METHOD *const method = [] {
        BIO_METHOD *made = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "listener socket");
        if (made != nullptr) {
            BIO_meth_set_read(made, readTransport);
            BIO_meth_set_write(made, writeTransport);
            BIO_meth_set_ctrl(made, controlTransport);
        }
        return made;
    }();
    return method;
}

int TlsStream::readTransport(BIO *bio, char *into, int size)
{
    BIO_clear_retry_flags(bio);
    auto &transport = *static_cast<Transport *>(BIO_get_data(bio));
    if (transport.readsLeft <= 0) {
        BIO_set_retry_read(bio);
        return -1;
    }
    --transport.readsLeft;
    const auto bytes = ::recv(transport.descriptor, into, static_cast<std::size_t>(size), 0);
    if (bytes < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
        BIO_set_retry_read(bio);
    return static_cast<int>(bytes);
}

int TlsStream::writeTransport(BIO *bio, const char *bytes, int size)
{
    BIO_clear_retry_flags(bio);
    const auto &transport = *static_cast<const Transport *>(BIO_get_data(bio));
    const auto written = ::send(transport.descriptor, bytes, static_cast<std::size_t>(size), MSG_NOSIGNAL);
    if (written < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR))
        BIO_set_retry_write(bio);
    return static_cast<int>(written);
}

long TlsStream::controlTransport(BIO *, int command, long, void *)
{
    // Nothing is buffered, so a flush has always succeeded.
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

TlsStream::TlsStream(int descriptor, SSL_CTX &context)
    : m_transport{descriptor, 0}
    , m_ssl(SSL_new(&context))
{
    BIO *bio = m_ssl && transportMethod() != nullptr ? BIO_new(transportMethod()) : nullptr;
    if (bio == nullptr) {
        m_broken = true; // no memory: the connection ends at its first step
        return;
    }
    BIO_set_data(bio, &m_transport);
    BIO_set_init(bio, 1);
    SSL_set_bio(m_ssl.get(), bio, bio);
    SSL_set_accept_state(m_ssl.get());
}

TlsStream::~TlsStream() = default;

ByteStream::Result TlsStream::stopped(int outcome, Wants &wants)
{
    switch (SSL_get_error(m_ssl.get(), outcome)) {
    case SSL_ERROR_WANT_READ:
        wants = Wants::Readable;
        return {State::WouldBlock, 0};
    case SSL_ERROR_WANT_WRITE:
        wants = Wants::Writable;
        return {State::WouldBlock, 0};
    case SSL_ERROR_ZERO_RETURN:
        return {State::Ended, 0}; // in order: answers may still be given
    default:
        // After such an error nothing more may be done with the connection, not even saying goodbye.
        m_broken = true;
        ERR_clear_error();
        return {State::Ended, 0};
    }
}

ByteStream::Result TlsStream::handshake()
{
    if (m_broken)
        return {State::Ended, 0};
    ERR_clear_error();
    m_transport.readsLeft = kTransportReadsInARow;
    const int outcome = SSL_do_handshake(m_ssl.get());
    if (outcome != 1)
        return stopped(outcome, m_readWants);
    m_established = true;
    return {State::Done, 0};
}

ByteStream::Result TlsStream::read(std::span<char> into)
{
    if (m_broken)
        return {State::Ended, 0};
    ERR_clear_error();
    m_transport.readsLeft = kTransportReadsInARow;
    std::size_t filled = 0;
    while (into.size() - filled >= kLargestRecord) {
        const int bytes = SSL_read(m_ssl.get(), into.data() + filled, clampedSize(into.size() - filled));
        if (bytes <= 0) {
            const auto why = stopped(bytes, m_readWants);
            // What was read comes first; the end is found again.
            return filled > 0 ? Result{State::Done, filled} : why;
        }
        filled += static_cast<std::size_t>(bytes);
        // Behind a short record there is seldom another one, and looking costs a system call.
        if (static_cast<std::size_t>(bytes) < kLargestRecord)
            break;
    }
    return {State::Done, filled};
}

ByteStream::Result TlsStream::write(std::string_view bytes)
{
    if (m_broken)
        return {State::Ended, 0};
    ERR_clear_error();
    const int written = SSL_write(m_ssl.get(), bytes.data(), clampedSize(bytes.size()));
    if (written <= 0) {
        auto why = stopped(written, m_writeWants);
        return why;
    }
    return {State::Done, static_cast<std::size_t>(written)};
}

ByteStream::Result TlsStream::endWriting()
{
    if (m_broken || !m_established || m_ended)
        return {State::Done, 0};
    ERR_clear_error();
    const int outcome = SSL_shutdown(m_ssl.get());
    if (outcome >= 0) {
        m_ended = true; // whether the peer has ended too is of no interest
        return {State::Done, 0};
    }
    const auto why = stopped(outcome, m_writeWants);
    return why.state == State::WouldBlock ? why : Result{State::Done, 0};
}

std::string TlsStream::certificateName() const
{
    const X509 *certificate = m_ssl ? SSL_get0_peer_certificate(m_ssl.get()) : nullptr;
    if (certificate == nullptr || SSL_get_verify_result(m_ssl.get()) != X509_V_OK)
        return {};
    const X509_NAME *subject = X509_get_subject_name(certificate);
    const int first = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
    if (first < 0 || X509_NAME_get_index_by_NID(subject, NID_commonName, first) >= 0)
        return {};
    unsigned char *text = nullptr;
    const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, first)));
    if (size < 0)
        return {};
    std::string name(reinterpret_cast<const char *>(text), static_cast<std::size_t>(size));
    OPENSSL_free(text);
    return name;
}

const char *TlsStream::version() const
{
    return m_ssl ? SSL_get_version(m_ssl.get()) : "";
}

} // namespace barograph
