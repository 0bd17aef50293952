// SPDX-License-Identifier: GPL-3.0-or-later
// Any answer of any node: what comes out is bounded, can be shown, and holds no more than a few digits in a row where
// the node writes sentences. Every refusal is a sentence.

#include "nodes/cloud/probe_answer.h"
#include "nodes/evolution/probe_answer.h"
#include "nodes/gowa/probe_answer.h"
#include "nodes/picky/probe_answer.h"
#include "nodes/waha/probe_answer.h"

#include <cstdlib>

using namespace barograph;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

void requireShowable(const QString &text, qsizetype longest)
{
    require(text.size() <= longest);
    for (const QChar c : text)
        require(c.isPrint());
}

void requireShowable(const SessionReport &report)
{
    requireShowable(report.word, 64);
    requireShowable(report.engine, 64);
    requireShowable(report.why, 400);
}

void requireShowable(const std::vector<SettingSeen> &settings)
{
    require(settings.size() <= 100);
    for (const SettingSeen &setting : settings) {
        requireShowable(setting.key, 64);
        requireShowable(setting.value, 4000);
    }
}

template<typename T> void requireReason(const tl::expected<T, QString> &result)
{
    require(result.has_value() || result.error().endsWith(u'.'));
}

void readCloud(const QByteArray &body)
{
    const auto told = parseCloudAnswer(body);
    requireReason(told);
    if (told) {
        require(told->account.entities.size() <= 32);
        for (const AccountEntity &entity : told->account.entities) {
            requireShowable(entity.type, 64);
            requireShowable(entity.why, 2000);
        }
        requireShowable(told->settings);
    }
    parseTokenEnd(body);
    HttpReply reply;
    reply.status = 400;
    reply.body = body;
    if (rereadGraphError(reply))
        require(reply.fault != ProbeFault::None && reply.detail.endsWith(u'.'));
}

void readGateways(const QByteArray &body)
{
    const QString name = QStringLiteral("a");
    for (const QString &wanted : {QString(), name}) {
        const auto waha = parseWahaSession(body, wanted);
        requireReason(waha);
        if (waha) {
            requireShowable(waha->report);
            requireShowable(waha->settings);
        }
        const auto evolution = parseEvolutionInstances(body, wanted);
        requireReason(evolution);
        if (evolution) {
            SessionReport report = evolutionReport(evolution->state);
            explainDisconnection(report, *evolution);
            requireShowable(report);
        }
    }
    parseWahaVersion(body);
    parseWahaStart(body);
    requireReason(parseWahaHealth(body));
    const auto hook = parseEvolutionWebhook(body);
    requireReason(hook);
    if (hook)
        requireShowable(*hook);
    const auto state = parseEvolutionState(body);
    requireReason(state);
    if (state)
        requireShowable(*state);
    if (const auto metrics = parseEvolutionMetrics("text/plain", body, name))
        require(metrics->up <= metrics->instances);
    requireShowable(parseEvolutionVersion(body), 64);
    const auto device = parseGowaStatus(body);
    requireReason(device);
    if (device)
        requireShowable(*device);
    const auto gowaHook = parseGowaWebhook(body);
    requireReason(gowaHook);
    if (gowaHook)
        requireShowable(*gowaHook);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    readCloud(body);
    readGateways(body);
    const auto picky = parsePickyAnswer(body);
    requireReason(picky);
    if (picky)
        requireShowable(picky->session);
    return 0;
}
