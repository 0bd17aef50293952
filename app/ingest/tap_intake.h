// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe_result.h"
#include "frame/frame.h"
#include "ingest/tap_inbox.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

namespace barograph {

/// Takes in what taps bring, without letting webhooks wait for it, and says how the taps are. Lives on the ingest
/// thread, but for the inbox.
class TapIntake
{
public:
    struct Callbacks
    {
        std::function<HookOutcome::Kind(const HookRequest &request)> take;
        /// All that could be taken for now has been.
        std::function<void()> roundEnded;
        /// Nothing can be taken now: what is dropped from now on has to show.
        std::function<void()> blocked;
    };

    TapIntake(boost::asio::io_context &context, Callbacks callbacks);

    /// Where taps put their bodies. Any thread.
    TapInbox &inbox() { return m_inbox; }
    /// Takes what waits in the inbox; to be posted when its offer() says so.
    void drain();
    void apply(const TapNote &note);
    bool isConnected(NodeIndex node) const;
    /// Fills in the taps of the frame's nodes.
    void fill(Frame &frame) const;

    /// Nothing is taken any more but by takeRest().
    void stop();
    /// Nobody sends again what a tap has brought.
    void takeRest();

private:
    TapInbox::Drained take(std::size_t most);

    boost::asio::io_context &m_context;
    Callbacks m_callbacks;
    boost::asio::steady_timer m_retryTimer;
    TapInbox m_inbox;
    std::map<NodeIndex, TapNote> m_notes; ///< of nodes that have a tap
    bool m_stopped = false;
};

} // namespace barograph
