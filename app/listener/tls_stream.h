// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listener/byte_stream.h"
#include "openssl_ptr.h"

#include <string>

namespace barograph {

/// TLS over a non-blocking socket, which somebody else owns. Like its socket it never waits; unlike it, a read may have
/// to wait until something can be written, and the other way round: readWants() and writeWants() say for what.
///
/// No bytes that could be read now are ever held back inside: whoever waits for the socket to become readable misses
/// nothing.
class TlsStream final : public ByteStream
{
public:
    enum class Wants : unsigned char { Readable, Writable };

    TlsStream(int descriptor, SSL_CTX &context);
    ~TlsStream() override;
    TlsStream(const TlsStream &) = delete;
    TlsStream &operator=(const TlsStream &) = delete;

    /// Goes on with the handshake. Done: it is over.
    Result handshake();
    bool isEstablished() const { return m_established; }

    /// `into` has room for a whole TLS record (kLargestRecord), so that nothing of one is left behind.
    Result read(std::span<char> into) override;
    /// After WouldBlock the same bytes must come again, at whatever place; more may follow behind them.
    Result write(std::string_view bytes) override;
    /// Tells the peer that nothing more will come (close_notify). Done also where that cannot be said any more.
    Result endWriting();
    int batchDescriptor() const override { return -1; }

    /// What the last handshake() or read() that would block waits for.
    Wants readWants() const { return m_readWants; }
    /// What the last write() or endWriting() that would block waits for.
    Wants writeWants() const { return m_writeWants; }

    /// CN of the client certificate; empty if none was shown, or it has not exactly one.
    std::string certificateName() const;

    static constexpr std::size_t kLargestRecord = 16384;
    /// The protocol's version as OpenSSL calls it, e.g. "TLSv1.3".
    const char *version() const;

private:
    struct Transport
    {
        int descriptor = -1;
        int readsLeft = 0; ///< see kReadsInARow
    };
    static const BIO_METHOD *transportMethod();
    static int readTransport(BIO *bio, char *into, int size);
    static int writeTransport(BIO *bio, const char *bytes, int size);
    static long controlTransport(BIO *bio, int command, long number, void *pointer);

    Result stopped(int outcome, Wants &wants);

    Transport m_transport;
    SslPtr m_ssl;
    Wants m_readWants = Wants::Readable;
    Wants m_writeWants = Wants::Writable;
    bool m_established = false;
    bool m_broken = false;
    bool m_ended = false;
};

} // namespace barograph
