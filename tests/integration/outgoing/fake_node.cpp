// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_node.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace {

TestReply json(const QJsonObject &object, int status = 200)
{
    return TestReply{status, QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

TestReply error(int status, int code, const char *details)
{
    const QByteArray body = QByteArrayLiteral("{\"errors\":[{\"code\":") + QByteArray::number(code) +
                            ",\"title\":\"Error\",\"details\":\"" + details + "\"}]}";
    return TestReply{status, body};
}

QJsonObject defaultSettings()
{
    return QJsonDocument::fromJson(R"({
        "wa_id": "4915100000000", "callback_persist": true, "sent_status": true, "log_level": "info",
        "webhooks": {"url": "https://ops.example:8443/hook/c2VjcmV0LXBhdGg", "max_concurrent_requests": 12,
                     "message": {"sent": true, "delivered": true, "read": true, "played": true}}})")
        .object();
}

} // namespace

FakeNode::FakeNode()
    : settings(defaultSettings())
    , m_server(std::make_unique<TestServer>([this](const TestRequest &request) { return answer(request); }))
{}

FakeNode::FakeNode(const TestCertificates::Identity &identity)
    : settings(defaultSettings())
    , m_encrypted(true)
    , m_sha256(identity.sha256())
    , m_server(std::make_unique<TestServer>([this](const TestRequest &request) { return answer(request); }, identity))
{}

barograph::NodeConfig FakeNode::config(const QString &id) const
{
    barograph::NodeConfig config;
    config.id = id;
    config.name = QStringLiteral("Support EU");
    config.baseUrl = m_server->url();
    config.tls.pinnedSha256 = m_sha256;
    config.healthIntervalMs = 1000;
    config.statsIntervalMs = 500;
    auto &outbound = config.outboundQueue.emplace();
    outbound.name = QStringLiteral("outbound");
    outbound.statusUrl = m_server->url(QStringLiteral("/queue"));
    outbound.pauseUrl = m_server->url(QStringLiteral("/queue/pause"));
    outbound.resumeUrl = m_server->url(QStringLiteral("/queue/resume"));
    return config;
}

QByteArray FakeNode::token() const
{
    return "eyJ0ZXN0-token-" + QByteArray::number(m_generation);
}

bool FakeNode::callback(const QString &name) const
{
    return webhooks().value(QStringLiteral("message")).toObject().value(name).toBool();
}

TestReply FakeNode::answer(const TestRequest &request)
{
    if (request.path == QLatin1String("/v1/users/login"))
        return login(request);
    if (request.path.startsWith(QLatin1String("/queue")))
        return queue(request);
    const bool monitoring = request.path == QLatin1String("/v1/health") || request.path == QLatin1String("/metrics") ||
                            request.path.startsWith(QLatin1String("/v1/stats/"));
    const bool byKey = monitoring && !apiKey.isEmpty() && request.authorization == "Apikey " + apiKey;
    if (!byKey && request.authorization != "Bearer " + token())
        return error(401, 1005, "Unauthorized");
    if (const auto given = answers.find(request.path); given != answers.end())
        return given->second;
    if (request.path == QLatin1String("/v1/health"))
        return TestReply{healthStatus, health, "application/json", healthHeaders};
    if (request.path == QLatin1String("/v1/stats/app"))
        return TestReply{200, stats, statsType};
    if (request.path == QLatin1String("/v1/settings/application"))
        return applicationSettings(request);
    return error(404, 1006, "Not found");
}

TestReply FakeNode::login(const TestRequest &request)
{
    ++m_logins;
    const QByteArray expected = "Basic " + QByteArray("admin:" + password).toBase64();
    if (request.authorization != expected)
        return error(401, 1005, "Invalid credentials");
    const QString wanted =
        QJsonDocument::fromJson(request.body).object().value(QStringLiteral("new_password")).toString();
    if (mustChangePassword && wanted.isEmpty())
        return error(400, 1008, "new_password is required");
    if (mustChangePassword) {
        password = wanted.toUtf8();
        mustChangePassword = false;
    }
    const QJsonObject user{{QStringLiteral("token"), QString::fromLatin1(token())},
                           {QStringLiteral("expires_after"), QString::fromLatin1(expiresAfter)}};
    return json({{QStringLiteral("users"), QJsonArray{user}}});
}

TestReply FakeNode::queue(const TestRequest &request)
{
    const bool command = request.verb == "POST";
    const int status = command ? commandStatus : queueStatus;
    if (status != 200)
        return error(status, 1014, "queue trouble");
    if (command && !ignorePause)
        paused = request.path.endsWith(QLatin1String("/pause"));
    return json({{QStringLiteral("depth"), depth},
                 {QStringLiteral("oldest_age_ms"), 4500},
                 {QStringLiteral("paused"), paused}});
}

TestReply FakeNode::applicationSettings(const TestRequest &request)
{
    if (request.verb != "PATCH")
        return json({{QStringLiteral("settings"), QJsonObject{{QStringLiteral("application"), settings}}}});
    if (beforePatch)
        beforePatch();
    if (!ignorePatch && (patchStatus == 200 || applyDespiteError)) {
        const QJsonObject patch = QJsonDocument::fromJson(request.body).object();
        for (auto it = patch.begin(); it != patch.end(); ++it)
            settings.insert(it.key(), it.value());
    }
    return patchStatus == 200 ? json({}) : error(patchStatus, 1014, "trouble");
}
