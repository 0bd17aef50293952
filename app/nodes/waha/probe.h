// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/asked/asked_probe.h"
#include "nodes/waha/probe_answer.h"

namespace barograph {

AskedSession::Manner wahaManner();

/// Asks WAHA for one session with its webhooks, for the health of its server, and rarely for its version. A key with
/// the right to read is enough.
class WahaProbe : public AskedProbe
{
    Q_OBJECT

public:
    WahaProbe(NodeIndex index, AskedSession &session, QObject *parent = nullptr);

private:
    QString digestSession(const QString &account, const HttpReply &reply, ProbeResult &result) const;

    // Told by other questions, and shown together with the session.
    WahaVersion m_version;
    QString m_trouble;
    std::optional<UtcTime> m_startedAt;
};

} // namespace barograph
