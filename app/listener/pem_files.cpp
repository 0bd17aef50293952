// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/pem_files.h"

#include "listener/listener_words.h"

#include <QFile>

#include <openssl/err.h>
#include <openssl/pem.h>

#include <ctime>

namespace barograph {

namespace {

constexpr qint64 kLargestPemBytes = 1 << 20;

int noPassphrase(char *, int, int, void *)
{
    return -1; // without this, OpenSSL would ask on the terminal and wait
}

BioPtr bioOver(const QByteArray &pem)
{
    return BioPtr(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())));
}

} // namespace

tl::expected<QByteArray, QString> readPemFile(const QString &path, const QString &what)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return tl::unexpected(
            ListenerWords::tr(
                "%1 %2 cannot be read: %3. Check the path under [listener] in the configuration and the file's "
                "permissions.")
                .arg(what, path, file.errorString()));
    }
    if (file.size() > kLargestPemBytes)
        return tl::unexpected(
            ListenerWords::tr("%1 %2 is larger than 1 MiB and is no PEM file of that kind. Check the path under "
                              "[listener] in the configuration.")
                .arg(what, path));
    return file.read(kLargestPemBytes);
}

bool othersMayRead(const QString &path)
{
    constexpr auto kOthers =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    return (QFile::permissions(path) & kOthers) != 0;
}

std::vector<CertificatePtr> certificatesIn(const QByteArray &pem)
{
    std::vector<CertificatePtr> certificates;
    const auto bio = bioOver(pem);
    while (bio) {
        CertificatePtr certificate(PEM_read_bio_X509(bio.get(), nullptr, noPassphrase, nullptr));
        if (!certificate)
            break;
        certificates.push_back(std::move(certificate));
    }
    ERR_clear_error(); // the end of the text is an error to OpenSSL
    return certificates;
}

KeyPtr privateKeyIn(const QByteArray &pem)
{
    const auto bio = bioOver(pem);
    KeyPtr key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr) : nullptr);
    ERR_clear_error();
    return key;
}

UtcTime expiryOf(const X509 *certificate)
{
    std::tm time{};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &time) != 1)
        return UtcTime{};
    return UtcTime(Seconds(::timegm(&time)));
}

} // namespace barograph
