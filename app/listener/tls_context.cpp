// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/tls_context.h"

#include "listener/listener_words.h"
#include "listener/pem_files.h"
#include "self_signed.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>

#include <array>
#include <string_view>
#include <sys/stat.h>

namespace barograph {

namespace {

constexpr std::chrono::hours kNoticeBefore{30 * 24};

QString openSslReason()
{
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_peek_last_error(), text.data(), text.size());
    ERR_clear_error();
    return QString::fromLatin1(text.data());
}

QString dayOf(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC).toString(u"yyyy-MM-dd");
}

/// HTTP/1.1 is all that we speak. A client that offers protocols without it is not refused: it may speak it anyway.
int chooseHttp11(SSL *, const unsigned char **out, unsigned char *outSize, const unsigned char *offered,
                 unsigned int size, void *)
{
    constexpr std::string_view kHttp11 = "http/1.1";
    const std::string_view list(reinterpret_cast<const char *>(offered), size);
    for (std::size_t at = 0; at < list.size();) {
        const auto length = static_cast<unsigned char>(list[at]);
        if (list.substr(at + 1, length) == kHttp11) {
            *out = offered + at + 1;
            *outSize = length;
            return SSL_TLSEXT_ERR_OK;
        }
        at += 1U + length;
    }
    return SSL_TLSEXT_ERR_NOACK;
}

SslContextPtr freshContext()
{
    SslContextPtr context(SSL_CTX_new(TLS_server_method()));
    if (!context)
        return nullptr;
    // Whatever the system's openssl.cnf says. Only suites with forward secrecy and authenticated encryption.
    constexpr int kLevel = 2; // 112 bits: RSA from 2048 on, no SHA-1
    SSL_CTX_set_security_level(context.get(), kLevel);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                           SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_PRIORITIZE_CHACHA);
    SSL_CTX_set_mode(context.get(),
                     SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF); // tickets need none
    SSL_CTX_set_alpn_select_cb(context.get(), chooseHttp11, nullptr);
    const bool set =
        SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) == 1 &&
        SSL_CTX_set_cipher_list(context.get(), "ECDHE+AESGCM:ECDHE+CHACHA20") == 1 &&
        SSL_CTX_set_ciphersuites(context.get(),
                                 "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256") == 1;
    return set ? std::move(context) : nullptr;
}

} // namespace

tl::expected<std::shared_ptr<const TlsContext>, QString> TlsContext::make(const TlsFiles &files, UtcTime now)
{
    const std::shared_ptr<TlsContext> made(new TlsContext);
    ERR_clear_error();
    made->m_native = freshContext();
    if (!made->m_native)
        return tl::unexpected(
            ListenerWords::tr("TLS could not be set up: %1. Reinstall OpenSSL.").arg(openSslReason()));
    if (auto used = made->useCertificate(files, now); !used)
        return tl::unexpected(used.error());
    if (files.clientCa.isEmpty())
        return made;
    if (auto used = made->useClientCa(files.clientCa); !used)
        return tl::unexpected(used.error());
    return made;
}

