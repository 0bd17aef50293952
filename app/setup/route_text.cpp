// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/route_text.h"

#include "core/node_traits.h"
#include "setup/kind_questions.h"
#include "setup/setup_words.h"

#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace barograph {

namespace {

QString routeJson(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// Where the node is asked, as the beginning of an address in a command.
QString nodeAddress(const NodeConfig &node, const QString &otherwise)
{
    const QUrl url = addressOf(node);
    return url.isEmpty() ? otherwise : url.toString(QUrl::FullyEncoded | QUrl::RemovePath);
}

QString accountInPath(const NodeConfig &node, const QString &otherwise)
{
    return node.account.isEmpty() ? otherwise : QString::fromLatin1(QUrl::toPercentEncoding(node.account));
}

/// Single words and JSON are quoted apart, so that $PLACEHOLDERS between double quotes are still filled in.
QString curlCommand(const QString &verb, const QString &url, const QStringList &headers, const QString &rest = {})
{
    QString command = QStringLiteral("curl -sS -X %1 \"%2\"").arg(verb, url);
    for (const QString &header : headers)
        command += QStringLiteral(" \\\n  -H \"%1\"").arg(header);
    return rest.isEmpty() ? command : command % QStringLiteral(" \\\n  ") % rest;
}

QString curlBody(const QJsonObject &body)
{
    return QStringLiteral("-H \"Content-Type: application/json\" --data-raw %1").arg(shellWord(routeJson(body)));
}

bool reachesOnlyHere(const ListenerConfig &listener)
{
    return QHostAddress(listener.address).isLoopback();
}

bool isOwnCertificate(const ListenerConfig &listener)
{
    return listener.tls && listener.certificateFile.isEmpty();
}

std::vector<RouteCommand> onPremCommands(const RouteFacts &facts)
{
    const QString node = nodeAddress(facts.node, QStringLiteral("https://NODE:9090"));
    const QStringList bearer{QStringLiteral("Authorization: Bearer $TOKEN")};
    const QString settings = node % QStringLiteral("/v1/settings/application");
    const QString trust = facts.node.tls.caFile.isEmpty()
                              ? QStringLiteral("--insecure")
                              : QStringLiteral("--cacert ") % shellWord(facts.node.tls.caFile);
    std::vector<RouteCommand> commands;
    commands.push_back(
        {SetupWords::tr(
             "1. Log in; the answer holds the token to put into TOKEN. --insecure is for the certificate that "
             "such a node makes for itself"),
         curlCommand(QStringLiteral("POST"), node % QStringLiteral("/v1/users/login"), {},
                     trust %
                         QStringLiteral(" -u \"%1:$PASSWORD\" -H \"Content-Type: application/json\" --data-raw '{}'")
                             .arg(facts.node.userName))});
    commands.push_back(
        {SetupWords::tr(
             "2. Look at what is set now and keep it: \"webhooks\" has other fields, and whether they survive a "
             "change of one is not documented"),
         curlCommand(QStringLiteral("GET"), settings, bearer, trust % QStringLiteral(" -o before.json"))});
    if (isOwnCertificate(facts.listener))
        commands.push_back(
            {SetupWords::tr("3. Let it trust Barograph's own certificate, once saved as barograph.pem (menu, or "
                            "“barograph listener-certificate --out barograph.pem”). It is used after a restart of all "
                            "CoreApps. It replaces the CA that is there: put both into one file if the bot needs the "
                            "other"),
             curlCommand(QStringLiteral("POST"), node % QStringLiteral("/v1/certificates/webhooks/ca"), bearer,
                         trust % QStringLiteral(" -H \"Content-Type: text/plain\" --data-binary @barograph.pem"))});
    const QJsonObject message{
        {QStringLiteral("sent"), false}, {QStringLiteral("delivered"), true}, {QStringLiteral("read"), true}};
    const QJsonObject webhooks{{QStringLiteral("url"), facts.url}, {QStringLiteral("message"), message}};
    commands.push_back(
        {SetupWords::tr(
             "Set the address. There is one for everything: this takes the events away from the bot, so use it "
             "only where the bot gets a copy. Put further fields of \"webhooks\" from before.json into it "
             "(max_concurrent_requests). \"message\" exists from v2.41.2 on: leave it out before that"),
         curlCommand(QStringLiteral("PATCH"), settings, bearer,
                     trust % QLatin1Char(' ') % curlBody({{QStringLiteral("webhooks"), webhooks}}))});
    return commands;
}

std::vector<RouteCommand> cloudCommands(const RouteFacts &facts)
{
    const QString version = facts.node.apiVersion.isEmpty() ? QStringLiteral("v23.0") : facts.node.apiVersion;
    const QString graph = nodeAddress(facts.node, {}) % QLatin1Char('/') % version % QLatin1Char('/');
    const QStringList bearer{QStringLiteral("Authorization: Bearer $TOKEN")};
    std::vector<RouteCommand> commands;
    commands.push_back(
        {SetupWords::tr("In the console of a second app (not the bot's): WhatsApp, Configuration, Webhook. "
                        "Enter this address and the verify token, and subscribe to “messages”"),
         facts.url});
    commands.push_back(
        {SetupWords::tr("Then subscribe that app to the account, with its token: a copy, the bot's app keeps getting "
                        "everything. While Barograph does not answer, Meta repeats to all apps, the bot's too"),
         curlCommand(QStringLiteral("POST"), graph % QStringLiteral("$WABA_ID/subscribed_apps"), bearer)});
    QJsonObject override{{QStringLiteral("override_callback_uri"), facts.url},
                         {QStringLiteral("verify_token"), facts.verifyToken}};
    commands.push_back(
        {SetupWords::tr(
             "Careful, only where no bot needs the events: overriding the number's address moves them here, it "
             "does not copy them. Undo it with an empty override_callback_uri"),
         curlCommand(QStringLiteral("POST"), graph % accountInPath(facts.node, QStringLiteral("$PHONE_NUMBER_ID")),
                     bearer, curlBody({{QStringLiteral("webhook_configuration"), override}}))});
    return commands;
}

std::vector<RouteCommand> wahaCommands(const RouteFacts &facts)
{
    const QString waha = nodeAddress(facts.node, QStringLiteral("http://WAHA:3000"));
    const QString session =
        waha % QStringLiteral("/api/sessions/") % accountInPath(facts.node, QStringLiteral("$SESSION"));
    QJsonObject hook{
        {QStringLiteral("url"), facts.url},
        {QStringLiteral("events"), QJsonArray{QStringLiteral("message.any"), QStringLiteral("message.ack"),
                                              QStringLiteral("message.ack.group"), QStringLiteral("session.status")}},
        {QStringLiteral("retries"), QJsonObject{{QStringLiteral("policy"), QStringLiteral("exponential")},
                                                {QStringLiteral("delaySeconds"), 2},
                                                {QStringLiteral("attempts"), 15}}}};
    if (facts.node.webhook.auth == WebhookAuth::WahaSha512)
        hook.insert(QStringLiteral("hmac"), QJsonObject{{QStringLiteral("key"), QStringLiteral("$WEBHOOK_SECRET")}});
    const QStringList key{QStringLiteral("X-Api-Key: $KEY")};
    std::vector<RouteCommand> commands;
    commands.push_back(
        {SetupWords::tr("For all sessions, with no reconnect of one by hand: into the environment of WAHA, "
                        "which is started again anyway by that"),
         QStringLiteral("WHATSAPP_HOOK_URL=%1\n"
                        "WHATSAPP_HOOK_EVENTS=message.any,message.ack,message.ack.group,session.status")
             .arg(shellWord(facts.url))});
    commands.push_back({SetupWords::tr("Or for one session: keep what is set now"),
                        curlCommand(QStringLiteral("GET"), session, key, QStringLiteral("-o before.json"))});
    commands.push_back(
        {SetupWords::tr("Add this to “webhooks” in the “config” of before.json, beside the bot's, and save "
                        "{\"config\":…} as new.json"),
         routeJson(hook)});
    commands.push_back(
        {SetupWords::tr("Set it. PUT wants the whole config: what is left out is gone. It stops and starts "
                        "the session, which is off line for some seconds"),
         curlCommand(QStringLiteral("PUT"), session, key,
                     QStringLiteral("-H \"Content-Type: application/json\" -d @new.json"))});
    return commands;
}

std::vector<RouteCommand> evolutionCommands(const RouteFacts &facts)
{
    const QString evolution = nodeAddress(facts.node, QStringLiteral("https://EVO"));
    const QString instance = accountInPath(facts.node, QStringLiteral("$INSTANCE"));
    const QStringList key{QStringLiteral("apikey: $KEY")};
    QJsonObject headers;
    if (facts.node.webhook.auth == WebhookAuth::JwtHs256)
        headers.insert(QStringLiteral("jwt_key"), QStringLiteral("$WEBHOOK_SECRET"));
    // Never empty: that would switch all events on.
    const QJsonObject webhook{
        {QStringLiteral("enabled"), true},
        {QStringLiteral("url"), facts.url},
        {QStringLiteral("headers"), headers},
        {QStringLiteral("byEvents"), false},
        {QStringLiteral("base64"), false},
        {QStringLiteral("events"), QJsonArray{QStringLiteral("MESSAGES_UPSERT"), QStringLiteral("MESSAGES_UPDATE"),
                                              QStringLiteral("SEND_MESSAGE"), QStringLiteral("CONNECTION_UPDATE")}}};
    std::vector<RouteCommand> commands;
    commands.push_back({SetupWords::tr("1. Keep what is set now: an instance has one webhook, and this replaces it"),
                        curlCommand(QStringLiteral("GET"), evolution % QStringLiteral("/webhook/find/") % instance, key,
                                    QStringLiteral("-o before.json"))});
    commands.push_back(
        {SetupWords::tr("2. Set it; it takes effect at once. The global webhook of the environment goes on "
                        "beside it. Never leave “events” empty: that switches all of them on"),
         curlCommand(QStringLiteral("POST"), evolution % QStringLiteral("/webhook/set/") % instance, key,
                     curlBody({{QStringLiteral("webhook"), webhook}}))});
    return commands;
}

std::vector<RouteCommand> gowaCommands(const RouteFacts &facts)
{
    const QString gowa = nodeAddress(facts.node, QStringLiteral("http://GOWA:3000"));
    const QString path = gowa % QStringLiteral("/devices/") % accountInPath(facts.node, QStringLiteral("$DEVICE")) %
                         QStringLiteral("/webhook");
    const QString login = QStringLiteral("-u \"%1:$PASSWORD\"").arg(facts.node.userName);
    const QJsonObject body{{QStringLiteral("webhook_url"), facts.url},
                           {QStringLiteral("webhook_secret"), QStringLiteral("$WEBHOOK_SECRET")},
                           {QStringLiteral("webhook_events"), QStringLiteral("message,message.ack")},
                           {QStringLiteral("webhook_insecure_skip_verify"), isOwnCertificate(facts.listener)}};
    std::vector<RouteCommand> commands;
    commands.push_back({SetupWords::tr("1. Keep what is set now. The answer holds the present secret in clear"),
                        curlCommand(QStringLiteral("GET"), path, {}, login % QStringLiteral(" -o before.json"))});
    commands.push_back(
        {SetupWords::tr("2. Set it; it takes effect at once. All four fields, always: what is left out is "
                        "cleared. An empty webhook_events means all events"),
         curlCommand(QStringLiteral("PATCH"), path, {}, login % QLatin1Char(' ') % curlBody(body))});
    return commands;
}

std::vector<RouteCommand> commandsFor(const RouteFacts &facts)
{
    switch (facts.node.kind) {
    case NodeKind::OnPremises:
        return onPremCommands(facts);
    case NodeKind::CloudApi:
        return cloudCommands(facts);
    case NodeKind::PickyAssist:
        return {
            {SetupWords::tr("There is no API for this. In the console: Project, Webhook; enter it as “Event webhook” "
                            "and, where the bot does not need that one, as “Global webhook”. Switch “Retry” on"),
             facts.url}};
    case NodeKind::Waha:
        return wahaCommands(facts);
    case NodeKind::Evolution:
        return evolutionCommands(facts);
    case NodeKind::Gowa:
        return gowaCommands(facts);
    }
    return {};
}

QString noticeFor(const RouteFacts &facts)
{
    if (facts.url.isEmpty())
        return SetupWords::tr("The webhook listener does not listen at present, so there is no address yet. The banner "
                              "says why.");
    const NodeKind kind = facts.node.kind;
    const bool hosted = kind == NodeKind::CloudApi || kind == NodeKind::PickyAssist;
    if (reachesOnlyHere(facts.listener))
        return hosted
                   ? SetupWords::tr("Only this machine can reach this address. Put a tunnel or a proxy with a public "
                                    "address and certificate in front, and enter its address instead, with the same "
                                    "path behind it.")
                   : SetupWords::tr("Only this machine can reach this address. That is right for a node that runs "
                                    "here or reaches it by a tunnel; for another machine set [listener] address and "
                                    "tls in the configuration and start Barograph again.");
    if (hosted && isOwnCertificate(facts.listener))
        return SetupWords::tr(
            "The certificate is one of Barograph's own making, which a public service does not accept. "
            "Use one of a public CA, or a tunnel or proxy that has one.");
    if (!facts.listener.tls && kind == NodeKind::OnPremises)
        return SetupWords::tr(
            "An on-premises client refuses http:// addresses. Set tls = true under [listener] and start "
            "Barograph again.");
    return {};
}

/// Between single quotes nothing is filled in, so a placeholder has to stand outside of them.
void openPlaceholders(std::vector<RouteCommand> &commands)
{
    for (RouteCommand &command : commands) {
        if (command.command.startsWith(QLatin1String("curl ")))
            command.command.replace(QStringLiteral("$WEBHOOK_SECRET"), QStringLiteral("'\"$WEBHOOK_SECRET\"'"));
    }
}

} // namespace

QString shellWord(const QString &text)
{
    QString quoted = text;
    quoted.replace(QLatin1Char('\''), QStringLiteral("'\\''"));
    return QLatin1Char('\'') % quoted % QLatin1Char('\'');
}

RouteOffer makeRouteOffer(const RouteFacts &facts)
{
    RouteOffer offer;
    offer.nodeId = facts.node.id;
    offer.url = facts.url;
    offer.shownUrl = facts.shownUrl;
    if (asksForHandshake(facts.node.kind))
        offer.verifyToken = facts.verifyToken;
    offer.secretMissing = facts.secretMissing;
    offer.notice = noticeFor(facts);
    if (!facts.url.isEmpty()) {
        offer.commands = commandsFor(facts);
        openPlaceholders(offer.commands);
    }
    return offer;
}

} // namespace barograph
