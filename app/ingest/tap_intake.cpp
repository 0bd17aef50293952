// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/tap_intake.h"

#include <boost/asio/post.hpp>

#include <limits>

namespace barograph {

namespace {

/// Webhooks are not to wait for more than this many bodies of taps.
constexpr std::size_t kTapBodiesAtOnce = 64;
constexpr Millis kTapRetryInterval{100};

} // namespace

TapIntake::TapIntake(boost::asio::io_context &context, Callbacks callbacks)
    : m_context(context)
    , m_callbacks(std::move(callbacks))
    , m_retryTimer(context)
{}

void TapIntake::apply(const TapNote &note)
{
    if (note.state == TapView::Off)
        m_notes.erase(note.node);
    else
        m_notes[note.node] = note;
}

bool TapIntake::isConnected(NodeIndex node) const
{
    const auto note = m_notes.find(node);
    return note != m_notes.end() && note->second.state == TapView::Connected;
}

TapInbox::Drained TapIntake::take(std::size_t most)
{
    const auto drained = m_inbox.drain(m_callbacks.take, most);
    m_callbacks.roundEnded();
    return drained;
}

void TapIntake::drain()
{
    if (m_stopped)
        return;
    switch (take(kTapBodiesAtOnce)) {
    case TapInbox::Drained::Empty:
        return;
    case TapInbox::Drained::More:
        boost::asio::post(m_context, [this] { drain(); });
        return;
    case TapInbox::Drained::Blocked:
        m_callbacks.blocked();
        m_retryTimer.expires_after(kTapRetryInterval);
        m_retryTimer.async_wait([this](const boost::system::error_code &error) {
            if (!error)
                drain();
        });
        return;
    }
}

void TapIntake::stop()
{
    m_stopped = true;
    m_retryTimer.cancel();
}

void TapIntake::takeRest()
{
    take(std::numeric_limits<std::size_t>::max());
}

void TapIntake::fill(Frame &frame) const
{
    for (auto &node : frame.nodes) {
        const auto note = m_notes.find(node.index);
        if (note == m_notes.end())
            continue;
        const auto counts = m_inbox.counts(node.index);
        node.tap = TapView{note->second.state, note->second.detail, note->second.since,
                           counts.frames,      counts.dropped,      counts.unreadable};
    }
}

} // namespace barograph
