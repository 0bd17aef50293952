// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/evolution/probe_answer.h"

#include "net/prometheus_text.h"
#include "nodes/asked/answer_text.h"
#include "nodes/probe_words.h"
#include "text/joined.h"
#include "text/numbers.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace barograph {

namespace {

/// Baileys: DisconnectReason.loggedOut.
constexpr qint64 kBaileysLoggedOut = 401;

QString evolutionAnswer()
{
    return ProbeWords::tr("Evolution API's answer");
}

QJsonValue firstOf(const QJsonObject &object, std::initializer_list<const char *> keys)
{
    for (const char *key : keys) {
        if (QJsonValue value = object.value(QLatin1String(key)); !value.isUndefined() && !value.isNull())
            return value;
    }
    return {};
}

std::optional<UtcTime> isoMoment(const QJsonValue &value)
{
    const QDateTime time = QDateTime::fromString(value.toString().left(40), Qt::ISODateWithMs);
    return time.isValid() ? std::optional(fromUnixMillis(time.toMSecsSinceEpoch())) : std::nullopt;
}

EvolutionInstance instanceOf(const QJsonObject &object)
{
    EvolutionInstance told;
    told.state = answer::line(firstOf(object, {"connectionStatus", "status", "state"}));
    const QJsonValue integration = object.value(QLatin1String("integration"));
    told.integration = answer::line(integration.isObject() ? integration[QLatin1String("integration")] : integration);
    told.reasonCode = answer::count(object.value(QLatin1String("disconnectionReasonCode")));
    told.disconnectedAt = isoMoment(object.value(QLatin1String("disconnectionAt")));
    return told;
}

QJsonObject unwrapped(const QJsonValue &value)
{
    const QJsonValue inner = value[QLatin1String("instance")];
    return inner.isObject() ? inner.toObject() : value.toObject();
}

} // namespace

SessionReport evolutionReport(const QString &state)
{
    SessionReport report;
    report.word = state;
    if (state == QLatin1String("open")) {
        report.state = SessionState::Working;
    } else if (state == QLatin1String("connecting")) {
        report.state = SessionState::Starting;
    } else if (state.startsWith(QLatin1String("close"))) {
        report.state = SessionState::Stopped;
        report.why = ProbeWords::tr("Connect it in Evolution API's manager.");
    }
    return report;
}

tl::expected<SessionReport, QString> parseEvolutionState(const QByteArray &body)
{
    const auto root = answer::object(body, evolutionAnswer());
    if (!root)
        return tl::unexpected(root.error());
    const QString state = answer::line(unwrapped(*root).value(QLatin1String("state")));
    if (state.isEmpty())
        return tl::unexpected(ProbeWords::tr("Evolution API's answer tells no state of the instance. Check its "
                                             "version."));
    return evolutionReport(state);
}

tl::expected<EvolutionInstance, QString> parseEvolutionInstances(const QByteArray &body, const QString &instance)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    QJsonArray instances = document.array();
    if (document.isObject() && !document.object().isEmpty())
        instances.append(document.object()); // some versions give a single one bare
    if (!document.isArray() && !document.isObject())
        return tl::unexpected(answer::object(body, evolutionAnswer()).error());
    for (const auto &each : std::as_const(instances)) {
        const QJsonObject object = unwrapped(each);
        if (!instance.isEmpty() && firstOf(object, {"name", "instanceName"}).toString() == instance)
            return instanceOf(object);
    }
    if (!instance.isEmpty() || instances.isEmpty()) {
        return tl::unexpected(ProbeWords::tr("Evolution API has no such instance: it was never made, or has been "
                                             "deleted. Check the instance's name in this node's configuration."));
    }
    if (instances.size() > 1) {
        return tl::unexpected(ProbeWords::tr("Evolution API has %n instances. Enter in this node's configuration which "
                                             "one is meant.",
                                             nullptr, static_cast<int>(instances.size())));
    }
    const EvolutionInstance only = instanceOf(unwrapped(instances.at(0)));
    if (only.state.isEmpty())
        return tl::unexpected(ProbeWords::tr("Evolution API's answer tells no state of the instance. Check its "
                                             "version."));
    return only;
}

