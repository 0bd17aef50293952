// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace barograph::test {

/// What a call to the node's API brought.
struct Answer
{
    int status = 0;
    QByteArray contentType;
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;

    QJsonObject json() const;
    int errorCode() const; ///< of the first entry in `errors`, 0 without
};

/// Of admin, given to the process by environment.
inline constexpr char kSimnodePassword[] = "Simnode-test1";

/// The real executable, started as a program of its own and asked over real sockets.
class SimNodeProcess
{
public:
    SimNodeProcess();
    ~SimNodeProcess();

    /// Waits for the line that says that it is ready. False: it ended or said nothing readable.
    bool start(const QStringList &arguments);
    QProcess &process() { return m_process; }
    QJsonObject ready() const { return m_ready; }
    QUrl url(const QString &pathAndQuery) const;

    /// Waits for the answer. The certificate is checked by the fingerprint in the ready line.
    Answer call(const QByteArray &method, const QString &path, const QByteArray &authorization = {},
                const QByteArray &body = {});
    /// Bearer of admin; the password is set by the environment of the process.
    QByteArray login();
    QJsonObject counters() { return call("GET", QStringLiteral("/sim/counters")).json(); }
    quint64 counted(const char *what, const char *kind);

private:
    QProcess m_process;
    QNetworkAccessManager m_network;
    QJsonObject m_ready;
};

QByteArray basicAuthorization(const QByteArray &user, const QByteArray &password);

} // namespace barograph::test
