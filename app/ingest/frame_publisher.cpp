// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/frame_publisher.h"

#include "ingest/ingest_words.h"

namespace barograph {

namespace {

constexpr Seconds kFrameAtLeastEvery{1};
/// A commit that takes longer is reported: requests are waiting for it.
constexpr Seconds kSlowCommit{5};

} // namespace

UtcTime countableUntil(const std::optional<GroupCommit> &commit, UtcTime now)
{
    const auto waiting = commit ? commit->oldestWaiting() : std::nullopt;
    return waiting && *waiting < now ? *waiting : now;
}

void FramePublisher::publishIfDue(UtcTime now)
{
    const auto since = now - m_framedAt;
    if (m_parts.meters.takeChanged() || since >= kFrameAtLeastEvery || since < Millis{0})
        publish(now);
}

void FramePublisher::publish(UtcTime now)
{
    m_framedAt = now;
    const auto until = countableUntil(m_parts.commit, now);
    m_parts.meters.advance(until);
    auto frame = std::make_shared<Frame>();
    frame->sequence = ++m_sequence;
    frame->listener = m_parts.gate.view();
    if (m_parts.listener)
        frame->listener.connections = static_cast<quint32>(m_parts.listener->connectionCount());
    frame->journalError = journalError(now);
    m_parts.meters.fillFrame(*frame, until);
    m_parts.routes.fill(*frame);
    m_parts.refusals.fill(*frame, [this](NodeIndex node) { return m_parts.meters.config(node).id; });
    for (auto &node : frame->nodes)
        node.route.captureUntil = m_parts.capture.until(node.index);
    m_parts.taps.fill(*frame);
    m_parts.mailbox.publish(std::move(frame));
}

QString FramePublisher::journalError(UtcTime now) const
{
    if (!m_parts.openError.isEmpty())
        return m_parts.openError;
    const auto &commit = m_parts.commit;
    if (!commit)
        return {};
    if (!commit->error().isEmpty())
        return commit->error();
    const auto since = commit->committingSince();
    if (since && now - *since >= kSlowCommit)
        return IngestWords::tr(
                   "The disk has not confirmed a write for %1 s; requests are waiting for it. Check the disk "
                   "of %2.")
            .arg(std::chrono::duration_cast<Seconds>(now - *since).count())
            .arg(m_parts.options.journalFolder);
    return {};
}

} // namespace barograph
