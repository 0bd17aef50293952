// SPDX-License-Identifier: GPL-3.0-or-later
#include "asked_rig.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace barograph;

namespace {

QString pathOnly(const TestRequest &request)
{
    return request.path.section(u'?', 0, 0);
}

TestReply ok(const QByteArray &body)
{
    return TestReply{200, body};
}

} // namespace

AskedRig::AskedRig(NodeKind kind)
    : m_server(std::make_unique<TestServer>([this](const TestRequest &request) { return answer(request); }))
{
    config.kind = kind;
    makeDefaults();
}

AskedRig::AskedRig(NodeKind kind, const TestCertificates::Identity &identity)
    : m_server(std::make_unique<TestServer>([this](const TestRequest &request) { return answer(request); }, identity))
{
    config.kind = kind;
    config.tls.pinnedSha256 = identity.sha256();
    makeDefaults();
}

void AskedRig::makeDefaults()
{
    config.id = QStringLiteral("shop");
    config.name = QStringLiteral("Shop");
    config.baseUrl = m_server->url();
    pace.interval = Millis{60};
    pace.slow = Millis{100};
    pace.rare = Millis{150};
    pace.token = Millis{200};
    pace.sameAgain = Millis{20};
    pace.perSecond = 500;
    pace.burst = 50;
    pace.secretLook = Millis{50};
    pace.leaveAlone = Millis{400};
    switch (config.kind) {
    case NodeKind::OnPremises:
        break;
    case NodeKind::CloudApi:
        config.account = QStringLiteral("1060");
        setAnswer(ok(R"({"health_status":{"can_send_message":"AVAILABLE","entities":[
            {"entity_type":"PHONE_NUMBER","id":"1060","can_send_message":"AVAILABLE"}]},
            "throughput":{"level":"STANDARD"},"quality_rating":"GREEN",
            "webhook_configuration":{"application":"https://bot.example/in/url-secret"},"id":"1060"})"));
        setReply(QStringLiteral("/v23.0/debug_token"), ok(R"({"data":{"is_valid":true,"expires_at":1900000000}})"));
        break;
    case NodeKind::PickyAssist:
        config.account = QStringLiteral("10");
        setAnswer(ok(R"({"project_id":26001,"status":"CONNECTED","connected_number":"5511900000001",
            "version":"3.4","message_queue_count":17,"time":"2026-06-01 10:00:00"})"));
        break;
    case NodeKind::Waha:
        config.account = QStringLiteral("my shop");
        setAnswer(ok(R"({"name":"my shop","status":"WORKING","me":{"id":"5511900000001@c.us","pushName":"Ana"},
            "engine":{"engine":"NOWEB"},"config":{"webhooks":[{"url":"https://bot.example/in/url-secret",
            "events":["message"],"hmac":{"key":"hmac-secret"}}],"ignore":{"groups":false}}})"));
        setReply(QStringLiteral("/health"), ok(R"({"status":"ok","info":{},"error":{},"details":{}})"));
        setReply(QStringLiteral("/api/server/status"), ok(R"({"startTimestamp":1780000000000,"uptime":1})"));
        setReply(QStringLiteral("/api/server/version"), ok(R"({"version":"2026.7.1","engine":"NOWEB","tier":"PLUS"})"));
        break;
    case NodeKind::Evolution:
        config.account = QStringLiteral("a");
        setAnswer(ok(R"({"instance":{"instanceName":"a","state":"open"}})"));
        setReply(QStringLiteral("/instance/fetchInstances"),
                 ok(R"([{"name":"a","connectionStatus":"open","integration":"WHATSAPP-BAILEYS",
                    "ownerJid":"5511900000001@s.whatsapp.net","token":"inst-secret"}])"));
        setReply(QStringLiteral("/webhook/find/a"),
                 ok(R"({"enabled":true,"url":"https://bot.example/in/url-secret","events":["MESSAGES_UPSERT"],
                    "headers":{"authorization":"head-secret"},"webhookByEvents":false,"webhookBase64":false})"));
        setReply(QStringLiteral("/metrics"),
                 {200, "evolution_instance_up{instance=\"a\",integration=\"W\"} 1\n", "text/plain"});
        setReply(QStringLiteral("/"), ok(R"({"status":200,"message":"Welcome","version":"2.3.7"})"));
        break;
    case NodeKind::Gowa:
        config.account = QStringLiteral("org_2");
        config.userName = QStringLiteral("monitor");
        setAnswer(ok(R"({"status":200,"code":"SUCCESS","results":{"device_id":"628100000001@s.whatsapp.net",
            "is_connected":true,"is_logged_in":true}})"));
        setReply(QStringLiteral("/health"), {200, "OK", "text/plain"});
        setReply(QStringLiteral("/devices/org_2/webhook"),
                 ok(R"({"code":"SUCCESS","results":{"webhook_url":"https://bot.example/in/url-secret",
                    "webhook_secret":"hook-secret","webhook_events":"message","webhook_insecure_skip_verify":false}})"));
        break;
    }
}

