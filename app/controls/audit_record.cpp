// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/audit_record.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <array>
#include <pwd.h>
#include <unistd.h>

namespace barograph {

namespace {

struct OutcomeName
{
    ControlOutcome outcome;
    QLatin1String name;
};
constexpr std::array kOutcomeNames{OutcomeName{ControlOutcome::Verified, QLatin1String("verified")},
                                   OutcomeName{ControlOutcome::Unverified, QLatin1String("unverified")},
                                   OutcomeName{ControlOutcome::Failed, QLatin1String("failed")},
                                   OutcomeName{ControlOutcome::Cancelled, QLatin1String("cancelled")}};

QString outcomeName(ControlOutcome outcome)
{
    for (const auto &entry : kOutcomeNames) {
        if (entry.outcome == outcome)
            return entry.name;
    }
    return {};
}

std::optional<ControlOutcome> outcomeFromName(const QString &name)
{
    for (const auto &entry : kOutcomeNames) {
        if (entry.name == name)
            return entry.outcome;
    }
    return std::nullopt;
}

QString timeText(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(unixMillis(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace

QByteArray auditLine(const AuditRecord &record, const QString &previousSha256)
{
    QJsonArray changes;
    for (const ControlChange &change : record.changes) {
        changes.append(QJsonObject{{QStringLiteral("what"), change.what},
                                   {QStringLiteral("before"), change.before},
                                   {QStringLiteral("after"), change.after}});
    }
    const bool isIntent = record.phase == AuditPhase::Intent;
    QJsonObject line{{QStringLiteral("time"), timeText(record.at)},
                     {QStringLiteral("who"), record.who},
                     {QStringLiteral("node"), record.nodeId},
                     {QStringLiteral("control"), record.controlId},
                     {QStringLiteral("phase"), isIntent ? QStringLiteral("intent") : QStringLiteral("result")},
                     {QStringLiteral("action"), record.action},
                     {QStringLiteral("title"), record.title},
                     {QStringLiteral("reason"), record.reason},
                     {QStringLiteral("changes"), changes},
                     {QStringLiteral("prev"), previousSha256}};
    if (record.outcome) {
        line.insert(QStringLiteral("outcome"), outcomeName(*record.outcome));
        line.insert(QStringLiteral("detail"), record.detail);
        line.insert(QStringLiteral("restorable"), record.restorable);
    }
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

std::optional<AuditRecord> parseAuditLine(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto text = [&object](QLatin1String key) { return object.value(key).toString(); };
    const QDateTime time = QDateTime::fromString(text(QLatin1String("time")), Qt::ISODateWithMs);
    const QString phase = text(QLatin1String("phase"));
    AuditRecord record;
    record.outcome = outcomeFromName(text(QLatin1String("outcome")));
    if (phase == QLatin1String("intent"))
        record.phase = AuditPhase::Intent;
    else if (phase == QLatin1String("result") && record.outcome)
        record.phase = AuditPhase::Result;
    else
        return std::nullopt;
    record.controlId = text(QLatin1String("control"));
    if (!time.isValid() || record.controlId.isEmpty())
        return std::nullopt;
    record.at = fromUnixMillis(time.toMSecsSinceEpoch());
    record.who = text(QLatin1String("who"));
    record.nodeId = text(QLatin1String("node"));
    record.action = text(QLatin1String("action"));
    record.title = text(QLatin1String("title"));
    record.reason = text(QLatin1String("reason"));
    record.detail = text(QLatin1String("detail"));
    record.restorable = object.value(QLatin1String("restorable")).toBool();
    const QJsonArray changes = object.value(QLatin1String("changes")).toArray();
    for (const QJsonValue change : changes) {
        record.changes.push_back({change[QLatin1String("what")].toString(), change[QLatin1String("before")].toString(),
                                  change[QLatin1String("after")].toString()});
    }
    return record;
}

QString auditLineHash(const QByteArray &line)
{
    return QString::fromLatin1(QCryptographicHash::hash(line, QCryptographicHash::Sha256).toHex());
}

QString auditWho()
{
    std::array<char, 4096> buffer{};
    passwd entry{};
    passwd *found = nullptr;
    const bool known = ::getpwuid_r(::geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr;
    const QString user = known ? QString::fromLocal8Bit(entry.pw_name) : QStringLiteral("uid %1").arg(::geteuid());
    return user % QLatin1Char('@') % QSysInfo::machineHostName();
}

} // namespace barograph
