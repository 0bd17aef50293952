// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/asked/make_asked.h"
#include "secrets/session_store.h"

#include "test_server.h"

#include <map>

/// A node of one kind as its documentation describes it, with every answer under the test's control, and the probe that
/// asks it at a pace that tests can wait for.
class AskedRig
{
public:
    static inline const QByteArray kSecret = "tok-5ecret-Of-The-Tests";

    explicit AskedRig(barograph::NodeKind kind);
    AskedRig(barograph::NodeKind kind, const TestCertificates::Identity &identity);

    /// The server of another rig is asked with this one's configuration if `address` is given.
    void start();
    void give(const QByteArray &secret = kSecret);
    void setReply(const QString &path, const TestReply &reply) { m_replies[path] = reply; }
    /// What the kind's most important question is answered with.
    void setAnswer(const TestReply &reply) { setReply(essentialPath(), reply); }
    QString essentialPath() const;
    TestServer &server() { return *m_server; }
    /// Requests for a path, whatever their query.
    int countOf(const QString &path) const;
    std::vector<TestRequest> requestsFor(const QString &path) const;
    const TestRequest &lastRequest() const { return m_server->requests().back(); }

    barograph::ProbeFault fault() const { return state().fault; }
    barograph::ProbeState state() const;
    /// All texts that any result held so far.
    QString everyText() const;

    barograph::NodeConfig config;
    barograph::AskedPace pace;
    barograph::HttpLimits limits{barograph::Millis{5000}, barograph::Millis{10'000}};
    barograph::SessionSecretStore secrets{{}, barograph::SessionSecretStore::Keychain::DoNotUse};
    barograph::AskedParts parts;
    std::vector<barograph::ProbeResult> results;
    std::optional<barograph::SessionReport> session;
    std::optional<barograph::AccountReport> account;
    std::optional<std::vector<barograph::SettingSeen>> settings;
    std::optional<qint64> pendingOut;
    std::vector<barograph::Expiry> expiries;

private:
    TestReply answer(const TestRequest &request);
    bool isAuthorised(const TestRequest &request) const;
    void makeDefaults();

    std::map<QString, TestReply> m_replies; ///< by path
    std::unique_ptr<TestServer> m_server;
};
