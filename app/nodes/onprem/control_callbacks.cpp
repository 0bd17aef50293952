// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/control_callbacks.h"

#include "net/shown_url.h"
#include "nodes/onprem/probe_settings.h"
#include "nodes/probe_words.h"
#include "text/joined.h"

#include <QJsonDocument>

#include <array>

namespace barograph {

namespace {

const QString kSettingsPath = QStringLiteral("/v1/settings/application");
const QString kWebhooks = QStringLiteral("webhooks");
const QString kMessage = QStringLiteral("message");
const QString kSentStatus = QStringLiteral("sent_status");

struct Status
{
    QString name;
    bool CallbackSettings::*member;
};
const std::array kStatuses{Status{QStringLiteral("sent"), &CallbackSettings::sent},
                           Status{QStringLiteral("delivered"), &CallbackSettings::delivered},
                           Status{QStringLiteral("read"), &CallbackSettings::read}};

QString onOff(bool on)
{
    return on ? ProbeWords::tr("on") : ProbeWords::tr("off");
}

QString shownField(const QString &name, const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return ProbeWords::tr("(none)");
    if (name == QLatin1String("url")) {
        const QString shown = shownWebhookUrl(QUrl(value.toString()));
        return shown.isEmpty() ? ProbeWords::tr("(none)") : shown;
    }
    return value.toVariant().toString();
}

bool isMissing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty());
}

std::vector<Status> changed(CallbackSettings before, CallbackSettings after)
{
    std::vector<Status> all;
    for (const Status &status : kStatuses) {
        if (before.*status.member != after.*status.member)
            all.push_back(status);
    }
    return all;
}

QString titleOf(const std::vector<Status> &statuses, CallbackSettings after, const QString &node)
{
    QStringList names;
    bool allOn = true;
    bool allOff = true;
    for (const Status &status : statuses) {
        names << status.name;
        (after.*status.member ? allOff : allOn) = false;
    }
    if (names.isEmpty() || (!allOn && !allOff))
        return ProbeWords::tr("Change the status callbacks of %1").arg(node);
    return (allOn ? ProbeWords::tr("Switch %1 callbacks on on %2") : ProbeWords::tr("Switch %1 callbacks off on %2"))
        .arg(joinedList(names), node);
}

QStringList consequencesOf(CallbackSettings before, CallbackSettings after)
{
    QStringList lines;
    if (before.sent && !after.sent)
        lines << ProbeWords::tr("Sends are counted from the node's own counter while \"sent\" is off.");
    if (before.delivered && !after.delivered)
        lines << ProbeWords::tr(
            "Deliveries are not counted while \"delivered\" is off: shown as not measured, not as zero.");
    if (before.read && !after.read)
        lines << ProbeWords::tr("Reads are not counted while \"read\" is off: shown as not measured, not as zero.");
    const bool lessReceipts = (before.delivered && !after.delivered) || (before.read && !after.read);
    if (lessReceipts) {
        lines << ProbeWords::tr("Storms are seen only in part, because they are made of these receipts.")
              << ProbeWords::tr(
                     "The documentation does not say whether the receipts themselves stop spending throughput.");
    }
    if (!changed(before, after).empty()) {
        lines << ProbeWords::tr("The bot behind the same webhook gets exactly the same callbacks as Barograph.")
              << ProbeWords::tr("It takes effect at once, without a restart, and stays until it is changed again.");
    }
    return lines;
}

QJsonObject relevantPart(const QJsonObject &settings)
{
    QJsonObject part;
    for (const QString &name : {kWebhooks, kSentStatus}) {
        if (settings.contains(name))
            part.insert(name, settings.value(name));
    }
    return part;
}

} // namespace

QJsonObject callbacksPatch(const QJsonObject &before, CallbackSettings wanted)
{
    if (callbackSwitchOf(before) == CallbackSwitch::SentOnly)
        return {{kSentStatus, wanted.sent}};
    QJsonObject webhooks = before.value(kWebhooks).toObject();
    QJsonObject message = webhooks.value(kMessage).toObject();
    for (const Status &status : kStatuses)
        message.insert(status.name, wanted.*status.member);
    webhooks.insert(kMessage, message);
    return {{kWebhooks, webhooks}};
}

CallbacksAction::CallbacksAction(OnPremSession &session, CallbackSettings wanted)
    : m_session(session)
    , m_wanted(wanted)
{}

std::unique_ptr<CallbacksAction> CallbacksAction::restoring(OnPremSession &session, const QJsonObject &snapshot)
{
    auto action = std::make_unique<CallbacksAction>(session, callbacksOf(snapshot).value_or(CallbackSettings{}));
    action->m_snapshot = snapshot;
    return action;
}

QString CallbacksAction::auditName() const
{
    return m_snapshot.isEmpty() ? QStringLiteral("set-callbacks") : QStringLiteral("restore-callbacks");
}

