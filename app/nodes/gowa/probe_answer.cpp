// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/gowa/probe_answer.h"

#include "nodes/asked/answer_text.h"
#include "nodes/probe_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

namespace barograph {

namespace {

QString gowaAnswer()
{
    return ProbeWords::tr("GOWA's answer");
}

SessionReport gowaReport(SessionState state, const QString &word)
{
    SessionReport report;
    report.state = state;
    report.word = word;
    if (state == SessionState::NeedsLogin)
        report.why = ProbeWords::tr("Log the device in with its QR code or a pairing code.");
    else if (state == SessionState::Failed)
        report.why = ProbeWords::tr("The device has no connection to WhatsApp. Reconnect it in GOWA.");
    return report;
}

tl::expected<SessionReport, QString> reportOfDevice(const QJsonObject &device)
{
    const QString state = answer::line(device.value(QLatin1String("state")));
    if (state == QLatin1String("logged_in"))
        return gowaReport(SessionState::Working, state);
    if (state == QLatin1String("connected"))
        return gowaReport(SessionState::NeedsLogin, state);
    if (state == QLatin1String("connecting"))
        return gowaReport(SessionState::Starting, state);
    if (state == QLatin1String("disconnected"))
        return gowaReport(SessionState::Failed, state);
    const QJsonValue connected = device.value(QLatin1String("is_connected"));
    const QJsonValue loggedIn = device.value(QLatin1String("is_logged_in"));
    if (connected.isBool() && loggedIn.isBool()) {
        if (!loggedIn.toBool())
            return gowaReport(SessionState::NeedsLogin, ProbeWords::tr("not logged in"));
        return connected.toBool() ? gowaReport(SessionState::Working, ProbeWords::tr("logged in"))
                                  : gowaReport(SessionState::Failed, ProbeWords::tr("not connected"));
    }
    if (!state.isEmpty())
        return gowaReport(SessionState::Unknown, state);
    return tl::unexpected(ProbeWords::tr("GOWA's answer tells no state of the device. Check its version."));
}

} // namespace

tl::expected<SessionReport, QString> parseGowaStatus(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isArray() && !document.isObject())
        return tl::unexpected(answer::object(body, gowaAnswer()).error());
    const QJsonValue results =
        document.isArray() ? QJsonValue(document.array()) : document.object().value(QLatin1String("results"));
    if (!results.isArray())
        return reportOfDevice(results.isObject() ? results.toObject() : document.object());
    const QJsonArray devices = results.toArray();
    if (devices.isEmpty())
        return tl::unexpected(ProbeWords::tr("GOWA has no device. Add one there and log it in."));
    if (devices.size() > 1) {
        return tl::unexpected(ProbeWords::tr("GOWA has %n devices. Enter in this node's configuration which one is "
                                             "meant.",
                                             nullptr, static_cast<int>(devices.size())));
    }
    return reportOfDevice(devices.at(0).toObject());
}

tl::expected<std::vector<SettingSeen>, QString> parseGowaWebhook(const QByteArray &body)
{
    const auto root = answer::object(body, gowaAnswer());
    if (!root)
        return tl::unexpected(root.error());
    const QJsonValue inner = root->value(QLatin1String("results"));
    const QJsonObject hook = inner.isObject() ? inner.toObject() : *root;
    if (!hook.contains(QLatin1String("webhook_url")))
        return tl::unexpected(ProbeWords::tr("GOWA's answer holds no webhook. Check its version."));
    std::vector<SettingSeen> settings;
    const QString url = hook.value(QLatin1String("webhook_url")).toString();
    answer::add(settings, QStringLiteral("webhook.url"),
                url.isEmpty() ? ProbeWords::tr("the server's own") : answer::shownAddress(url));
    QJsonArray events;
    const QStringList names = hook.value(QLatin1String("webhook_events")).toString().split(u',', Qt::SkipEmptyParts);
    for (const QString &name : names)
        events.append(name.trimmed());
    answer::add(settings, QStringLiteral("webhook.events"),
                events.isEmpty() ? ProbeWords::tr("the server's own") : answer::shownList(events));
    answer::add(settings, QStringLiteral("webhook.insecure_skip_verify"),
                answer::onOff(hook.value(QLatin1String("webhook_insecure_skip_verify"))));
    return settings;
}

QString parseGowaHealth(int status)
{
    return status == 503 ? ProbeWords::tr("GOWA's own health check fails. Look into its log.") : QString();
}

bool isMissingPath(int status, const QByteArray &body)
{
    return status == 404 && !QJsonDocument::fromJson(body).isObject();
}

} // namespace barograph
