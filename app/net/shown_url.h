// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace barograph {

/// "host:port" of a URL, for messages.
QString hostAndPort(const QUrl &url);

/// A URL as it may be shown, logged and put into the audit trail: scheme, host, port and path, but neither user name,
/// password, query nor fragment.
QString shownUrl(const QUrl &url);

/// A webhook address as it may be shown: everything after the first path segment becomes "•••", because that is where
/// the secret of such addresses is ("https://ops.example:8443/hook/•••").
QString shownWebhookUrl(const QUrl &url);

} // namespace barograph
