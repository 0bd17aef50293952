// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"

#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

namespace barograph {

/// One request under way. Deletes itself when it has told its outcome or when its context is gone.
class HttpCall : public QObject
{
    Q_OBJECT

public:
    HttpCall(QNetworkReply *reply, TlsTrust trust, HttpLimits limits, QObject *context, HttpClient::Done done,
             QObject *parent);
    ~HttpCall() override;

private:
    /// Why we ended the transfer ourselves, if we did.
    enum class Ended : quint8 { No, TooLong, TooBig, Certificate };

    void end(Ended why);
    void checkPin();
    void onSslErrors(const QList<QSslError> &errors);
    void takeBytes();
    void onFinished();
    HttpReply outcome();

    QNetworkReply *m_reply;
    TlsTrust m_trust;
    HttpLimits m_limits;
    QPointer<QObject> m_context;
    HttpClient::Done m_done;
    QTimer m_deadline;
    QByteArray m_body;
    QString m_seen;
    QString m_tlsReason;
    UtcTime m_sentAt = utcNow();
    Ended m_ended = Ended::No;
};

} // namespace barograph
