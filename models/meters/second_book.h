// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_feed.h"
#include "frame/frame.h"
#include "meters/rate_windows.h"
#include "meters/second_clock.h"
#include "meters/second_ring.h"
#include "meters/send_account.h"
#include "meters/send_spreader.h"

#include <functional>

namespace barograph {

/// What the counts of one node's seconds rest on at present.
struct CountSources
{
    CallbackSettings callbacks{true, true, true};
    SendSource sends = SendSource::Unknown;
    std::optional<UtcTime> sendsMeasuredAt; ///< by the stats counter
    Millis statsStaleAfter{};
};

/// One node's seconds: counts into the open one, closes one after the other as
/// time moves on, and says for which kinds each is a measurement. How time is
/// taken and which seconds are known: see NodeMeter. Pure, fixed memory; lives
/// on the ingest thread.
class SecondBook
{
public:
    struct Closed
    {
        UtcSecond second{};
        SecondSample sample;
        quint32 redelivered = 0;
        quint32 apart = 0;
        quint32 ofStorms = 0; ///< receipts that belong to a storm
        bool isWhole = false; ///< its events reached us from start to end
    };
    using OnClose = std::function<void(const Closed &closed)>;

    const SecondClock &clock() const { return m_clock; }
    EventFeed feed() const { return m_feed; }
    /// What happens at the node reaches us.
    bool isFed() const { return m_feed == EventFeed::Tap || (m_feed == EventFeed::Listener && m_listening); }
    /// Events reach us, and by a clock that can be trusted now.
    bool isHeard(UtcTime now) const { return isFed() && m_clock.isStarted() && !m_clock.isBehind(now); }

    /// What nearly every event finds: `time` lies in the open second. False:
    /// moveOn() has to be called.
    bool staysAt(UtcTime time)
    {
        if (m_clock.classify(time) != ClockStep::Same)
            return false;
        m_open.partial = m_open.partial || m_clock.isBehind(time);
        m_clock.moveTo(time);
        return true;
    }
    /// Closes what lies before `time`. Returns how it did that: after a restart
    /// nothing seen before can be compared with what comes.
    ClockStep moveOn(UtcTime time, const CountSources &sources, const OnClose &onClose);

    void count(EventKind kind) { ++m_ring.open().counts[kind]; }
    void countRedelivered() { ++m_open.redelivered; }
    void countApart() { ++m_open.apart; }
    void countOfStorm() { ++m_open.ofStorms; }
    /// Hands them out over the seconds that follow where the time is known in
    /// which they were sent.
    void addSends(const SendAccount::Growth &growth);
    /// After having moved to `at`.
    void setListening(bool listening, UtcTime at);
    /// After having moved to `at`.
    void setFeed(EventFeed feed, UtcTime at);

    /// The newest ten minutes with the open second. The same object while nothing
    /// changed.
    std::shared_ptr<const SecondSeries> shown(UtcTime now, const CountSources &sources);
    WindowRates rates(qint64 seconds) const { return ratesOver(m_ring, seconds); }

private:
    /// What is known about the open second beside its counts.
    struct Open
    {
        quint32 redelivered = 0;
        quint32 apart = 0;
        quint32 ofStorms = 0;
        bool partial = false;         ///< not listened to from start to end, or not one second long
        bool lackedTap = false;       ///< for some of it the node had only a tap, which was not connected
        bool sendsUnmeasured = false; ///< holds sends of a longer or unknown time
        bool spreadTaken = false;     ///< has had its share of the counter's growth
    };

    void closeOpen(const CountSources &sources, const OnClose &onClose);
    void openSecond(UtcSecond second);
    void bookSpread();
    void describe(SecondSample &sample, const CountSources &sources) const;

    SecondClock m_clock;
    SecondRing m_ring;
    Open m_open;
    bool m_listening = false;
    EventFeed m_feed = EventFeed::Listener;
    SendSpreader m_spreader;
    std::shared_ptr<const SecondSeries> m_shown;
};

} // namespace barograph
