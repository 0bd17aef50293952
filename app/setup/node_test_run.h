// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secret_store.h"
#include "setup/connection_test.h"
#include "setup/kind_questions.h"
#include "setup/kind_recognition.h"

#include <QTimer>

#include <deque>
#include <memory>

namespace barograph {

/// One test of a node, from its address to how its number is. Asks for nothing that changes anything; stores nothing.
/// Ends by itself within the limits, or with this object. Lives on one thread with an event loop.
class NodeTestRun : public QObject
{
    Q_OBJECT

public:
    NodeTestRun(NodeTestRequest request, SecretStore &secrets, const NodeTestLimits &limits, QObject *parent);

    void begin();

Q_SIGNALS:
    /// After each step; the last one is `finished`.
    void reported(const barograph::NodeTestReport &report);

private:
    void checkAddress();
    void tryConnection();
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
    NodeTestReport m_report;
    QTimer m_deadline;
    ConnectionTest *m_connection = nullptr; ///< once it has begun
    std::unique_ptr<HttpClient> m_client;
    TestSecrets m_found;
    std::deque<KindQuestion> m_questions;
};

} // namespace barograph
