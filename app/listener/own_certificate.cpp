// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/own_certificate.h"

#include "listener/listener_words.h"
#include "listener/pem_files.h"
#include "self_signed.h"

#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QSaveFile>
#include <QSysInfo>

#include <openssl/x509v3.h>

namespace barograph {

namespace {

/// The longest that Apple's systems accept of a certificate that was installed by hand, and they are the strictest
/// known. Shorter would mean more often to upload it to every node again, each time with a restart of its containers.
constexpr int kOwnCertificateDays = 825;

bool isAnyAddress(const QString &address)
{
    const QHostAddress parsed(address);
    return parsed == QHostAddress(QHostAddress::AnyIPv4) || parsed == QHostAddress(QHostAddress::AnyIPv6);
}

bool isUsable(const OwnCertificate &own, UtcTime now)
{
    const auto certificateText = readPemFile(own.certificateFile, QString());
    const auto keyText = readPemFile(own.keyFile, QString());
    if (!certificateText || !keyText)
        return false;
    const auto chain = certificatesIn(*certificateText);
    const auto key = privateKeyIn(*keyText);
    if (chain.empty() || !key || expiryOf(chain.front().get()) <= now ||
        X509_check_private_key(chain.front().get(), key.get()) != 1)
        return false;
    return isAnyAddress(own.address) ||
           X509_check_ip_asc(chain.front().get(), own.address.toLatin1().constData(), 0) == 1;
}

SelfSignedFor thisMachine(const QString &address)
{
    SelfSignedFor whom;
    whom.commonName = "Barograph webhook listener";
    whom.hostNames = {QSysInfo::machineHostName().toStdString()};
    whom.validDays = kOwnCertificateDays;
    if (!isAnyAddress(address))
        whom.addresses.push_back(address.toStdString());
    const auto all = QNetworkInterface::allAddresses();
    for (const auto &one : all) {
        // Link-local ones need a scope, which a certificate cannot carry.
        if (!one.isLoopback() && !one.isLinkLocal())
            whom.addresses.push_back(one.toString().toStdString());
    }
    return whom;
}

tl::expected<void, QString> writeOwnFile(const QString &path, const std::string &text, QFile::Permissions permissions)
{
    QSaveFile file(path);
    const auto size = static_cast<qint64>(text.size());
    // The permissions come before the content.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(permissions) ||
        file.write(text.data(), size) != size || !file.commit())
        return tl::unexpected(
            ListenerWords::tr("%1 cannot be written: %2. Check the folder's permissions and the space on the disk.")
                .arg(path, file.errorString()));
    return {};
}

} // namespace

tl::expected<bool, QString> ensureOwnCertificate(const OwnCertificate &own, Renewal renewal, UtcTime now)
{
    // What is there and cannot be read may be what nodes trust: it is not replaced behind the operator's back.
    for (const auto &path : {own.certificateFile, own.keyFile}) {
        if (!QFile::exists(path) || renewal == Renewal::Now)
            continue;
        if (const auto text = readPemFile(path, ListenerWords::tr("The listener's own certificate or key")); !text)
            return tl::unexpected(text.error());
    }
    if (renewal == Renewal::WhenNeeded && isUsable(own, now)) {
        if (othersMayRead(own.keyFile))
            QFile::setPermissions(own.keyFile, QFile::ReadOwner | QFile::WriteOwner);
        return false;
    }
    const auto made = makeSelfSigned(thisMachine(own.address));
    if (!made)
        return tl::unexpected(
            ListenerWords::tr("No certificate could be made for the listener: %1. Reinstall OpenSSL, or "
                              "name files of yours under [listener] in the configuration.")
                .arg(QString::fromStdString(made.error())));
    constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;
    // A crash in between leaves two that do not fit together, which are made anew at the next start.
    if (auto written = writeOwnFile(own.keyFile, made->keyPem, kOwnerOnly); !written)
        return tl::unexpected(written.error());
    if (auto written =
            writeOwnFile(own.certificateFile, made->certificatePem, kOwnerOnly | QFile::ReadGroup | QFile::ReadOther);
        !written)
        return tl::unexpected(written.error());
    return true;
}

} // namespace barograph