tl::expected<void, QString> TlsContext::useCertificate(const TlsFiles &files, UtcTime now)
{
    const auto certificateText = readPemFile(files.certificate, ListenerWords::tr("The listener's certificate"));
    if (!certificateText)
        return tl::unexpected(certificateText.error());
    const auto keyText = readPemFile(files.key, ListenerWords::tr("The listener's key"));
    if (!keyText)
        return tl::unexpected(keyText.error());
    if (othersMayRead(files.key))
        return tl::unexpected(
            ListenerWords::tr("Others than its owner may use the listener's key %1. Forbid it: chmod 600 %1")
                .arg(files.key));
    const auto chain = certificatesIn(*certificateText);
    if (chain.empty())
        return tl::unexpected(
            ListenerWords::tr("There is no certificate in %1. It has to hold one in PEM, beginning with -----BEGIN "
                              "CERTIFICATE-----, and may hold the chain behind it.")
                .arg(files.certificate));
    const auto key = privateKeyIn(*keyText);
    if (!key)
        return tl::unexpected(
            ListenerWords::tr("There is no usable key in %1. It has to be in PEM and without a passphrase; "
                              "take one off with: openssl pkey -in %1 -out FILE")
                .arg(files.key));
    X509 *own = chain.front().get();
    m_expiresAt = expiryOf(own);
    if (m_expiresAt <= now)
        return tl::unexpected(ListenerWords::tr("The listener's certificate %1 has expired on %2. Put a new one there.")
                                  .arg(files.certificate, dayOf(m_expiresAt)));
    if (X509_check_private_key(own, key.get()) != 1)
        return tl::unexpected(
            ListenerWords::tr(
                "The key %1 does not belong to the certificate %2. The first certificate in that file has "
                "to be the listener's own; the chain comes behind it.")
                .arg(files.key, files.certificate));
    ERR_clear_error();
    bool used =
        SSL_CTX_use_certificate(m_native.get(), own) == 1 && SSL_CTX_use_PrivateKey(m_native.get(), key.get()) == 1;
    const BioPtr text(BIO_new(BIO_s_mem()));
    for (const auto &certificate : chain) {
        const bool isOwn = certificate.get() == own;
        used = used && text && PEM_write_bio_X509(text.get(), certificate.get()) == 1 &&
               (isOwn || SSL_CTX_add1_chain_cert(m_native.get(), certificate.get()) == 1);
    }
    if (!used)
        return tl::unexpected(
            ListenerWords::tr("The listener's certificate %1 cannot be used: %2. Put another one there, "
                              "with a key of 2048 bits (RSA) or 256 bits (EC) at least.")
                .arg(files.certificate, openSslReason()));
    char *bytes = nullptr;
    const long size = BIO_get_mem_data(text.get(), &bytes);
    m_certificatePem = QByteArray(bytes, size);
    m_sha256 = QString::fromStdString(certificateSha256(own));
    return {};
}

tl::expected<void, QString> TlsContext::useClientCa(const QString &file)
{
    const auto pem = readPemFile(file, ListenerWords::tr("The file with the CAs of client certificates"));
    if (!pem)
        return tl::unexpected(pem.error());
    const auto authorities = certificatesIn(*pem);
    if (authorities.empty())
        return tl::unexpected(
            ListenerWords::tr("There is no certificate in %1. It has to hold the CAs of client certificates in PEM.")
                .arg(file));
    X509_STORE *store = SSL_CTX_get_cert_store(m_native.get());
    for (const auto &authority : authorities) {
        if (X509_STORE_add_cert(store, authority.get()) != 1 ||
            SSL_CTX_add_client_CA(m_native.get(), authority.get()) != 1)
            return tl::unexpected(ListenerWords::tr("A certificate in %1 cannot be used: %2. Remove or replace it.")
                                      .arg(file, openSslReason()));
    }
    // An operator who names an intermediate CA only means that one.
    X509_STORE_set_flags(store, X509_V_FLAG_PARTIAL_CHAIN);
    // Not FAIL_IF_NO_PEER_CERT: whether a route wants a certificate is the route's business.
    SSL_CTX_set_verify(m_native.get(), SSL_VERIFY_PEER, nullptr);
    // A resumed session would bring back a certificate that may have expired meanwhile.
    SSL_CTX_set_options(m_native.get(), SSL_OP_NO_TICKET);
    SSL_CTX_set_num_tickets(m_native.get(), 0);
    return {};
}

QByteArray stampOf(const TlsFiles &files)
{
    QByteArray stamp;
    for (const auto &path : {files.certificate, files.key, files.clientCa}) {
        struct stat status
        {};
        if (!path.isEmpty() && ::stat(QFile::encodeName(path).constData(), &status) == 0) {
            for (const auto number :
                 {static_cast<qint64>(status.st_ino), static_cast<qint64>(status.st_size),
                  static_cast<qint64>(status.st_mtim.tv_sec), static_cast<qint64>(status.st_mtim.tv_nsec)})
                stamp += QByteArray::number(number) + ' ';
        }
        stamp += '\n';
    }
    return stamp;
}

QString certificateNotice(UtcTime expiresAt, UtcTime now, bool own)
{
    if (expiresAt - now > kNoticeBefore)
        return {};
    const QString what =
        own ? ListenerWords::tr("Make a new one with: barograph listener-certificate --renew, and give it "
                                "to the nodes that were told to trust the former one.")
            : ListenerWords::tr("Replace the file named under [listener] certificate in the "
                                "configuration; it is taken up within a minute.");
    return (expiresAt <= now ? ListenerWords::tr("The listener's certificate has expired on %1, so nodes refuse it. %2")
                             : ListenerWords::tr("The listener's certificate expires on %1. %2"))
        .arg(dayOf(expiresAt), what);
}

} // namespace barograph
