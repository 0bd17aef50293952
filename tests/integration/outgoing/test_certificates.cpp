// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_certificates.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>

TestCertificates::TestCertificates()
{
    m_valid = m_folder.isValid() && make(QStringLiteral("ca"), QStringLiteral("/CN=Test CA"), false) &&
              make(QStringLiteral("self"), QStringLiteral("/CN=node"), false) &&
              make(QStringLiteral("other"), QStringLiteral("/CN=node"), false) &&
              make(QStringLiteral("leaf"), QStringLiteral("/CN=127.0.0.1"), true);
}

bool TestCertificates::make(const QString &name, const QString &subject, bool byCa)
{
    const auto file = [this](const QString &base) { return m_folder.filePath(base); };
    QStringList arguments{QStringLiteral("req"),
                          QStringLiteral("-x509"),
                          QStringLiteral("-newkey"),
                          QStringLiteral("ec"),
                          QStringLiteral("-pkeyopt"),
                          QStringLiteral("ec_paramgen_curve:prime256v1"),
                          QStringLiteral("-nodes"),
                          QStringLiteral("-days"),
                          QStringLiteral("2"),
                          QStringLiteral("-subj"),
                          subject,
                          QStringLiteral("-keyout"),
                          file(name + QStringLiteral(".key")),
                          QStringLiteral("-out"),
                          file(name + QStringLiteral(".pem"))};
    if (name != QLatin1String("ca"))
        arguments << QStringLiteral("-addext") << QStringLiteral("subjectAltName=IP:127.0.0.1,DNS:localhost");
    if (byCa) {
        arguments << QStringLiteral("-CA") << file(QStringLiteral("ca.pem")) << QStringLiteral("-CAkey")
                  << file(QStringLiteral("ca.key"));
    }
    return QProcess::execute(QStringLiteral("openssl"), arguments) == 0;
}

TestCertificates::Identity TestCertificates::load(const QString &name) const
{
    QFile certificate(m_folder.filePath(name + QStringLiteral(".pem")));
    QFile key(m_folder.filePath(name + QStringLiteral(".key")));
    if (!certificate.open(QIODevice::ReadOnly) || !key.open(QIODevice::ReadOnly))
        return {QSslCertificate(), QSslKey()};
    return {QSslCertificate(&certificate), QSslKey(&key, QSsl::Ec)};
}

QString TestCertificates::Identity::sha256() const
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex());
}
