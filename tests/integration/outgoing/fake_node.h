// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "test_server.h"

#include "core/node_config.h"

#include <QJsonObject>

#include <map>

/// An on-premises client as far as Barograph asks it, with every answer under the test's control. Shares no code with
/// barograph-simnode.
class FakeNode
{
public:
    FakeNode();
    explicit FakeNode(const TestCertificates::Identity &identity);

    /// Configuration that leads here; with an outbound queue.
    barograph::NodeConfig config(const QString &id = QStringLiteral("support-eu")) const;
    TestServer &server() { return *m_server; }

    // What the node is
    QByteArray password = "Right-pass1";
    QByteArray apiKey; ///< accepted for health and stats if not empty
    bool mustChangePassword = false;
    QByteArray expiresAfter = "2099-01-01 00:00:00+00:00";
    QByteArray health =
        R"({"health":{"gateway_status":"connected"},"meta":{"version":"v2.45.1","api_status":"stable"}})";
    QByteArray stats = R"({"stats":{"app":{"callback_queue_size":{"type":"gauge","data":[{"value":7}]}}}})";
    QByteArray statsType = "application/json";
    QJsonObject settings; ///< what is inside settings.application
    /// Answers by path that go before everything of ours, once the authorization is right: "/metrics",
    /// "/v1/account/shards", "/v1/groups", …
    std::map<QString, TestReply> answers;
    bool paused = false;
    int depth = 12;

    // How it misbehaves
    bool ignorePatch = false;       ///< says 200 and changes nothing
    int patchStatus = 200;          ///< another one refuses the PATCH
    bool applyDespiteError = false; ///< refuses, but changes all the same
    bool ignorePause = false;
    int queueStatus = 200;   ///< of GET /queue
    int commandStatus = 200; ///< of POST /queue/…
    int healthStatus = 200;
    QByteArray healthHeaders;
    std::function<void()> beforePatch; ///< e.g. to look at the audit trail

    void revokeToken() { ++m_generation; }
    int logins() const { return m_logins; }
    QJsonObject webhooks() const { return settings.value(QStringLiteral("webhooks")).toObject(); }
    bool callback(const QString &name) const;

private:
    TestReply answer(const TestRequest &request);
    TestReply login(const TestRequest &request);
    TestReply queue(const TestRequest &request);
    TestReply applicationSettings(const TestRequest &request);
    QByteArray token() const;

    int m_generation = 1;
    int m_logins = 0;
    bool m_encrypted = false;
    QString m_sha256;
    std::unique_ptr<TestServer> m_server;
};
