// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame_mailbox.h"
#include "ingest/group_commit.h"
#include "ingest/ingest_options.h"
#include "ingest/listener_gate.h"
#include "ingest/refusal_book.h"
#include "ingest/route_register.h"
#include "ingest/tap_intake.h"

namespace barograph {

/// Up to when meters may close seconds: no event of an earlier time is on its way to the disk any more. No commit:
/// there is none.
UtcTime countableUntil(const std::optional<GroupCommit> &commit, UtcTime now);

/// Puts together what the ingest thread has to show, and publishes it. Lives on the ingest thread.
class FramePublisher
{
public:
    /// All of them outlive it.
    struct Parts
    {
        const IngestOptions &options;
        MeterBank &meters;
        const ListenerGate &gate;
        const std::optional<Listener> &listener;
        const std::optional<GroupCommit> &commit;
        const QString &openError; ///< the journal or the key could not be opened
        const RouteRegister &routes;
        const RefusalBook &refusals;
        const BodyCapture &capture;
        const TapIntake &taps;
        FrameMailbox &mailbox;
    };

    explicit FramePublisher(const Parts &parts)
        : m_parts(parts)
    {}

    void publish(UtcTime now);
    /// When something has changed, and at least once a second.
    void publishIfDue(UtcTime now);

private:
    QString journalError(UtcTime now) const;

    Parts m_parts;
    UtcTime m_framedAt{};
    quint64 m_sequence = 0;
};

} // namespace barograph
