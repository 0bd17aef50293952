// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"
#include "secrets/secret_store.h"
#include "setup/kind_questions.h"
#include "setup/kind_recognition.h"

#include <QHostInfo>
#include <QNetworkProxy>
#include <QSslError>
#include <QSslSocket>
#include <QTimer>

#include <deque>
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

/// One test of a node, from its address to how its number is. Asks for nothing that changes anything; stores nothing.
/// Ends by itself within the limits, or with this object. Lives on one thread with an event loop.
class NodeTestRun : public QObject
{
    Q_OBJECT

public:
    NodeTestRun(NodeTestRequest request, SecretStore &secrets, const NodeTestLimits &limits, QObject *parent);
    ~NodeTestRun() override;

    void begin();

Q_SIGNALS:
    /// After each step; the last one is `finished`.
    void reported(const barograph::NodeTestReport &report);

private Q_SLOTS:
    void onLookedUp(const QHostInfo &info);

private:
    void checkAddress();
    void lookUpName();
    void openConnection();
    void onConnected();
    void onSocketError();
    void onTlsErrors(const QList<QSslError> &errors);
    void onEncrypted();
    void readSecrets();
    void readNextSecret(std::size_t name);
    void take(const Judged &judged);
    void askNext();
    void findOutKind(const TestStep &complaint);
    void askTellingPath(int path, const TestStep &complaint);
    TestStage stageUnderWay() const;
    void set(TestStep step);
    void runStage(TestStage stage);
    /// The stage under way has come out like this; a failure ends the test.
    void conclude(TestStage stage, TestOutcome outcome, const QString &text);
    void finish();
    void report();

    NodeTestRequest m_request;
    NodeConfig m_node; ///< the request's, made whole where it need not be yet
    SecretStore &m_secrets;
    NodeTestLimits m_limits;
    QUrl m_url;
    QNetworkProxy m_proxy;
    NodeTestReport m_report;
    QTimer m_deadline;
    QTimer m_stageLimit;
    int m_lookup = -1;
    std::unique_ptr<QSslSocket> m_socket;
    std::unique_ptr<HttpClient> m_client;
    TestSecrets m_found;
    std::deque<KindQuestion> m_questions;
};

/// What the handshake showed, as a step. `errors` are those that the trust does not forgive. Pure.
TestStep tlsStep(const TlsTrust &trust, const QString &seen, const QStringList &errors, UtcTime expires, UtcTime now,
                 const QUrl &url);

} // namespace barograph
