// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/tap_view.h"
#include "net/back_off.h"
#include "taps/tap_protocol.h"
#include "taps/tap_timings.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QSslError;
class QSslSocket;
class QWebSocket;

namespace barograph {

class SecretStore;

/// One node's tap: connects, says what the protocol wants said, hands bodies over, and comes back after failures with
/// growing pauses. Lives on one thread with an event loop.
///
/// Nothing is sent, the key least of all, before the certificate was compared with the pin (where there is one).
class TapConnection : public QObject
{
    Q_OBJECT

public:
    using TakeBody = std::function<void(const QByteArray &body)>;

    /// `node.tap` must have a value, and the kind one of those with a tap. `secrets` must outlive this object.
    TapConnection(const NodeConfig &node, SecretStore &secrets, TakeBody take, const TapTimings &timings,
                  QObject *parent = nullptr);
    ~TapConnection() override;

    /// Connects (again) at once, with the key as it is stored now.
    void connectNow();

Q_SIGNALS:
    void stateChanged(barograph::TapView::State state, const QString &detail, barograph::UtcTime since);

private:
    void openWith(const Secret &key);
    void openSocket(const QNetworkRequest &request);
    void watchCertificate(QSslSocket *socket);
    void onSslErrors(QSslSocket *socket, const QList<QSslError> &errors);
    void onOpened();
    void onClosed();
    void onSocketError();
    void onText(const QString &text);
    void heard();
    void onDoubt();
    void proceed(const TapStep &step);
    void fail(const QString &why);
    void dropSocket();
    void setState(TapView::State state, const QString &detail = {});
    QString hostText() const;

    NodeConfig m_node;
    SecretStore &m_secrets;
    TakeBody m_take;
    TapTimings m_timings;
    BackOff m_backOff;
    std::unique_ptr<TapProtocol> m_protocol;
    QWebSocket *m_socket = nullptr; ///< a new one for each attempt
    TapView::State m_state = TapView::Off;
    bool m_isDoubted = false; ///< said to have failed, and would come back by the first sign of life
    quint64 m_attempt = 0;    ///< answers of the secret store to older ones are void
    QTimer m_connectTimer;
    QTimer m_pingTimer;
    QTimer m_doubtTimer; ///< runs while connected and heard
    QTimer m_silenceTimer;
    QTimer m_protocolTimer; ///< the protocol's own idea of silence; runs once it has one
    QTimer m_provenTimer;
    QTimer m_backOffTimer;
};

} // namespace barograph
