// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_database.h"

#include "nodes/onprem/probe_metrics.h"
#include "nodes/onprem/probe_text.h"
#include "nodes/probe_words.h"

#include <map>

namespace barograph {

tl::expected<std::vector<DatabaseFigure>, QString> parseDatabaseAnswer(const QByteArray &contentType,
                                                                       const QByteArray &body)
{
    constexpr std::size_t kMostFigures = 200;
    constexpr std::string_view kPrefix = "db_";
    const auto samples =
        readMetrics(contentType, body, QStringLiteral("/stats/db"), ProbeWords::tr("The database statistics answer"));
    if (!samples)
        return tl::unexpected(samples.error());
    std::map<std::pair<std::string, std::string>, MetricSum> sums;
    for (const PrometheusSample &sample : *samples) {
        if (sample.name.compare(0, kPrefix.size(), kPrefix) != 0)
            continue;
        const std::pair<std::string, std::string> key{sample.name, std::string(labelOf(sample, "type"))};
        if (sums.size() < kMostFigures || sums.count(key) > 0)
            sums[key].add(sample.value);
    }
    std::vector<DatabaseFigure> figures;
    for (const auto &[key, sum] : sums) {
        if (const auto value = sum.whole()) {
            figures.push_back({printableText(QString::fromStdString(key.first)),
                               printableText(QString::fromStdString(key.second)), *value});
        }
    }
    if (figures.empty()) {
        return tl::unexpected(
            ProbeWords::tr("The node answered without a single figure about its database. In a cluster "
                           "only the primary master has them: try again when one is in charge."));
    }
    return figures;
}

void askDatabase(OnPremSession &session, QObject *context, std::function<void(const DatabaseStats &)> done)
{
    OnPremSession::Call call{HttpVerb::Get,
                             QStringLiteral("/v1/stats/db"),
                             {},
                             OnPremSession::Access::Monitoring,
                             OnPremSession::Urgency::Control,
                             true};
    const UtcTime asked = utcNow();
    session.send(call, context, [id = session.config().id, asked, done = std::move(done)](const HttpReply &reply) {
        DatabaseStats stats;
        stats.nodeId = id;
        stats.askedAt = asked;
        stats.took = std::max(utcNow() - asked, Millis{0});
        if (!reply.ok()) {
            stats.error = reply.detail;
        } else if (auto figures = parseDatabaseAnswer(reply.contentType, reply.body)) {
            stats.figures = std::move(*figures);
        } else {
            stats.error = figures.error();
        }
        done(stats);
    });
}

} // namespace barograph
