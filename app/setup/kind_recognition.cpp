// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/kind_recognition.h"

#include "setup/setup_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

namespace barograph {

namespace {

constexpr qsizetype kMostLookedAt = 1 << 20;

Recognised kindWith(NodeKind kind, const QJsonValue &version = {})
{
    return {false, kind, version.toString().left(40)};
}

Recognised recogniseObject(const QJsonObject &object)
{
    const QJsonObject meta = object.value(QLatin1String("meta")).toObject();
    if (meta.contains(QLatin1String("api_status")) || (meta.contains(QLatin1String("version")) && object.size() > 1))
        return kindWith(NodeKind::OnPremises, meta.value(QLatin1String("version")));
    const QJsonObject error = object.value(QLatin1String("error")).toObject();
    if (error.contains(QLatin1String("fbtrace_id")) ||
        error.value(QLatin1String("type")).toString() == QLatin1String("OAuthException"))
        return kindWith(NodeKind::CloudApi);
    const QString message = object.value(QLatin1String("message")).toString();
    if (message.contains(QLatin1String("Evolution API"), Qt::CaseInsensitive))
        return kindWith(NodeKind::Evolution, object.value(QLatin1String("version")));
    if (object.value(QLatin1String("instance")).toObject().contains(QLatin1String("instanceName")))
        return kindWith(NodeKind::Evolution);
    if (object.contains(QLatin1String("engine")) && object.contains(QLatin1String("tier")))
        return kindWith(NodeKind::Waha, object.value(QLatin1String("version")));
    if (object.size() == 1 && message == QLatin1String("pong"))
        return kindWith(NodeKind::Waha);
    if (object.value(QLatin1String("code")).isString() &&
        (object.contains(QLatin1String("results")) || object.contains(QLatin1String("status"))))
        return kindWith(NodeKind::Gowa);
    if (object.contains(QLatin1String("project_id")) && object.contains(QLatin1String("status")))
        return kindWith(NodeKind::PickyAssist, object.value(QLatin1String("version")));
    return {};
}

Recognised recogniseElement(const QJsonObject &element)
{
    if (element.contains(QLatin1String("connectionStatus")) ||
        element.value(QLatin1String("instance")).toObject().contains(QLatin1String("instanceName")))
        return kindWith(NodeKind::Evolution);
    if (element.contains(QLatin1String("jid")) && element.contains(QLatin1String("state")))
        return kindWith(NodeKind::Gowa);
    if (element.contains(QLatin1String("name")) && element.contains(QLatin1String("status")))
        return kindWith(NodeKind::Waha);
    return {};
}

} // namespace

Recognised recogniseAnswer(const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray start = body.left(256).trimmed();
    if (contentType.toLower().startsWith("text/html") || start.startsWith('<')) {
        Recognised page;
        page.webPage = true;
        return page;
    }
    if (body.size() > kMostLookedAt)
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isObject())
        return recogniseObject(document.object());
    if (document.isArray() && !document.array().isEmpty())
        return recogniseElement(document.array().first().toObject());
    return {};
}

QString kindInASentence(NodeKind kind)
{
    switch (kind) {
    case NodeKind::OnPremises:
        return SetupWords::tr("an on-premises client");
    case NodeKind::CloudApi:
        return SetupWords::tr("Meta's Graph API");
    case NodeKind::PickyAssist:
        return SetupWords::tr("Picky Assist");
    case NodeKind::Waha:
        return SetupWords::tr("a WAHA server");
    case NodeKind::Evolution:
        return SetupWords::tr("an Evolution API server");
    case NodeKind::Gowa:
        return SetupWords::tr("a GOWA server");
    }
    return {};
}

QStringList tellingPaths()
{
    return {QStringLiteral("/ping"), QStringLiteral("/v1/health"), QStringLiteral("/app/status"), QStringLiteral("/")};
}

} // namespace barograph
