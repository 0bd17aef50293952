// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/kind_words.h"

#include "core/visibility.h"
#include "dialogs/setup/secret_names.h"
#include "text/joined.h"
#include "text/labels.h"
#include "text/visibility_text.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct KindWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::NodeKind)
};

} // namespace

QString kindTitle(NodeKind kind)
{
    switch (kind) {
    case NodeKind::OnPremises:
        return KindWords::tr("On-premises client");
    case NodeKind::CloudApi:
        return KindWords::tr("WhatsApp Cloud API");
    case NodeKind::PickyAssist:
        return KindWords::tr("Picky Assist");
    case NodeKind::Waha:
        return KindWords::tr("WAHA");
    case NodeKind::Evolution:
        return KindWords::tr("Evolution API");
    case NodeKind::Gowa:
        return KindWords::tr("GOWA");
    }
    return {};
}

QString kindLine(NodeKind kind)
{
    switch (kind) {
    case NodeKind::OnPremises:
        return KindWords::tr("Your own WhatsApp Business API containers: single, High Availability or MultiConnect.");
    case NodeKind::CloudApi:
        return KindWords::tr("A phone number that Meta hosts, reached through graph.facebook.com.");
    case NodeKind::PickyAssist:
        return KindWords::tr("A project at Picky Assist.");
    case NodeKind::Waha:
        return KindWords::tr("A session of a WAHA server of yours.");
    case NodeKind::Evolution:
        return KindWords::tr("An instance of an Evolution API server of yours.");
    case NodeKind::Gowa:
        return KindWords::tr("A device of a go-whatsapp-web-multidevice server of yours.");
    }
    return {};
}

QString kindVisibilityLine(NodeKind kind)
{
    const KindVisibility visibility = visibilityOf(kind);
    const QString hidden = notVisibleSummary(visibility);
    QStringList always;
    QStringList inGroups;
    for (const EventKind event : kEventKinds) {
        if (visibility.individual[event] == Visibility::BySettings)
            always << eventKindText(event);
        else if (visibility.group[event] == Visibility::BySettings)
            inGroups << eventKindText(event);
    }
    if (hidden.isEmpty() && always.isEmpty() && inGroups.isEmpty())
        return KindWords::tr("All is visible: receive, send, delivery and read, of persons and groups.");
    QStringList parts{KindWords::tr("Visible: receive, send, delivery and read.")};
    if (!hidden.isEmpty())
        parts << hidden.left(1).toUpper() + hidden.mid(1) + u'.';
    if (!always.isEmpty())
        parts << KindWords::tr("Only if it is set up to tell: %1.").arg(joinedList(always));
    if (!inGroups.isEmpty())
        parts << KindWords::tr("In groups only if it is set up to tell: %1.").arg(joinedList(inGroups));
    return joinedSentences(parts);
}

QString addressHint(NodeKind kind)
{
    switch (kind) {
    case NodeKind::OnPremises:
        return QStringLiteral("https://10.0.0.5:9090");
    case NodeKind::CloudApi:
        return QStringLiteral("https://graph.facebook.com");
    case NodeKind::PickyAssist:
        return QStringLiteral("https://pickyassist.com");
    case NodeKind::Waha:
    case NodeKind::Gowa:
        return QStringLiteral("https://10.0.0.5:3000");
    case NodeKind::Evolution:
        return QStringLiteral("https://10.0.0.5:8080");
    }
    return {};
}

QString addressHelp(NodeKind kind)
{
    switch (kind) {
    case NodeKind::CloudApi:
    case NodeKind::PickyAssist:
        return KindWords::tr("Leave it empty for the public one.");
    case NodeKind::OnPremises:
        return KindWords::tr("Of the WebApp, with its port.");
    case NodeKind::Waha:
    case NodeKind::Evolution:
    case NodeKind::Gowa:
        break;
    }
    return KindWords::tr("Of the server, with its port. http:// on this machine only.");
}

QString accountLabel(NodeKind kind)
{
    switch (kind) {
    case NodeKind::OnPremises:
        break;
    case NodeKind::CloudApi:
        return KindWords::tr("P&hone number id");
    case NodeKind::PickyAssist:
        return KindWords::tr("Appl&ication number");
    case NodeKind::Waha:
        return KindWords::tr("S&ession");
    case NodeKind::Evolution:
        return KindWords::tr("&Instance");
    case NodeKind::Gowa:
        return KindWords::tr("D&evice");
    }
    return {};
}

