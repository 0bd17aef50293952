// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/told_by_node.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace barograph {

/// Reads the answer of GET /metrics (JSON below "metrics", or Prometheus text; see readMetrics()): `web_queue_len`, and
/// of `api_requests_duration_ms_count` what sends messages, by HTTP status. The method's name for that is not
/// documented; "POST_v1_messages" follows from those that are. Summed over the WebApps that answered. Source: WhatsApp
/// Business API reference, "Metrics". The error is a sentence. Pure.
tl::expected<WebAppReport, QString> parseWebAppAnswer(const QByteArray &contentType, const QByteArray &body);

} // namespace barograph
