// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/health.h"

#include <QByteArray>

#include <tl/expected.hpp>

namespace barograph {

/// Reads the answer of GET /v1/health: {"health":{"gateway_status":"connected"}} of a single container, or a map of
/// "host:containerId" to {"gateway_status","role"} in High Availability and MultiConnect. Which one it is shows by
/// whether health.gateway_status is a text. Source: WhatsApp Business API reference, "Health".
/// Members are sorted by name, at most 256 of them. The error is a sentence. Pure.
tl::expected<HealthReport, QString> parseHealthAnswer(const QByteArray &body);

} // namespace barograph
