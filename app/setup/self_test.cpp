// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/self_test.h"

#include "core/node_traits.h"
#include "listener/auth/route_policy.h"
#include "net/http_client.h"
#include "net/tls_trust.h"
#include "setup/self_test_request.h"
#include "setup/setup_words.h"

#include <QSslCertificate>
#include <QUrlQuery>

namespace barograph {

namespace {

const QByteArray kChallenge = "1158201444";

TlsTrust trustIn(const QByteArray &pem)
{
    TlsTrust trust;
    const auto chain = QSslCertificate::fromData(pem);
    if (!chain.isEmpty())
        trust.pinnedSha256 = fingerprintOf(chain.constFirst());
    return trust;
}

SelfTestResult selfTestOutcome(const SelfTestTask &task, bool ok, const QString &text)
{
    return {task.node.id, ok, text};
}

HttpRequest callbackFor(const SelfTestTask &task, const QUrl &url)
{
    HttpRequest request;
    request.verb = HttpVerb::Post;
    request.url = url;
    request.body = eventlessBody(task.node.kind);
    proveKnowledge(request, task.node.webhook, task.secret, utcNow());
    return request;
}

HttpRequest handshakeFor(const SelfTestTask &task, QUrl url)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("hub.mode"), QStringLiteral("subscribe"));
    query.addQueryItem(QStringLiteral("hub.challenge"), QString::fromLatin1(kChallenge));
    query.addQueryItem(QStringLiteral("hub.verify_token"), task.verifyToken);
    url.setQuery(query);
    HttpRequest request;
    request.url = url;
    return request;
}

} // namespace

SelfTestResult judgeSelfTest(const SelfTestTask &task, const HttpReply &reply)
{
    const bool guarded = needsSecret(task.node.webhook.auth);
    switch (reply.status) {
    case 200:
        return selfTestOutcome(
            task, true,
            guarded ? SetupWords::tr("A test callback went in over the real address with the proof that this "
                                     "route asks for, and was acknowledged. Nothing was counted by it.")
                    : SetupWords::tr("A test callback went in over the real address and was acknowledged. "
                                     "Nothing was counted by it."));
    case 401:
        return selfTestOutcome(
            task, false,
            task.secret.isEmpty()
                ? SetupWords::tr("The listener turned the test away (401), as it will the node's callbacks: "
                                 "this route asks for a proof, and no webhook secret is stored. Enter it.")
                : SetupWords::tr("The listener turned the test away (401): the stored webhook secret is not "
                                 "the one it compares with. Enter it again."));
    case 403:
        return selfTestOutcome(
            task, true,
            task.node.webhook.clientName.isEmpty()
                ? SetupWords::tr("The listener answers, and turned the test away because this machine is not "
                                 "among the allowed addresses. Whether the node gets through shows with its "
                                 "first event.")
                : SetupWords::tr("The listener answers, and turned the test away because only a client with "
                                 "the right certificate may send here. Whether the node gets through shows "
                                 "with its first event."));
    case 404:
        return selfTestOutcome(
            task, false,
            SetupWords::tr("There is no such address at what answers on that port (404). Another program may "
                           "have taken it, or the node was removed just now."));
    case 503:
        return selfTestOutcome(
            task, false,
            SetupWords::tr("The listener is there but takes nothing at present (503): the secrets are locked, "
                           "or the disk cannot be written. The banner says which."));
    default:
        break;
    }
    if (reply.status == 0)
        return selfTestOutcome(task, false,
                               SetupWords::tr("Barograph's own listener could not be reached: %1").arg(reply.detail));
    return selfTestOutcome(
        task, false,
        SetupWords::tr("The listener answered HTTP %1, which it should not. Another program may have taken "
                       "its port.")
            .arg(reply.status));
}

void runSelfTest(const SelfTestTask &task, QObject *context, const std::function<void(const SelfTestResult &)> &done)
{
    if (task.url.isEmpty()) {
        QMetaObject::invokeMethod(
            context,
            [task, done] {
                done(selfTestOutcome(
                    task, false,
                    SetupWords::tr("The webhook listener does not listen at present. The banner says why.")));
            },
            Qt::QueuedConnection);
        return;
    }
    const QUrl url = reachedFromHere(QUrl(task.url), task.listenAddress);
    auto *client = new HttpClient(trustIn(task.certificatePem), {}, context);
    const auto sendCallback = [task, url, client, context, done] {
        client->send(callbackFor(task, url), context, [task, client, done](const HttpReply &reply) {
            client->deleteLater();
            done(judgeSelfTest(task, reply));
        });
    };
    if (!asksForHandshake(task.node.kind)) {
        sendCallback();
        return;
    }
    client->send(handshakeFor(task, url), context, [task, client, sendCallback, done](const HttpReply &reply) {
        // Without an answer, or turned away for where it comes from: the callback says why.
        if (reply.status == 0 || reply.status == 403 || (reply.status == 200 && reply.body == kChallenge)) {
            sendCallback();
            return;
        }
        client->deleteLater();
        done(selfTestOutcome(
            task, false,
            SetupWords::tr("The handshake with which Meta makes sure of an address was answered HTTP %1 and not "
                           "with its challenge. Another program may have taken the port.")
                .arg(reply.status)));
    });
}

} // namespace barograph
