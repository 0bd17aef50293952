// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/waha/probe.h"

#include "nodes/probe_words.h"
#include "text/numbers.h"

namespace barograph {

namespace {

/// 503 is how WAHA says that something is wrong with its server; it is an answer and no refusal.
bool rereadWahaHealth(HttpReply &reply)
{
    if (reply.status != 503 || !parseWahaHealth(reply.body))
        return false;
    reply.fault = ProbeFault::None;
    reply.detail.clear();
    return true;
}

} // namespace

AskedSession::Manner wahaManner()
{
    AskedSession::Manner manner;
    manner.sign = signWithHeader("X-Api-Key");
    return manner;
}

WahaProbe::WahaProbe(NodeIndex index, AskedSession &session, QObject *parent)
    : AskedProbe(index, session, parent)
{
    const AskedPace &pace = session.pace();
    const QString account = session.config().account;
    AskedSession::Call look;
    look.path = QStringLiteral("/api/sessions");
    if (account.isEmpty()) // stopped ones too: that is what should be seen
        look.query.addQueryItem(QStringLiteral("all"), QStringLiteral("true"));
    else
        look.path += u'/' % pathPart(account);
    addQuestion(
        pace.interval, Weight::Essential, asking(look),
        [this, account](const HttpReply &reply, ProbeResult &result) { return digestSession(account, reply, result); });
    addQuestion(pace.slow, Weight::Extra, askingAside(QStringLiteral("/health"), rereadWahaHealth),
                [this](const HttpReply &reply, ProbeResult &) {
                    const auto trouble = parseWahaHealth(reply.body);
                    m_trouble = trouble ? *trouble : QString();
                    return trouble ? QString() : trouble.error();
                });
    addQuestion(pace.slow, Weight::Extra, askingAside(QStringLiteral("/api/server/status")),
                [this](const HttpReply &reply, ProbeResult &) {
                    m_startedAt = parseWahaStart(reply.body);
                    return QString();
                });
    addQuestion(pace.rare, Weight::Extra, askingAside(QStringLiteral("/api/server/version")),
                [this](const HttpReply &reply, ProbeResult &) {
                    const auto version = parseWahaVersion(reply.body);
                    if (!version)
                        return version.error();
                    m_version = *version;
                    return QString();
                });
}

QString WahaProbe::digestSession(const QString &account, const HttpReply &reply, ProbeResult &result) const
{
    auto told = parseWahaSession(reply.body, account);
    if (!told)
        return told.error();
    SessionReport &report = told->report;
    if (report.engine.isEmpty())
        report.engine = m_version.engine;
    report.version = m_version.version;
    report.trouble = m_trouble;
    if (m_startedAt)
        report.serverNote = ProbeWords::tr("running since %1").arg(formatUtc(*m_startedAt));
    result.session = std::move(report);
    result.settings = std::move(told->settings);
    return {};
}

} // namespace barograph
