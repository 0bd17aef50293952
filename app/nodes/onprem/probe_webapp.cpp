// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_webapp.h"

#include "nodes/onprem/probe_metrics.h"
#include "nodes/probe_words.h"

#include <charconv>

namespace barograph {

namespace {

bool isRefusal(std::string_view result)
{
    int status = 0;
    const auto [end, error] = std::from_chars(result.data(), result.data() + result.size(), status);
    return error == std::errc{} && end == result.data() + result.size() && status >= 400;
}

std::optional<quint64> unsignedOf(const MetricSum &sum)
{
    const auto whole = sum.whole();
    return whole ? std::optional(static_cast<quint64>(*whole)) : std::nullopt;
}

} // namespace

tl::expected<WebAppReport, QString> parseWebAppAnswer(const QByteArray &contentType, const QByteArray &body)
{
    const auto samples =
        readMetrics(contentType, body, QStringLiteral("/metrics"), ProbeWords::tr("The WebApp's metrics answer"));
    if (!samples)
        return tl::unexpected(samples.error());
    MetricSum queue;
    MetricSum sends;
    MetricSum refused;
    bool countsRequests = false;
    for (const PrometheusSample &sample : *samples) {
        if (sample.name == "web_queue_len")
            queue.add(sample.value);
        if (sample.name != "api_requests_duration_ms_count")
            continue;
        countsRequests = true;
        if (labelOf(sample, "method") != "POST_v1_messages")
            continue;
        sends.add(sample.value);
        if (isRefusal(labelOf(sample, "result")))
            refused.add(sample.value);
    }
    WebAppReport report;
    report.queueLength = queue.whole();
    // Requests are counted from the first one on: as long as there is none, there is no sample.
    if (countsRequests) {
        report.sendRequests = sends.isSeen() ? unsignedOf(sends) : 0;
        report.refusedRequests = refused.isSeen() ? unsignedOf(refused) : 0;
    }
    return report;
}

} // namespace barograph
