// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QByteArray>

#include <optional>

namespace barograph {

/// The moment that an HTTP date names (RFC 9110 §5.6.7, "Thu, 26 Nov 2026 09:00:00 GMT"). Nothing if it cannot be read.
std::optional<UtcTime> parseHttpDate(const QByteArray &value);

} // namespace barograph