QString AskedRig::essentialPath() const
{
    switch (config.kind) {
    case NodeKind::OnPremises:
        break;
    case NodeKind::CloudApi:
        return QStringLiteral("/v23.0/1060");
    case NodeKind::PickyAssist:
        return QStringLiteral("/app/api/v2/device-status");
    case NodeKind::Waha:
        return QStringLiteral("/api/sessions/my%20shop");
    case NodeKind::Evolution:
        return QStringLiteral("/instance/connectionState/a");
    case NodeKind::Gowa:
        return QStringLiteral("/devices/org_2/status");
    }
    return {};
}

void AskedRig::start()
{
    parts = makeAskedParts(4, config, secrets, limits, pace);
    QObject::connect(parts.probe.get(), &NodeProbe::probed, parts.probe.get(), [this](const ProbeResult &result) {
        results.push_back(result);
        if (result.session)
            session = result.session;
        if (result.account)
            account = result.account;
        if (result.settings)
            settings = result.settings;
        if (result.pendingOut)
            pendingOut = result.pendingOut;
        for (const Expiry &expiry : result.expiries)
            expiries.push_back(expiry);
    });
    parts.probe->start();
}

void AskedRig::give(const QByteArray &secret)
{
    const QString name = config.kind == NodeKind::Gowa ? SecretName::kPassword : SecretName::kApiKey;
    secrets.keepForSession(config.id, name, Secret(secret));
}

bool AskedRig::isAuthorised(const TestRequest &request) const
{
    const auto header = [&request](const char *name) {
        const auto found = request.headers.find(name);
        return found == request.headers.end() ? QByteArray() : found->second;
    };
    switch (config.kind) {
    case NodeKind::OnPremises:
        return false;
    case NodeKind::CloudApi:
        return request.authorization == "Bearer " + kSecret;
    case NodeKind::PickyAssist: {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        return body.value(QLatin1String("token")).toString().toUtf8() == kSecret &&
               body.value(QLatin1String("application")).toInt() == 10;
    }
    case NodeKind::Waha:
        return header("x-api-key") == kSecret;
    case NodeKind::Evolution:
        return header("apikey") == kSecret;
    case NodeKind::Gowa: {
        const QByteArray pair = "monitor:" + kSecret;
        return request.authorization == "Basic " + pair.toBase64() && header("x-device-id") == config.account.toUtf8();
    }
    }
    return false;
}

TestReply AskedRig::answer(const TestRequest &request)
{
    if (!isAuthorised(request))
        return {401, R"({"message":"who are you"})"};
    const auto reply = m_replies.find(pathOnly(request));
    return reply == m_replies.end() ? TestReply{404, R"({"code":"NOT_FOUND"})"} : reply->second;
}

int AskedRig::countOf(const QString &path) const
{
    return static_cast<int>(requestsFor(path).size());
}

std::vector<TestRequest> AskedRig::requestsFor(const QString &path) const
{
    std::vector<TestRequest> found;
    for (const TestRequest &request : m_server->requests()) {
        if (pathOnly(request) == path)
            found.push_back(request);
    }
    return found;
}

ProbeState AskedRig::state() const
{
    return results.empty() ? ProbeState{} : results.back().state;
}

QString AskedRig::everyText() const
{
    QString text;
    for (const ProbeResult &result : results) {
        text += result.state.detail + u'\n';
        if (result.session) {
            for (const QString &part : {result.session->word, result.session->why, result.session->engine,
                                        result.session->version, result.session->trouble, result.session->serverNote})
                text += part + u'\n';
        }
        if (result.account) {
            for (const AccountEntity &entity : result.account->entities)
                text += entity.type + u' ' + entity.why + u'\n';
        }
        if (result.settings) {
            for (const SettingSeen &setting : *result.settings)
                text += setting.key + u'=' + setting.value + u'\n';
        }
    }
    return text;
}
