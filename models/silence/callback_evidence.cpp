// SPDX-License-Identifier: GPL-3.0-or-later
#include "silence/callback_evidence.h"

#include <algorithm>

namespace barograph {

namespace {

/// Of a cluster, one member's counter may be missing in one answer and be back in the next.
constexpr int kSettlingSamples = 2;
constexpr int kPromptFrom = 3;
constexpr double kPromptShare = 0.8;
/// Once copies were seen to come late, it takes so many good samples to believe in prompt ones again.
constexpr int kAfterLateCopies = -20;
/// A silence that was already evident and ends within this: the copies were only late.
constexpr Seconds kLateAtMost{10};
/// Far beyond what any client reaches (350 messages a second): a counter came back, nothing was made.
constexpr double kMostPerSecond = 3'000;

} // namespace

void CallbackEvidence::restart()
{
    m_base.reset();
    m_last.reset();
    m_evidentSince.reset();
    m_wasEvidentSince.reset();
    m_promptSamples = 0;
    m_settling = 0;
}

void CallbackEvidence::arrived()
{
    ++m_arrivals;
    m_evidentSince.reset();
}

void CallbackEvidence::begin(const Sample &sample)
{
    m_base = sample;
    m_last = sample;
    m_evidentSince.reset();
}

void CallbackEvidence::apply(const ProbeResult &result, UtcTime at, bool sentStatuses)
{
    Sample sample{at, 0, 0, m_arrivals};
    auto source = Source::None;
    if (result.callbackCounters) {
        source = Source::Callbacks;
        sample.made = result.callbackCounters->succeeded + result.callbackCounters->failed;
        sample.failed = result.callbackCounters->failed;
    } else if (result.messagesSentCounter && sentStatuses && m_source != Source::Callbacks) {
        source = Source::SentMessages;
        sample.made = *result.messagesSentCounter;
    } else {
        return;
    }
    if (source != m_source || !m_last || sample.made < m_last->made || sample.failed < m_last->failed) {
        m_settling = m_source == source && m_last ? kSettlingSamples : 0;
        m_source = source;
        m_promptSamples = 0;
        begin(sample);
        return;
    }
    if (m_settling > 0) {
        --m_settling;
        begin(sample);
        return;
    }
    const auto grown = sample.made - m_last->made;
    const auto came = sample.arrivals - m_last->arrivals;
    const double seconds = std::max(1.0, static_cast<double>((at - m_last->at).count()) / 1000);
    if (static_cast<double>(grown) > kMostPerSecond * seconds) {
        begin(sample);
        return;
    }
    if (came > 0) {
        if (m_wasEvidentSince && at - *m_wasEvidentSince <= kLateAtMost)
            m_promptSamples = kAfterLateCopies;
        else if (grown > 0 && static_cast<double>(came) >= kPromptShare * static_cast<double>(grown))
            m_promptSamples = std::min(m_promptSamples + 1, kPromptFrom);
        m_wasEvidentSince.reset();
        begin(sample);
        return;
    }
    m_last = sample;
    if (!m_evidentSince && sample.made - m_base->made >= kEnough) {
        m_evidentSince = at;
        m_wasEvidentSince = at;
    }
}

std::optional<SilenceView::Proof> CallbackEvidence::proof(UtcTime now) const
{
    if (!m_evidentSince || !m_base || !m_last)
        return std::nullopt;
    if (m_promptSamples < kPromptFrom && now - *m_evidentSince < kWaitForLateCopies)
        return std::nullopt;
    SilenceView::Proof proof;
    proof.since = m_base->at;
    proof.made = m_last->made - m_base->made;
    proof.failed = m_last->failed - m_base->failed;
    proof.ofSentMessages = m_source == Source::SentMessages;
    return proof;
}

} // namespace barograph