QString disconnectionText(qint64 reasonCode)
{
    switch (reasonCode) {
    case kBaileysLoggedOut:
        return ProbeWords::tr("The phone has logged this instance out. Scan its QR code again.");
    case 403:
        return ProbeWords::tr("WhatsApp refused the account: it may be banned or restricted. Look at the phone.");
    case 408:
        return ProbeWords::tr("The connection to WhatsApp was lost or timed out. Check the gateway's network.");
    case 411:
        return ProbeWords::tr("The phone's multi-device data does not match. Log out and scan the QR code again.");
    case 428:
        return ProbeWords::tr("WhatsApp closed the connection. It should come back by itself.");
    case 440:
        return ProbeWords::tr("Another program took over this login. Stop one of the two.");
    case 500:
        return ProbeWords::tr("The stored login is damaged. Delete the instance's login and scan the QR code again.");
    case 503:
        return ProbeWords::tr("WhatsApp's service was not available. It should come back by itself.");
    case 515:
        return ProbeWords::tr("WhatsApp asked for a restart of the connection, which is normal after a login.");
    default:
        return ProbeWords::tr("Evolution API gave reason %1, which is not known here.").arg(reasonCode);
    }
}

void explainDisconnection(SessionReport &report, const EvolutionInstance &instance)
{
    // The reason stays in the answer after the instance has connected again.
    if (report.state == SessionState::Working || !instance.reasonCode)
        return;
    if (*instance.reasonCode == kBaileysLoggedOut && report.state == SessionState::Stopped)
        report.state = SessionState::NeedsLogin;
    report.why = disconnectionText(*instance.reasonCode);
    if (instance.disconnectedAt)
        report.why = joinedSentences(
            {report.why, ProbeWords::tr("Disconnected at %1.").arg(formatUtc(*instance.disconnectedAt))});
}

tl::expected<std::vector<SettingSeen>, QString> parseEvolutionWebhook(const QByteArray &body)
{
    std::vector<SettingSeen> settings;
    if (body.trimmed() == "null") {
        answer::add(settings, QStringLiteral("webhook"), QStringLiteral("none"));
        return settings;
    }
    const auto root = answer::object(body, evolutionAnswer());
    if (!root)
        return tl::unexpected(root.error());
    const QJsonValue inner = root->value(QLatin1String("webhook"));
    const QJsonObject hook = inner.isObject() ? inner.toObject() : *root;
    if (!hook.contains(QLatin1String("url")) && !hook.contains(QLatin1String("enabled")))
        return tl::unexpected(ProbeWords::tr("Evolution API's answer holds no webhook. Check its version."));
    answer::add(settings, QStringLiteral("webhook"), answer::onOff(hook.value(QLatin1String("enabled"))));
    answer::add(settings, QStringLiteral("webhook.url"),
                answer::shownAddress(hook.value(QLatin1String("url")).toString()));
    answer::add(settings, QStringLiteral("webhook.events"), answer::shownList(hook.value(QLatin1String("events"))));
    answer::add(settings, QStringLiteral("webhook.by_events"),
                answer::onOff(firstOf(hook, {"webhookByEvents", "webhook_by_events", "byEvents"})));
    answer::add(settings, QStringLiteral("webhook.base64"),
                answer::onOff(firstOf(hook, {"webhookBase64", "webhook_base64", "base64"})));
    answer::add(settings, QStringLiteral("webhook.headers"), answer::shownNames(hook.value(QLatin1String("headers"))));
    return settings;
}

QString parseEvolutionVersion(const QByteArray &body)
{
    return answer::line(QJsonDocument::fromJson(body).object().value(QLatin1String("version")));
}

tl::expected<EvolutionMetrics, QString> parseEvolutionMetrics(const QByteArray &contentType, const QByteArray &body,
                                                              const QString &instance)
{
    const QByteArray text = body.trimmed();
    const bool otherType = contentType.contains("json") || contentType.contains("html");
    if (otherType || text.startsWith('{') || text.startsWith('[') || text.startsWith('<'))
        return tl::unexpected(ProbeWords::tr("What is at /metrics is not Prometheus text."));
    const PrometheusText parsed = parsePrometheusText({text.constData(), static_cast<std::size_t>(text.size())});
    const std::string wanted = instance.toStdString();
    EvolutionMetrics told;
    for (const PrometheusSample &sample : parsed.samples) {
        if (sample.name != "evolution_instance_up")
            continue;
        const bool up = sample.value > 0;
        ++told.instances;
        told.up += up ? 1 : 0;
        for (const auto &[name, value] : sample.labels) {
            if (name == "instance" && value == wanted && !wanted.empty())
                told.thisUp = up;
        }
    }
    return told;
}

} // namespace barograph
