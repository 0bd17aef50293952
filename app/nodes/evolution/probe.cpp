// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/evolution/probe.h"

#include "nodes/probe_words.h"

namespace barograph {

AskedSession::Manner evolutionManner()
{
    AskedSession::Manner manner;
    manner.sign = signWithHeader("apikey");
    return manner;
}

EvolutionProbe::EvolutionProbe(NodeIndex index, AskedSession &session, QObject *parent)
    : AskedProbe(index, session, parent)
{
    const QString instance = session.config().account;
    if (instance.isEmpty())
        askForOnly(session.pace());
    else
        askForOne(session.pace(), instance);
    askAround(session.pace(), instance);
}

void EvolutionProbe::askForOne(const AskedPace &pace, const QString &instance)
{
    AskedSession::Call state;
    state.path = QStringLiteral("/instance/connectionState/") % pathPart(instance);
    addQuestion(pace.interval, Weight::Essential, asking(state), [this](const HttpReply &reply, ProbeResult &result) {
        auto report = parseEvolutionState(reply.body);
        if (!report)
            return report.error();
        tell(std::move(*report), result);
        return QString();
    });
    AskedSession::Call details;
    details.path = QStringLiteral("/instance/fetchInstances");
    details.query.addQueryItem(QStringLiteral("instanceName"), pathPart(instance));
    details.aside = true;
    addQuestion(pace.slow, Weight::Extra, asking(details), [this, instance](const HttpReply &reply, ProbeResult &) {
        const auto told = parseEvolutionInstances(reply.body, instance);
        if (!told)
            return told.error();
        m_instance = *told;
        return QString();
    });
    addQuestion(pace.slow, Weight::Extra, askingAside(QStringLiteral("/webhook/find/") % pathPart(instance)),
                [](const HttpReply &reply, ProbeResult &result) {
                    auto settings = parseEvolutionWebhook(reply.body);
                    if (!settings)
                        return settings.error();
                    result.settings = std::move(*settings);
                    return QString();
                });
}

void EvolutionProbe::askForOnly(const AskedPace &pace)
{
    AskedSession::Call all;
    all.path = QStringLiteral("/instance/fetchInstances");
    addQuestion(pace.interval, Weight::Essential, asking(all), [this](const HttpReply &reply, ProbeResult &result) {
        const auto told = parseEvolutionInstances(reply.body, {});
        if (!told)
            return told.error();
        m_instance = *told;
        tell(evolutionReport(told->state), result);
        return QString();
    });
}

void EvolutionProbe::askAround(const AskedPace &pace, const QString &instance)
{
    addQuestion(pace.slow, Weight::Extra, askingAside(QStringLiteral("/metrics")),
                [this, instance](const HttpReply &reply, ProbeResult &) {
                    const auto metrics = parseEvolutionMetrics(reply.contentType, reply.body, instance);
                    if (!metrics)
                        return metrics.error();
                    m_metrics = *metrics;
                    return QString();
                });
    addQuestion(pace.rare, Weight::Extra, askingAside(QStringLiteral("/")),
                [this](const HttpReply &reply, ProbeResult &) {
                    m_version = parseEvolutionVersion(reply.body);
                    return QString();
                });
}

void EvolutionProbe::tell(SessionReport report, ProbeResult &result) const
{
    explainDisconnection(report, m_instance);
    report.engine = m_instance.integration;
    report.version = m_version;
    if (m_metrics && m_metrics->instances > 0) {
        report.serverNote =
            ProbeWords::tr("%1 of %n instance(s) are up", nullptr, m_metrics->instances).arg(m_metrics->up);
    }
    result.session = std::move(report);
}

} // namespace barograph
