// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/waha/probe_answer.h"

#include "nodes/asked/answer_text.h"
#include "nodes/probe_words.h"
#include "text/numbers.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace barograph {

namespace {

constexpr int kMostWahaWebhooks = 16;

QString wahaAnswer()
{
    return ProbeWords::tr("WAHA's answer");
}

void tellWahaState(SessionReport &report)
{
    const QString &word = report.word;
    if (word == QLatin1String("WORKING")) {
        report.state = SessionState::Working;
    } else if (word == QLatin1String("STARTING")) {
        report.state = SessionState::Starting;
    } else if (word == QLatin1String("STOPPED")) {
        report.state = SessionState::Stopped;
        report.why = ProbeWords::tr("Start it in WAHA's dashboard.");
    } else if (word == QLatin1String("FAILED")) {
        report.state = SessionState::Failed;
        report.why = ProbeWords::tr("Restart it in WAHA's dashboard; if that does not help, log in anew.");
    } else if (word == QLatin1String("SCAN_QR_CODE")) {
        report.state = SessionState::NeedsLogin;
        report.why = ProbeWords::tr("Scan the QR code in WAHA's dashboard with the phone.");
    } else if (word.startsWith(QLatin1String("PASSKEY_"))) {
        report.state = SessionState::NeedsLogin;
        report.why = ProbeWords::tr("Confirm the passkey on the phone.");
    }
}

QString retriesOf(const QJsonValue &retries)
{
    if (!retries.isObject())
        return ProbeWords::tr("as WAHA does by itself");
    QStringList parts;
    if (const QString policy = answer::line(retries[QLatin1String("policy")]); !policy.isEmpty())
        parts.append(policy);
    if (const auto delay = answer::count(retries[QLatin1String("delaySeconds")]))
        parts.append(QStringLiteral("%1 s").arg(*delay));
    if (const auto attempts = answer::count(retries[QLatin1String("attempts")]))
        parts.append(ProbeWords::tr("%n attempt(s)", nullptr, pluralOf(*attempts)));
    return parts.join(u", ");
}

std::vector<SettingSeen> wahaSettings(const QJsonValue &config)
{
    std::vector<SettingSeen> settings;
    const QJsonArray hooks = config[QLatin1String("webhooks")].toArray();
    if (hooks.isEmpty())
        answer::add(settings, QStringLiteral("webhooks"), QStringLiteral("none"));
    int number = 0;
    for (const auto &hook : hooks) {
        if (++number > kMostWahaWebhooks)
            break;
        const QString key = QStringLiteral("webhooks.%1.").arg(number);
        answer::add(settings, key % QStringLiteral("url"), answer::shownAddress(hook[QLatin1String("url")].toString()));
        answer::add(settings, key % QStringLiteral("events"), answer::shownList(hook[QLatin1String("events")]));
        answer::add(settings, key % QStringLiteral("retries"), retriesOf(hook[QLatin1String("retries")]));
        const bool isSigned = !hook[QLatin1String("hmac")][QLatin1String("key")].toString().isEmpty();
        answer::add(settings, key % QStringLiteral("hmac"), isSigned ? QStringLiteral("on") : QStringLiteral("off"));
        answer::add(settings, key % QStringLiteral("headers"),
                    answer::shownNames(hook[QLatin1String("customHeaders")]));
    }
    for (const char *what : {"status", "groups", "channels", "broadcast"}) {
        answer::add(settings, QStringLiteral("ignore.") % QLatin1String(what),
                    answer::onOff(config[QLatin1String("ignore")][QLatin1String(what)]));
    }
    return settings;
}

tl::expected<QJsonObject, QString> chosenSession(const QByteArray &body, const QString &session)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isArray())
        return answer::object(body, wahaAnswer());
    const QJsonArray sessions = document.array();
    for (const auto &each : sessions) {
        if (!session.isEmpty() && each[QLatin1String("name")].toString() == session)
            return each.toObject();
    }
    if (!session.isEmpty() || sessions.isEmpty()) {
        return tl::unexpected(ProbeWords::tr("WAHA has no such session: it was never made, or has been deleted. Check "
                                             "the session's name in this node's configuration."));
    }
    if (sessions.size() > 1) {
        return tl::unexpected(ProbeWords::tr("WAHA has %n sessions. Enter in this node's configuration which one is "
                                             "meant.",
                                             nullptr, static_cast<int>(sessions.size())));
    }
    return sessions.at(0).toObject();
}

} // namespace

tl::expected<WahaSession, QString> parseWahaSession(const QByteArray &body, const QString &session)
{
    const auto chosen = chosenSession(body, session);
    if (!chosen)
        return tl::unexpected(chosen.error());
    WahaSession told;
    told.report.word = answer::line(chosen->value(QLatin1String("status")));
    if (told.report.word.isEmpty())
        return tl::unexpected(ProbeWords::tr("WAHA's answer tells no state of the session. Check its version."));
    tellWahaState(told.report);
    const QJsonValue engine = chosen->value(QLatin1String("engine"));
    told.report.engine = answer::line(engine.isObject() ? engine[QLatin1String("engine")] : engine);
    told.settings = wahaSettings(chosen->value(QLatin1String("config")));
    return told;
}

tl::expected<WahaVersion, QString> parseWahaVersion(const QByteArray &body)
{
    const auto root = answer::object(body, wahaAnswer());
    if (!root)
        return tl::unexpected(root.error());
    const QString version = answer::line(root->value(QLatin1String("version")));
    const QString tier = answer::line(root->value(QLatin1String("tier")));
    return WahaVersion{tier.isEmpty() ? version : version % u' ' % tier,
                       answer::line(root->value(QLatin1String("engine")))};
}

std::optional<UtcTime> parseWahaStart(const QByteArray &body)
{
    constexpr qint64 kLatest = 253'402'300'799'000; // the year 9999
    const auto start = answer::count(QJsonDocument::fromJson(body).object().value(QLatin1String("startTimestamp")));
    if (!start || *start == 0 || *start > kLatest)
        return std::nullopt;
    return fromUnixMillis(*start);
}

tl::expected<QString, QString> parseWahaHealth(const QByteArray &body)
{
    const auto root = answer::object(body, wahaAnswer());
    if (!root)
        return tl::unexpected(root.error());
    const QString status = root->value(QLatin1String("status")).toString();
    if (status == QLatin1String("ok"))
        return QString();
    if (status == QLatin1String("shutting_down"))
        return ProbeWords::tr("WAHA says that it is shutting down.");
    if (status != QLatin1String("error"))
        return tl::unexpected(ProbeWords::tr("WAHA's health answer tells no state. Check its version."));
    const QJsonValue failed = root->value(QLatin1String("error"));
    const QString what = failed.toObject().isEmpty() ? ProbeWords::tr("something") : answer::shownNames(failed);
    return ProbeWords::tr("WAHA's own health check fails: %1. Check its disk space and database.").arg(what);
}

} // namespace barograph
