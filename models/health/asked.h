// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reading.h"
#include "health/health.h"
#include "health/session_state.h"
#include "health/told_by_node.h"

#include <optional>

namespace barograph {

/// All that is known about a node other than on-premises, by asking it and by what it sends.
struct AskedView
{
    bool isAsked = false;            ///< there is something to ask it (isAsked())
    Reading<SessionReport> session;  ///< gateways and Picky Assist
    Reading<AccountReport> account;  ///< Cloud API
    std::optional<SessionView> told; ///< by webhook
    ProbeState probe;
    std::optional<UtcTime> lastEvent; ///< the newest webhook that counted, of whichever kind
};

/// So long after a webhook a node that cannot be asked is still taken to be alive.
inline constexpr Millis kWebhooksProveLife{120'000};

/// State of such a node, in this order: what went wrong in asking it, unless its webhooks prove it alive; a blocked or
/// limited account; the newer word about its session, whether asked for or told; trouble of its server. A node that is
/// not asked is judged by what it tells (judgeSession()). Pure.
Judgement judgeAsked(const AskedView &view, UtcTime now);

QString sendPermissionText(SendPermission permission);
/// "Business account" for "WABA"; a type that is not known as it is.
QString entityTypeText(const QString &type);

} // namespace barograph
