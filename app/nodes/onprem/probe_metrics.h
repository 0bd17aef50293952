// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/prometheus_text.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <initializer_list>
#include <optional>
#include <string_view>

namespace barograph {

/// Reads either format that a node may answer GET /metrics and GET /v1/stats/… in, whatever was asked for: Prometheus
/// text, or JSON {METRIC:{"type","help","data":[{"labels","value"}]}} below `pointer`, where a cluster may put
/// "host:containerId" in front of the metrics. Decided by the content type and the first byte. At most 20,000 samples;
/// a JSON value that is no number is NaN. The error is a sentence that begins with `what`. Pure.
tl::expected<std::vector<PrometheusSample>, QString> readMetrics(const QByteArray &contentType, const QByteArray &body,
                                                                 const QString &pointer, const QString &what);

/// Value of a label; empty if there is none.
std::string_view labelOf(const PrometheusSample &sample, std::string_view name);

/// Adds up samples of one metric. What is negative, not finite or in sum beyond 2^53 makes it unknown.
class MetricSum
{
public:
    void add(double value);
    /// False: nothing was added.
    bool isSeen() const { return m_seen; }
    bool isKnown() const;
    std::optional<qint64> whole() const;
    std::optional<double> real() const;

private:
    double m_sum = 0;
    bool m_seen = false;
    bool m_broken = false;
};

} // namespace barograph
