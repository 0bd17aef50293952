// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

namespace barograph {

/// Reads {"account":{"shards":4}}, the answer of GET /v1/account/shards: 1 (High Availability) to 32. Source: WhatsApp
/// Business API reference, "MultiConnect". The error is a sentence. Pure.
tl::expected<int, QString> parseShardsAnswer(const QByteArray &body);

} // namespace barograph
