// SPDX-License-Identifier: GPL-3.0-or-later
#include "simnode_process.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSslCertificate>
#include <QSslError>

namespace barograph::test {

namespace {
constexpr int kPatienceMs = 20'000;
} // namespace

QJsonObject Answer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

int Answer::errorCode() const
{
    return json()[u"errors"].toArray().at(0).toObject()[u"code"].toInt();
}

QByteArray basicAuthorization(const QByteArray &user, const QByteArray &password)
{
    return "Basic " + QByteArray(user + ':' + password).toBase64();
}

SimNodeProcess::SimNodeProcess()
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("BAROGRAPH_SIMNODE_PASSWORD"), QLatin1String(kSimnodePassword));
    environment.insert(QStringLiteral("WA_API_KEY"), QStringLiteral("monitoring-key-1"));
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

SimNodeProcess::~SimNodeProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(kPatienceMs))
        m_process.kill();
    m_process.waitForFinished(kPatienceMs);
}

bool SimNodeProcess::start(const QStringList &arguments)
{
    m_process.start(QStringLiteral(BAROGRAPH_SIMNODE), arguments);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(kPatienceMs))
            return false;
    }
    m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
    return m_ready[u"ready"].toBool();
}

QUrl SimNodeProcess::url(const QString &pathAndQuery) const
{
    return QUrl(m_ready[u"url"].toString() + pathAndQuery);
}

Answer SimNodeProcess::call(const QByteArray &method, const QString &path, const QByteArray &authorization,
                            const QByteArray &body)
{
    QNetworkRequest request(url(path));
    request.setTransferTimeout(kPatienceMs);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    if (!authorization.isEmpty())
        request.setRawHeader("Authorization", authorization);
    QNetworkReply *reply = m_network.sendCustomRequest(request, method, body);
    QObject::connect(reply, &QNetworkReply::sslErrors, reply, [this, reply](const QList<QSslError> &errors) {
        const auto digest = reply->sslConfiguration().peerCertificate().digest(QCryptographicHash::Sha256).toHex();
        if (QString::fromLatin1(digest) == m_ready[u"sha256"].toString())
            reply->ignoreSslErrors(errors);
    });
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.contentType = reply->rawHeader("Content-Type");
    answer.body = reply->readAll();
    answer.error = reply->error();
    reply->deleteLater();
    return answer;
}

QByteArray SimNodeProcess::login()
{
    const Answer answer =
        call("POST", QStringLiteral("/v1/users/login"), basicAuthorization("admin", kSimnodePassword), QByteArray());
    const QString token = answer.json()[u"users"].toArray().at(0).toObject()[u"token"].toString();
    return token.isEmpty() ? QByteArray() : "Bearer " + token.toLatin1();
}

quint64 SimNodeProcess::counted(const char *what, const char *kind)
{
    return static_cast<quint64>(counters()[QLatin1String(what)].toObject()[QLatin1String(kind)].toInteger());
}

} // namespace barograph::test
