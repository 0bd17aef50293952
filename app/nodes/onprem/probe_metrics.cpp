// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_metrics.h"

#include "net/json_pointer.h"
#include "nodes/probe_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace barograph {

namespace {

using Samples = std::vector<PrometheusSample>;

const QString kMetricData = QStringLiteral("data");

void takeJsonSamples(Samples &samples, const QString &name, const QJsonArray &data)
{
    constexpr std::size_t kMostLabels = 64;
    for (const auto &element : data) {
        if (samples.size() == PrometheusLimits{}.maxSamples)
            return;
        const QJsonObject entry = element.toObject();
        PrometheusSample sample;
        sample.name = name.toStdString();
        const QJsonObject labels = entry.value(QLatin1String("labels")).toObject();
        for (auto it = labels.begin(); it != labels.end() && sample.labels.size() < kMostLabels; ++it)
            sample.labels.emplace_back(it.key().toStdString(), it.value().toVariant().toString().toStdString());
        const QJsonValue value = entry.value(QLatin1String("value"));
        bool isNumber = value.isDouble();
        const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
        sample.value = isNumber ? number : std::nan("");
        samples.push_back(std::move(sample));
    }
}

Samples jsonSamples(const QJsonObject &metrics)
{
    Samples samples;
    for (auto it = metrics.begin(); it != metrics.end(); ++it) {
        const QJsonObject entry = it.value().toObject();
        if (entry.value(kMetricData).isArray()) {
            takeJsonSamples(samples, it.key(), entry.value(kMetricData).toArray());
            continue;
        }
        // A cluster: the key is a member, its metrics are one level deeper.
        for (auto inner = entry.begin(); inner != entry.end(); ++inner)
            takeJsonSamples(samples, inner.key(), inner.value().toObject().value(kMetricData).toArray());
    }
    return samples;
}

} // namespace

tl::expected<std::vector<PrometheusSample>, QString> readMetrics(const QByteArray &contentType, const QByteArray &body,
                                                                 const QString &pointer, const QString &what)
{
    const QByteArray trimmed = body.trimmed();
    if (trimmed.isEmpty())
        return tl::unexpected(ProbeWords::tr("%1 is empty. Check the client's version.").arg(what));
    // The documentation shows JSON under format=prometheus too, so the first byte has the last word.
    if (trimmed.startsWith('{') || (contentType.contains("json") && !trimmed.startsWith('#'))) {
        const QJsonValue metrics = jsonAt(QJsonDocument::fromJson(trimmed).object(), pointer);
        if (!metrics.isObject()) {
            return tl::unexpected(ProbeWords::tr("%1 holds no %2. Check the client's version.")
                                      .arg(what, pointer.mid(1).replace(QLatin1Char('/'), QLatin1Char('.'))));
        }
        return jsonSamples(metrics.toObject());
    }
    PrometheusText text =
        parsePrometheusText(std::string_view(body.constData(), static_cast<std::size_t>(body.size())));
    if (text.samples.empty() && text.rejectedLines > 0) {
        return tl::unexpected(ProbeWords::tr("%1 is neither JSON nor Prometheus text. Check that the address is an "
                                             "on-premises client's.")
                                  .arg(what));
    }
    return std::move(text.samples);
}

std::string_view labelOf(const PrometheusSample &sample, std::string_view name)
{
    for (const auto &[key, value] : sample.labels) {
        if (key == name)
            return value;
    }
    return {};
}

void MetricSum::add(double value)
{
    const bool usable = std::isfinite(value) && value >= 0;
    m_broken = m_broken || !usable;
    m_sum += usable ? value : 0;
    m_seen = true;
}

bool MetricSum::isKnown() const
{
    constexpr double kLargestExact = 9007199254740992.0; // 2^53
    return m_seen && !m_broken && m_sum <= kLargestExact;
}

std::optional<qint64> MetricSum::whole() const
{
    return isKnown() ? std::optional(static_cast<qint64>(std::llround(m_sum))) : std::nullopt;
}

std::optional<double> MetricSum::real() const
{
    return isKnown() ? std::optional(m_sum) : std::nullopt;
}

} // namespace barograph
