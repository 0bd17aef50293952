// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/probe_result.h"
#include "incoming/callback_pace.h"

namespace barograph {

/// What polling has told about a node and its outbound queue, and how old that is.
///
/// A reading is stale when three polls were missed, but never before 15 s. A failed poll keeps the last values, stale.
class ProbeReadings
{
public:
    static constexpr Millis kStaleAfter{15'000};
    static constexpr int kMissedPolls = 3;
    /// Settings are asked for rarely, because that needs the admin's token, and change only when somebody does it.
    static constexpr Millis kSettingsStaleAfter{600'000};

    explicit ProbeReadings(const NodeConfig &config);
    void setConfig(const NodeConfig &config);

    void apply(const ProbeResult &result);
    void apply(const QueueResult &result);
    void apply(const PauseNote &note);

    const ProbeState &state() const { return m_state; }
    Reading<HealthReport> health(UtcTime now) const;
    Reading<CallbackSettings> callbacks(UtcTime now) const;
    Reading<qint64> callbackQueueSize(UtcTime now) const;
    /// Callbacks waiting at the node, and messages it has not processed yet where it tells those.
    Reading<qint64> incomingGauges(UtcTime now) const;
    Reading<WebAppReport> webApp(UtcTime now) const;
    /// How the bot's server answers; without its size.
    BotServerView botServer(UtcTime now) const;
    /// Gateways and Picky Assist where they are asked, else notSupported.
    Reading<SessionReport> sessionAsked(UtcTime now) const;
    /// Cloud API where it is asked, else notSupported.
    Reading<AccountReport> account(UtcTime now) const;
    /// Messages that wait at the node to be sent.
    Reading<qint64> pendingOut(UtcTime now) const;
    OutboundView outbound(UtcTime now) const;
    /// All that is shown as it was told. `tellsMembers`: the node's health is a report about each of its members.
    void fill(NodeFrame &frame, bool tellsMembers, UtcTime now) const;
    /// Settings last told, however old.
    std::optional<CallbackSettings> lastCallbacks() const;
    /// How old a sample of the stats may be.
    Millis statsStaleAfter() const { return m_statsStaleAfter; }

private:
    ProbeState m_state;
    Reading<HealthReport> m_health;
    Reading<CallbackSettings> m_callbacks;
    Reading<qint64> m_callbackQueueSize;
    Reading<qint64> m_inMessagesPending;
    Reading<qint64> m_pendingOut;
    Reading<WebAppReport> m_webApp;
    CallbackPace m_callbackPace;
    bool m_tellsCallbackPace = true;
    Reading<SessionReport> m_sessionAsked;
    Reading<AccountReport> m_account;
    OutboundView m_outbound;
    Millis m_healthStaleAfter{kStaleAfter};
    Millis m_statsStaleAfter{kStaleAfter};
    Millis m_askedStaleAfter{kStaleAfter}; ///< by the kind's own rhythm
};

} // namespace barograph
