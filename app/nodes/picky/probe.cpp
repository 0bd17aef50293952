// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/picky/probe.h"

#include "nodes/picky/probe_answer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace barograph {

namespace {

/// "WhatsApp web automation", the one that the status call is documented with.
constexpr int kWebAutomation = 10;

QString digestPicky(const HttpReply &reply, ProbeResult &result)
{
    auto told = parsePickyAnswer(reply.body);
    if (!told)
        return told.error();
    result.session = std::move(told->session);
    result.pendingOut = told->pendingOut;
    return {};
}

} // namespace

AskedSession::Manner pickyManner(const NodeConfig &config)
{
    bool isNumber = false;
    const int number = config.account.toInt(&isNumber);
    const int application = isNumber ? number : kWebAutomation;
    AskedSession::Manner manner;
    manner.address = QUrl(QStringLiteral("https://pickyassist.com"));
    // Picky Assist has no header for it: the token is a field of the body, which is never logged nor shown.
    manner.sign = [application](HttpRequest &request, const Secret &token) {
        const QJsonObject body{{QStringLiteral("token"), QString::fromUtf8(token.reveal())},
                               {QStringLiteral("application"), application}};
        request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    };
    return manner;
}

PickyProbe::PickyProbe(NodeIndex index, AskedSession &session, QObject *parent)
    : AskedProbe(index, session, parent)
{
    // V4 has a host of its own, and its paths lack the first part.
    const bool version4 = session.config().baseUrl.host().startsWith(QLatin1String("app."));
    AskedSession::Call status;
    status.verb = HttpVerb::Post;
    status.path = version4 ? QStringLiteral("/api/v2/device-status") : QStringLiteral("/app/api/v2/device-status");
    addQuestion(session.pace().interval, Weight::Essential, asking(status), digestPicky);
}

} // namespace barograph