void CallbacksAction::read(StateRead done)
{
    const OnPremSession::Call call{
        HttpVerb::Get, kSettingsPath, {}, OnPremSession::Access::Admin, OnPremSession::Urgency::Control};
    m_session.send(call, this, [done = std::move(done)](const HttpReply &reply) {
        if (!reply.ok()) {
            done(tl::unexpected(reply.detail));
            return;
        }
        const auto settings = parseSettingsAnswer(reply.body);
        if (settings)
            done(relevantPart(*settings));
        else
            done(tl::unexpected(settings.error()));
    });
}

QJsonObject CallbacksAction::wantedState(const QJsonObject &before) const
{
    QJsonObject wanted = before;
    const QJsonObject patch = callbacksPatch(before, m_wanted);
    for (auto it = patch.begin(); it != patch.end(); ++it)
        wanted.insert(it.key(), it.value());
    if (callbackSwitchOf(before) != CallbackSwitch::EachStatus)
        return wanted;
    const QJsonObject kept = m_snapshot.value(kWebhooks).toObject();
    QJsonObject webhooks = wanted.value(kWebhooks).toObject();
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        if (it.key() != kMessage && isMissing(webhooks.value(it.key())) && !isMissing(it.value()))
            webhooks.insert(it.key(), it.value());
    }
    wanted.insert(kWebhooks, webhooks);
    return wanted;
}

tl::expected<ControlPlan, QString> CallbacksAction::plan(const QJsonObject &state) const
{
    const QString node = m_session.config().name;
    const auto now = callbacksOf(state);
    if (!now) {
        return tl::unexpected(ProbeWords::tr("The settings of %1 do not say which callbacks are on, so a change could "
                                             "neither be verified nor undone. Nothing can be done from here.")
                                  .arg(node));
    }
    const bool sentOnly = callbackSwitchOf(state) == CallbackSwitch::SentOnly;
    if (sentOnly && (!m_wanted.delivered || !m_wanted.read)) {
        return tl::unexpected(ProbeWords::tr("This client can only switch \"sent\" callbacks. Delivered and read need "
                                             "version 2.41.2 or later."));
    }
    ControlPlan plan;
    for (const Status &status : changed(*now, m_wanted)) {
        const QString what = sentOnly ? kSentStatus : QStringLiteral("webhooks.message.%1").arg(status.name);
        plan.changes.push_back({what, onOff(*now.*status.member), onOff(m_wanted.*status.member)});
    }
    const QJsonObject before = state.value(kWebhooks).toObject();
    const QJsonObject after = wantedState(state).value(kWebhooks).toObject();
    const QJsonObject kept = m_snapshot.value(kWebhooks).toObject();
    QStringList leftAlone;
    for (auto it = after.begin(); it != after.end(); ++it) {
        if (it.key() == kMessage)
            continue;
        const QString what = QStringLiteral("webhooks.%1").arg(it.key());
        if (it.value() != before.value(it.key()))
            plan.changes.push_back(
                {what, shownField(it.key(), before.value(it.key())), shownField(it.key(), it.value())});
        else if (kept.contains(it.key()) && kept.value(it.key()) != it.value())
            leftAlone << ProbeWords::tr("%1 was changed since and is left as it is now.").arg(what);
    }
    if (plan.changes.empty())
        return tl::unexpected(
            ProbeWords::tr("The callbacks of %1 are as wanted already: there is nothing to do.").arg(node));
    plan.title = titleOf(changed(*now, m_wanted), m_wanted, node);
    plan.target = QLatin1String("PATCH ") % shownUrl(m_session.urlOf(kSettingsPath));
    plan.consequences = consequencesOf(*now, m_wanted) + leftAlone;
    return plan;
}

void CallbacksAction::write(const QJsonObject &before, Written done)
{
    QJsonObject body = wantedState(before);
    // Only what changes: an old client may not like to see its other switch again.
    body.remove(callbackSwitchOf(before) == CallbackSwitch::SentOnly ? kWebhooks : kSentStatus);
    OnPremSession::Call call{HttpVerb::Patch, kSettingsPath, QJsonDocument(body).toJson(QJsonDocument::Compact),
                             OnPremSession::Access::Admin, OnPremSession::Urgency::Control};
    m_session.send(call, this, [done = std::move(done)](const HttpReply &reply) {
        if (reply.ok())
            done({});
        else
            done(tl::unexpected(reply.detail));
    });
}

QString CallbacksAction::missing(const QJsonObject &before, const QJsonObject &now) const
{
    const auto callbacks = callbacksOf(now);
    if (!callbacks)
        return ProbeWords::tr("The settings no longer say which callbacks are on.");
    for (const Status &status : kStatuses) {
        if (*callbacks.*status.member != m_wanted.*status.member) {
            return ProbeWords::tr("The node still has \"%1\" callbacks %2.")
                .arg(status.name, onOff(*callbacks.*status.member));
        }
    }
    const QJsonObject wanted = wantedState(before).value(kWebhooks).toObject();
    const QJsonObject found = now.value(kWebhooks).toObject();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (it.key() != kMessage && found.value(it.key()) != it.value())
            return ProbeWords::tr("The node also changed webhooks.%1, which was not wanted.").arg(it.key());
    }
    return {};
}

} // namespace barograph
