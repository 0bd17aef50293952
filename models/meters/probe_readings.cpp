// SPDX-License-Identifier: GPL-3.0-or-later
#include "meters/probe_readings.h"

#include "core/node_traits.h"

#include <algorithm>

namespace barograph {

namespace {

template<typename T> Reading<T> aged(const Reading<T> &reading, UtcTime now, Millis staleAfter)
{
    return reading.hasValue() && now - reading.takenAt() > staleAfter ? reading.asStale() : reading;
}

/// A value that came stays fresh; one that did not come in a failed round goes stale.
template<typename T> void take(Reading<T> &reading, const std::optional<T> &value, UtcTime at, ProbeFault fault)
{
    if (value)
        reading = Reading<T>::measured(*value, at);
    else if (fault != ProbeFault::None)
        reading = reading.asStale();
}

/// A reading that cannot come any more, or can come now, begins anew.
template<typename T> void support(Reading<T> &reading, bool supported)
{
    if (!supported)
        reading = Reading<T>::notSupported();
    else if (reading.truth() == Truth::NotSupported)
        reading = {};
}

} // namespace

ProbeReadings::ProbeReadings(const NodeConfig &config)
{
    setConfig(config);
    if (config.kind != NodeKind::OnPremises) {
        m_callbacks = Reading<CallbackSettings>::notSupported();
        m_callbackQueueSize = Reading<qint64>::notSupported();
        m_inMessagesPending = Reading<qint64>::notSupported();
        m_webApp = Reading<WebAppReport>::notSupported();
        m_tellsCallbackPace = false;
    }
}

void ProbeReadings::setConfig(const NodeConfig &config)
{
    m_healthStaleAfter = std::max(kStaleAfter, Millis{config.healthIntervalMs} * kMissedPolls);
    m_statsStaleAfter = std::max(kStaleAfter, Millis{config.statsIntervalMs} * kMissedPolls);
    m_askedStaleAfter = std::max(kStaleAfter, askedEvery(config) * kMissedPolls);
    support(m_sessionAsked, isAsked(config) && tellsSession(config.kind));
    support(m_account, isAsked(config) && config.kind == NodeKind::CloudApi);
    // Whether an on-premises client has the gauge depends on its version; of the others only Picky Assist has one.
    support(m_pendingOut,
            isAsked(config) && (config.kind == NodeKind::OnPremises || config.kind == NodeKind::PickyAssist));

    const bool configured = config.outboundQueue.has_value();
    const auto name = configured ? config.outboundQueue->name : QString();
    if (m_outbound.configured == configured && m_outbound.name == name)
        return;
    m_outbound = {};
    m_outbound.configured = configured;
    m_outbound.name = name;
}

void ProbeReadings::apply(const ProbeResult &result)
{
    const auto lastSuccess = m_state.lastSuccess;
    m_state = result.state;
    if (!m_state.lastSuccess)
        m_state.lastSuccess = lastSuccess;
    take(m_health, result.health, result.at, result.state.fault);
    take(m_callbacks, result.callbacks, result.at, result.state.fault);
    take(m_callbackQueueSize, result.callbackQueueSize, result.at, result.state.fault);
    take(m_inMessagesPending, result.inMessagesPending, result.at, result.state.fault);
    take(m_pendingOut, result.pendingOut, result.at, result.state.fault);
    take(m_webApp, result.webApp, result.at, result.state.fault);
    if (result.callbackCounters)
        m_callbackPace.add(*result.callbackCounters, result.at);
    take(m_sessionAsked, result.session, result.at, result.state.fault);
    take(m_account, result.account, result.at, result.state.fault);
}

void ProbeReadings::apply(const QueueResult &result)
{
    if (result.error.isEmpty()) {
        m_outbound.depthMessages = result.depthMessages;
        m_outbound.oldestAge = result.oldestAge;
        m_outbound.paused = result.paused;
    } else {
        m_outbound.depthMessages = m_outbound.depthMessages.asStale();
        m_outbound.oldestAge = m_outbound.oldestAge.asStale();
        m_outbound.paused = m_outbound.paused.asStale();
    }
}

void ProbeReadings::apply(const PauseNote &note)
{
    m_outbound.pausedWhy = note.paused ? note.why : QString();
    m_outbound.pausedSince = note.paused ? note.since : std::nullopt;
    m_outbound.resumesAt = note.paused ? note.resumesAt : std::nullopt;
}

Reading<HealthReport> ProbeReadings::health(UtcTime now) const
{
    return aged(m_health, now, m_healthStaleAfter);
}

Reading<CallbackSettings> ProbeReadings::callbacks(UtcTime now) const
{
    return aged(m_callbacks, now, kSettingsStaleAfter);
}

Reading<qint64> ProbeReadings::callbackQueueSize(UtcTime now) const
{
    return aged(m_callbackQueueSize, now, m_statsStaleAfter);
}

Reading<qint64> ProbeReadings::incomingGauges(UtcTime now) const
{
    const auto callbacks = callbackQueueSize(now);
    const auto unprocessed = aged(m_inMessagesPending, now, m_statsStaleAfter);
    if (!callbacks.hasValue() || unprocessed.truth() != Truth::Measured)
        return callbacks;
    const auto both = Reading<qint64>::measured(callbacks.value() + unprocessed.value(), callbacks.takenAt());
    return callbacks.truth() == Truth::Stale ? both.asStale() : both;
}

Reading<SessionReport> ProbeReadings::sessionAsked(UtcTime now) const
{
    return aged(m_sessionAsked, now, m_askedStaleAfter);
}

Reading<AccountReport> ProbeReadings::account(UtcTime now) const
{
    return aged(m_account, now, m_askedStaleAfter);
}

Reading<qint64> ProbeReadings::pendingOut(UtcTime now) const
{
    return aged(m_pendingOut, now, std::max({m_askedStaleAfter, m_statsStaleAfter, m_healthStaleAfter}));
}

Reading<WebAppReport> ProbeReadings::webApp(UtcTime now) const
{
    return aged(m_webApp, now, std::max(m_statsStaleAfter, m_healthStaleAfter));
}

BotServerView ProbeReadings::botServer(UtcTime now) const
{
    BotServerView view;
    if (m_tellsCallbackPace) {
        m_callbackPace.describe(view, now, m_statsStaleAfter);
        return view;
    }
    view.latency = Reading<Millis>::notSupported();
    view.failedShare = Reading<double>::notSupported();
    view.perSecond = Reading<double>::notSupported();
    return view;
}

OutboundView ProbeReadings::outbound(UtcTime now) const
{
    auto view = m_outbound;
    view.depthMessages = aged(m_outbound.depthMessages, now, m_statsStaleAfter);
    view.oldestAge = aged(m_outbound.oldestAge, now, m_statsStaleAfter);
    view.paused = aged(m_outbound.paused, now, m_statsStaleAfter);
    return view;
}

std::optional<CallbackSettings> ProbeReadings::lastCallbacks() const
{
    return m_callbacks.hasValue() ? std::optional(m_callbacks.value()) : std::nullopt;
}

void ProbeReadings::fill(NodeFrame &frame, bool tellsMembers, UtcTime now) const
{
    frame.probe = m_state;
    frame.health = tellsMembers ? health(now) : Reading<HealthReport>::notSupported();
    frame.sessionAsked = sessionAsked(now);
    frame.account = account(now);
    frame.callbacks = callbacks(now);
    frame.callbackQueueSize = callbackQueueSize(now);
    frame.outbound = outbound(now);
    frame.webApp = webApp(now);
}

} // namespace barograph
