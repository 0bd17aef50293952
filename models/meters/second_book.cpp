// SPDX-License-Identifier: GPL-3.0-or-later
#include "meters/second_book.h"

namespace barograph {

namespace {

constexpr qint64 kShownSeconds = 600;

} // namespace

ClockStep SecondBook::moveOn(UtcTime time, const CountSources &sources, const OnClose &onClose)
{
    const auto step = m_clock.classify(time);
    const auto target = secondOf(time);
    switch (step) {
    case ClockStep::Start:
        m_ring.restart(target);
        break;
    case ClockStep::Same:
        m_open.partial = m_open.partial || m_clock.isBehind(time);
        break;
    case ClockStep::Forward:
        while (m_ring.newest() < target) {
            closeOpen(sources, onClose);
            openSecond(m_ring.newest() + Seconds{1});
        }
        break;
    case ClockStep::Jump:
        m_open.partial = true;
        closeOpen(sources, onClose);
        openSecond(target);
        break;
    case ClockStep::Restart:
        m_open.partial = true;
        closeOpen(sources, onClose);
        m_ring.restart(target);
        break;
    }
    if (step != ClockStep::Same && step != ClockStep::Forward)
        m_open.partial = UtcTime{target} != time;
    m_clock.moveTo(time);
    return step;
}

void SecondBook::closeOpen(const CountSources &sources, const OnClose &onClose)
{
    auto &sample = m_ring.open();
    describe(sample, sources);
    const bool isWhole = isFed() && !m_open.partial && !m_open.lackedTap;
    onClose({m_ring.newest(), sample, m_open.redelivered, m_open.apart, m_open.ofStorms, isWhole});
    m_open = {};
    m_open.lackedTap = m_feed == EventFeed::None;
}

void SecondBook::openSecond(UtcSecond second)
{
    m_ring.openNext(second);
    if (m_spreader.waiting() > 0)
        bookSpread();
}

void SecondBook::bookSpread()
{
    m_ring.open().counts[EventKind::Send] += m_spreader.takeForOneSecond();
    m_open.spreadTaken = true;
}

void SecondBook::addSends(const SendAccount::Growth &growth)
{
    m_open.sendsUnmeasured = m_open.sendsUnmeasured || growth.unexplained;
    if (growth.sends == 0)
        return;
    m_spreader.add(growth.sends, growth.span);
    if (growth.span.count() > 0) {
        if (!m_open.spreadTaken)
            bookSpread();
        return;
    }
    m_open.sendsUnmeasured = true;
    m_spreader.flushInto(m_ring.open().counts[EventKind::Send]);
}

void SecondBook::setListening(bool listening, UtcTime at)
{
    if (listening == m_listening)
        return;
    // A tap goes on by itself.
    if (m_feed != EventFeed::Tap)
        m_open.partial = m_open.partial || UtcTime{m_clock.open()} != at;
    m_listening = listening;
}

void SecondBook::setFeed(EventFeed feed, UtcTime at)
{
    if (feed == m_feed)
        return;
    const bool wasFed = isFed();
    const bool wholeSecond = UtcTime{m_clock.open()} == at;
    m_feed = feed;
    m_open.lackedTap = feed == EventFeed::None || (m_open.lackedTap && !wholeSecond);
    if (wasFed != isFed() && !wholeSecond && !m_open.lackedTap)
        m_open.partial = true;
}

/// Says for which kinds the open second, as it stands, is a measurement.
void SecondBook::describe(SecondSample &sample, const CountSources &sources) const
{
    sample.knownMask = 0;
    sample.notMeasuredMask = 0;
    if (m_open.partial)
        return;
    if (m_open.lackedTap) {
        // Without a listener nobody can say what would have come, tap or not.
        sample.notMeasuredMask = m_listening ? kAllKindsMask : quint8{0};
        return;
    }
    if (!isFed())
        return;
    const auto receipts = [&sample](EventKind kind, bool on) {
        auto &mask = on ? sample.knownMask : sample.notMeasuredMask;
        mask = static_cast<quint8>(mask | SecondSample::bit(kind));
    };
    receipts(EventKind::Receive, true);
    receipts(EventKind::Delivery, sources.callbacks.delivered);
    receipts(EventKind::Read, sources.callbacks.read);

    bool sendKnown = sources.sends == SendSource::SentStatuses;
    if (sources.sends == SendSource::StatsCounter && sources.sendsMeasuredAt)
        sendKnown = m_ring.newest() - *sources.sendsMeasuredAt <= sources.statsStaleAfter;
    if (sendKnown && !m_open.sendsUnmeasured)
        receipts(EventKind::Send, true);
}

std::shared_ptr<const SecondSeries> SecondBook::shown(UtcTime now, const CountSources &sources)
{
    if (!m_clock.isStarted()) {
        const auto first = secondOf(now) - Seconds{kShownSeconds};
        return std::make_shared<const SecondSeries>(
            SecondSeries{first, std::vector<SecondSample>(static_cast<std::size_t>(kShownSeconds) + 1)});
    }
    // Closed seconds never change, so only the open one can differ from what was
    // shared last.
    auto sample = m_ring.open();
    describe(sample, sources);
    if (!m_shown || m_shown->end() != m_ring.newest() + Seconds{1} || m_shown->samples.back() != sample)
        m_shown = std::make_shared<const SecondSeries>(m_ring.tail(kShownSeconds, sample));
    return m_shown;
}

} // namespace barograph
