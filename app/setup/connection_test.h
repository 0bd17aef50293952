// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "net/http_client.h"
#include "setup/node_test.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QObject>
#include <QSslError>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

#include <memory>

namespace barograph {

/// How long a test may take.
struct NodeTestLimits
{
    Millis connect{8000};
    Millis handshake{8000};
    Millis total{30'000};
    HttpLimits http{Millis{8000}, Millis{10'000}, 4 << 20};
};

/// Tries the way to a node: its name, a connection and TLS. Nothing is sent over it. Ends with reached() or with a
/// stage that failed, within the limits of both stages; a look-up takes as long as the system lets it. Lives on one
/// thread with an event loop.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    ConnectionTest(const QUrl &url, const TlsTrust &trust, const NodeTestLimits &limits, QObject *parent);
    ~ConnectionTest() override;

    void begin();
    /// Says nothing more.
    void stop();
    /// Of the certificate that was shown; empty before.
    const QString &seenFingerprint() const { return m_seenFingerprint; }
    bool isCertificateTrusted() const { return m_certificateTrusted; }

Q_SIGNALS:
    void began(barograph::TestStage stage);
    void concluded(const barograph::TestStep &step);
    /// All stages have come out well, or warn of something only.
    void reached();

private Q_SLOTS:
    void onLookedUp(const QHostInfo &info);

private:
    void openConnection();
    void onConnected();
    void onSocketError();
    void onTlsErrors(const QList<QSslError> &errors);
    void onEncrypted();
    void onTooLong();
    void beginStage(TestStage stage);
    /// A failure ends it.
    void conclude(const TestStep &step);
    void arrive();

    QUrl m_url;
    TlsTrust m_trust;
    NodeTestLimits m_limits;
    QNetworkProxy m_proxy;
    QTimer m_stageLimit;
    int m_lookup = -1;
    std::unique_ptr<QSslSocket> m_socket;
    TestStage m_stage = TestStage::Name;
    QString m_seenFingerprint;
    bool m_certificateTrusted = false;
    bool m_over = false;
};

/// What the handshake showed, as a step. `errors` are those that the trust does not forgive. Pure.
TestStep tlsStep(const TlsTrust &trust, const QString &seen, const QStringList &errors, UtcTime expires, UtcTime now,
                 const QUrl &url);

} // namespace barograph
