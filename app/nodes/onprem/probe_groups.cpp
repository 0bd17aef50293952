// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_groups.h"

#include "net/json_pointer.h"
#include "nodes/onprem/probe_text.h"
#include "nodes/probe_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace barograph {

namespace {

constexpr std::size_t kMostParticipantsKept = 2048;
constexpr qsizetype kLongestIdentifier = 128;

/// Nothing that would lead elsewhere when it is put into a path.
bool isUsableIdentifier(const QString &id)
{
    const auto usable = [](QChar c) {
        const char16_t u = c.unicode();
        return (u >= u'0' && u <= u'9') || (u >= u'a' && u <= u'z') || (u >= u'A' && u <= u'Z') || u == u'-' ||
               u == u'_' || u == u'.' || u == u'@' || u == u'=';
    };
    return !id.isEmpty() && id.size() <= kLongestIdentifier && !id.startsWith(QLatin1Char('.')) &&
           std::all_of(id.begin(), id.end(), usable);
}

/// A participant is a text or, in some descriptions of the API, an object around it.
QByteArray numberOf(const QJsonValue &participant)
{
    QString number = participant.isObject() ? participant.toObject().value(QLatin1String("wa_id")).toString()
                                            : participant.toString();
    if (number.startsWith(QLatin1Char('+')))
        number.remove(0, 1);
    return number.size() <= kLongestIdentifier ? number.toUtf8() : QByteArray();
}

} // namespace

tl::expected<std::vector<QByteArray>, QString> parseGroupList(const QByteArray &body)
{
    const QJsonValue groups = QJsonDocument::fromJson(body).object().value(QLatin1String("groups"));
    if (!groups.isArray())
        return tl::unexpected(ProbeWords::tr("The groups answer holds no groups. Check the client's version."));
    std::vector<QByteArray> ids;
    QSet<QString> known;
    for (const QJsonArray listed = groups.toArray(); const auto &group : listed) {
        if (ids.size() == kMostGroups)
            break;
        const QString id = group.isObject() ? group.toObject().value(QLatin1String("id")).toString() : group.toString();
        if (!isUsableIdentifier(id) || known.contains(id))
            continue;
        known.insert(id);
        ids.push_back(id.toLatin1());
    }
    return ids;
}

tl::expected<GroupSeen, QString> parseGroup(const QByteArray &body, const QByteArray &id, const QByteArray &ownNumber)
{
    const QJsonObject group = jsonAt(QJsonDocument::fromJson(body).object(), QStringLiteral("/groups/0")).toObject();
    const QJsonValue participants = group.value(QLatin1String("participants"));
    if (!participants.isArray())
        return tl::unexpected(ProbeWords::tr("The answer about a group holds no participants."));
    const QByteArray own = ownNumber.isEmpty() ? numberOf(group.value(QLatin1String("creator"))) : ownNumber;
    GroupSeen seen;
    seen.id = id;
    seen.subject = printableText(group.value(QLatin1String("subject")).toString());
    QSet<QByteArray> known;
    for (const QJsonArray listed = participants.toArray(); const auto &participant : listed) {
        const QByteArray number = numberOf(participant);
        if (number.isEmpty() || number == own || known.contains(number))
            continue;
        known.insert(number);
        if (seen.participants.size() < kMostParticipantsKept)
            seen.participants.push_back(number);
    }
    seen.members = static_cast<quint32>(known.size());
    return seen;
}

} // namespace barograph
