// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace barograph {

/// Names under which NodeDraft::secrets are kept, as the secret stores know them.
namespace DraftSecret {
inline const QString kPassword = QStringLiteral("password");
inline const QString kNewPassword = QStringLiteral("new-password");
inline const QString kApiKey = QStringLiteral("api-key");
inline const QString kWebhookSecret = QStringLiteral("webhook-secret");
} // namespace DraftSecret

} // namespace barograph
