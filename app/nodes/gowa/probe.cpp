// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/gowa/probe.h"

#include "nodes/gowa/probe_answer.h"

namespace barograph {

namespace {

bool rereadGowaHealth(HttpReply &reply)
{
    if (reply.status != 503)
        return false;
    reply.fault = ProbeFault::None;
    reply.detail.clear();
    return true;
}

} // namespace

AskedSession::Manner gowaManner(const NodeConfig &config)
{
    AskedSession::Manner manner;
    manner.secretName = SecretName::kPassword;
    manner.sign = [user = config.userName.toUtf8(), device = config.account.toUtf8()](HttpRequest &request,
                                                                                      const Secret &password) {
        const QByteArray pair = user + ':' + password.reveal();
        request.authorization = "Basic " + pair.toBase64();
        if (!device.isEmpty())
            request.headers.emplace_back("X-Device-Id", device);
    };
    return manner;
}

GowaProbe::GowaProbe(NodeIndex index, AskedSession &session, QObject *parent)
    : AskedProbe(index, session, parent)
    , m_asked(session)
{
    const AskedPace &pace = session.pace();
    const QString account = session.config().account;
    const QString devices = QStringLiteral("/devices");
    const QString device = devices % u'/' % pathPart(account);
    addQuestion(pace.interval, Weight::Essential,
                askForState(account.isEmpty() ? devices : device % QStringLiteral("/status")),
                [this](const HttpReply &reply, ProbeResult &result) {
                    auto report = parseGowaStatus(reply.body);
                    if (!report)
                        return report.error();
                    report->trouble = m_trouble;
                    result.session = std::move(*report);
                    return QString();
                });
    addQuestion(pace.slow, Weight::Extra, askingAside(QStringLiteral("/health"), rereadGowaHealth),
                [this](const HttpReply &reply, ProbeResult &) {
                    m_trouble = parseGowaHealth(reply.status);
                    return QString();
                });
    if (account.isEmpty())
        return;
    addQuestion(pace.slow, Weight::Extra, askingAside(device % QStringLiteral("/webhook")),
                [](const HttpReply &reply, ProbeResult &result) {
                    auto settings = parseGowaWebhook(reply.body);
                    if (!settings)
                        return settings.error();
                    result.settings = std::move(*settings);
                    return QString();
                });
}

QuestionProbe::Send GowaProbe::askForState(const QString &path)
{
    return [this, path](QObject *context, HttpClient::Done done) {
        AskedSession::Call old;
        old.path = QStringLiteral("/app/status");
        if (!m_hasDevices) {
            m_asked.send(old, context, std::move(done));
            return;
        }
        AskedSession::Call call;
        call.path = path;
        m_asked.send(call, context, [this, old, context, done](const HttpReply &reply) {
            if (!isMissingPath(reply.status, reply.body)) {
                done(reply);
                return;
            }
            m_hasDevices = false;
            m_asked.send(old, context, done);
        });
    };
}

} // namespace barograph
