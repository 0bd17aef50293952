// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace barograph {

/// Why a WebSocket was closed by its close code (RFC 6455, 7.4.1), in our words: the server's own are not repeated.
QString tapCloseText(const QString &host, const QString &nodeId, int closeCode);

/// Why it could not be opened or broke. `reason` is Qt's own sentence, out of which an HTTP status is read.
QString tapErrorText(const QString &host, const QString &nodeId, const QString &reason);

} // namespace barograph