QString accountHint(NodeKind kind)
{
    switch (kind) {
    case NodeKind::OnPremises:
        break;
    case NodeKind::CloudApi:
        return QStringLiteral("106540352242922");
    case NodeKind::PickyAssist:
        return QStringLiteral("10");
    case NodeKind::Waha:
        return QStringLiteral("default");
    case NodeKind::Evolution:
    case NodeKind::Gowa:
        return KindWords::tr("leave it empty to choose after the test");
    }
    return {};
}

bool hasUser(NodeKind kind)
{
    return kind == NodeKind::OnPremises || kind == NodeKind::Gowa;
}

std::vector<Credential> credentialsOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::OnPremises:
        return {{DraftSecret::kPassword, KindWords::tr("Pass&word"), KindWords::tr("Of that user.")},
                {DraftSecret::kApiKey, KindWords::tr("Monitoring &key"),
                 KindWords::tr("WA_API_KEY of the client, used for health and statistics. With it alone the number can "
                               "be watched, but nothing can be switched.")},
                {DraftSecret::kNewPassword, KindWords::tr("New password for the &first login"),
                 KindWords::tr("Only for a client that demands another password at the first login. It is sent once "
                               "and then kept as the password.")}};
    case NodeKind::CloudApi:
        return {{DraftSecret::kApiKey, KindWords::tr("Access to&ken"),
                 KindWords::tr("Of a system user, with whatsapp_business_management.")}};
    case NodeKind::PickyAssist:
        return {{DraftSecret::kApiKey, KindWords::tr("API to&ken"), KindWords::tr("Of the project.")}};
    case NodeKind::Waha:
        return {
            {DraftSecret::kApiKey, KindWords::tr("API &key"), KindWords::tr("A key with the action read is enough.")}};
    case NodeKind::Evolution:
        return {{DraftSecret::kApiKey, KindWords::tr("API &key"),
                 KindWords::tr("The global key, or the token of the instance.")}};
    case NodeKind::Gowa:
        return {{DraftSecret::kPassword, KindWords::tr("Pass&word"), KindWords::tr("Of that user.")}};
    }
    return {};
}

QString webhookAuthText(WebhookAuth auth)
{
    switch (auth) {
    case WebhookAuth::AddressOnly:
        return KindWords::tr("The secret address alone");
    case WebhookAuth::HubSha256:
        return KindWords::tr("Signature X-Hub-Signature-256");
    case WebhookAuth::WahaSha512:
        return KindWords::tr("Signature X-Webhook-Hmac (WAHA)");
    case WebhookAuth::JwtHs256:
        return KindWords::tr("Signed token (Evolution's jwt_key)");
    case WebhookAuth::Bearer:
        return KindWords::tr("Bearer token");
    case WebhookAuth::Basic:
        return KindWords::tr("User and password");
    }
    return {};
}

QString webhookSecretLabel(NodeKind kind, WebhookAuth auth)
{
    switch (auth) {
    case WebhookAuth::AddressOnly:
        break;
    case WebhookAuth::HubSha256:
        return kind == NodeKind::CloudApi ? KindWords::tr("App &secret") : KindWords::tr("Webhook &secret");
    case WebhookAuth::WahaSha512:
        return KindWords::tr("HMAC key of the web&hook");
    case WebhookAuth::JwtHs256:
        return KindWords::tr("Value of &jwt_key");
    case WebhookAuth::Bearer:
        return KindWords::tr("Bearer &token");
    case WebhookAuth::Basic:
        return KindWords::tr("Webhook pass&word");
    }
    return {};
}

QString webhookSecretHelp(NodeKind kind, WebhookAuth auth)
{
    if (auth == WebhookAuth::AddressOnly)
        return {};
    if (kind == NodeKind::CloudApi && auth == WebhookAuth::HubSha256)
        return KindWords::tr("Meta shows it in the app's console, under Settings, Basic. Until it is stored every "
                             "webhook is refused.");
    return KindWords::tr("The same that you enter at the node. Until it is stored every webhook is refused.");
}

} // namespace barograph
