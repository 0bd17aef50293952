// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_stats.h"

#include "net/json_pointer.h"
#include "net/prometheus_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <string_view>

namespace barograph {

namespace {

/// Adds up samples of the metrics we use.
class StatsSum
{
public:
    void add(std::string_view metric, double value)
    {
        for (Entry &entry : m_entries) {
            if (entry.metric != metric)
                continue;
            const bool usable = std::isfinite(value) && value >= 0;
            entry.broken = entry.broken || !usable;
            entry.sum += usable ? value : 0;
            entry.seen = true;
            return;
        }
    }
    AppStats result() const { return {valueOf(m_entries[0]), valueOf(m_entries[1]), valueOf(m_entries[2])}; }

private:
    struct Entry
    {
        std::string_view metric;
        double sum = 0;
        bool seen = false;
        bool broken = false;
    };

    static std::optional<qint64> valueOf(const Entry &entry)
    {
        constexpr double kLargestExact = 9007199254740992.0; // 2^53
        if (!entry.seen || entry.broken || entry.sum > kLargestExact)
            return std::nullopt;
        return static_cast<qint64>(std::llround(entry.sum));
    }

    std::array<Entry, 3> m_entries{Entry{"out_message_sent_duration_ms_count"}, Entry{"callback_queue_size"},
                                   Entry{"in_messages_pending_processing"}};
};

void addMetric(StatsSum &sum, const QString &name, const QJsonArray &data)
{
    const std::string metric = name.toStdString();
    for (const QJsonValue &sample : data) {
        const QJsonValue value = sample.toObject().value(QLatin1String("value"));
        bool isNumber = value.isDouble();
        const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
        sum.add(metric, isNumber ? number : std::nan(""));
    }
}

void addJson(StatsSum &sum, const QJsonObject &app)
{
    for (auto it = app.begin(); it != app.end(); ++it) {
        const QJsonObject entry = it.value().toObject();
        if (entry.value(QLatin1String("data")).isArray()) {
            addMetric(sum, it.key(), entry.value(QLatin1String("data")).toArray());
            continue;
        }
        // A cluster: the key is a member, its metrics are one level deeper.
        for (auto inner = entry.begin(); inner != entry.end(); ++inner)
            addMetric(sum, inner.key(), inner.value().toObject().value(QLatin1String("data")).toArray());
    }
}

tl::expected<AppStats, QString> parseJsonStats(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonValue app = jsonAt(document.object(), QStringLiteral("/stats/app"));
    if (!app.isObject())
        return tl::unexpected(QStringLiteral("The stats answer holds no stats.app. Check the client's version."));
    StatsSum sum;
    addJson(sum, app.toObject());
    return sum.result();
}

tl::expected<AppStats, QString> parseTextStats(const QByteArray &body)
{
    const PrometheusText text =
        parsePrometheusText(std::string_view(body.constData(), static_cast<std::size_t>(body.size())));
    if (text.samples.empty() && text.rejectedLines > 0) {
        return tl::unexpected(QStringLiteral("The stats answer is neither JSON nor Prometheus text. Check that the "
                                             "address is an on-premises client's."));
    }
    StatsSum sum;
    for (const auto &sample : text.samples)
        sum.add(sample.name, sample.value);
    return sum.result();
}

} // namespace

tl::expected<AppStats, QString> parseStatsAnswer(const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray trimmed = body.trimmed();
    if (trimmed.isEmpty())
        return tl::unexpected(QStringLiteral("The stats answer is empty. Check the client's version."));
    // The documentation shows JSON under format=prometheus too, so the first byte has the last word.
    const bool json = trimmed.startsWith('{') || (contentType.contains("json") && !trimmed.startsWith('#'));
    return json ? parseJsonStats(trimmed) : parseTextStats(body);
}

} // namespace barograph
