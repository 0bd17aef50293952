// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tls_trust.h"

#include "net/net_words.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSslCertificate>

#include <algorithm>

namespace barograph {

std::optional<QString> normalisedFingerprint(const QString &text)
{
    constexpr qsizetype kDigits = 64;
    QString hex = text.trimmed().toLower();
    if (const auto equals = hex.lastIndexOf(QLatin1Char('=')); equals >= 0)
        hex = hex.mid(equals + 1).trimmed();
    if (hex.contains(QLatin1Char(':'))) {
        // Colons must stand between every pair of digits: a lost or doubled one is a sign of a damaged paste.
        if (hex.size() != kDigits + kDigits / 2 - 1)
            return std::nullopt;
        for (qsizetype i = 2; i < hex.size(); i += 3) {
            if (hex.at(i) != QLatin1Char(':'))
                return std::nullopt;
        }
        hex.remove(QLatin1Char(':'));
    }
    const auto isHex = [](QChar c) {
        return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
    };
    if (hex.size() != kDigits || !std::all_of(hex.begin(), hex.end(), isHex))
        return std::nullopt;
    return hex;
}

QString shownFingerprint(const QString &hex)
{
    QString shown;
    for (qsizetype i = 0; i < hex.size(); i += 2) {
        if (i > 0)
            shown += QLatin1Char(':');
        shown += hex.mid(i, 2).toUpper();
    }
    return shown;
}

QString fingerprintOf(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return {};
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
}

tl::expected<QSslConfiguration, QString> tlsConfiguration(const TlsTrust &trust)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setAllowedNextProtocols({QByteArrayLiteral("http/1.1")});
    if (trust.caFile.isEmpty())
        return configuration;
    QFile file(trust.caFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return tl::unexpected(NetWords::tr("The CA file %1 cannot be read (%2). Check ca_file of this node.")
                                  .arg(trust.caFile, file.errorString()));
    }
    const auto certificates = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (certificates.isEmpty()) {
        return tl::unexpected(
            NetWords::tr("The CA file %1 holds no PEM certificate. Check ca_file of this node.").arg(trust.caFile));
    }
    configuration.setCaCertificates(certificates);
    return configuration;
}

} // namespace barograph
