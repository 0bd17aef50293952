// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/told_by_node.h"

#include <tl/expected.hpp>

namespace barograph {

// Answers of go-whatsapp-web-multidevice. Source: its docs/openapi.yaml. Pure; errors are sentences.

/// Reads {"code","results":…} of GET /devices/{id}/status, /app/status ({"is_connected","is_logged_in"}) and /devices
/// ([{"id","state":"disconnected|connecting|connected|logged_in"}]), from which the only one is taken. Numbers, names
/// and ids are not kept.
tl::expected<SessionReport, QString> parseGowaStatus(const QByteArray &body);

/// GET /devices/{id}/webhook: {"webhook_url","webhook_secret","webhook_events","webhook_insecure_skip_verify"}, bare or
/// inside "results". The secret comes in clear: nothing of it is kept.
tl::expected<std::vector<SettingSeen>, QString> parseGowaWebhook(const QByteArray &body);

/// GET /health is a word of text. Empty: all is well.
QString parseGowaHealth(int status);

/// A 404 without GOWA's JSON is its router's: this version has no such path.
bool isMissingPath(int status, const QByteArray &body);

} // namespace barograph
