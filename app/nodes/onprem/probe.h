// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/onprem/probe_cluster.h"
#include "nodes/onprem/probe_group_walk.h"
#include "nodes/onprem/probe_session.h"
#include "nodes/question_probe.h"

namespace barograph {

/// How often an on-premises client is asked what, besides health and stats, whose intervals are the node's own.
/// Together with them about one request a second; the client allows 20.
struct OnPremRhythm
{
    Millis webApp{10'000};
    Millis settings{60'000};
    Millis shards{300'000};
    Millis whileChanging{3'000}; ///< until what was answered with 1017 or 1018 is asked again
    Millis group{5'000};         ///< at least this long between two requests about groups
    GroupWalk::Rhythm groups;
};

/// Polls an on-premises client: health, CoreApp stats, WebApp metrics and, rarely, settings, shards and groups.
///
/// /v1/stats/app is in CoreApp's memory and made for polling; /v1/stats/db is not and is never polled. An answer 1017
/// or 1018 is that of a cluster between two members: the question is soon asked again, and nothing is the node's fault
/// for two minutes.
class OnPremProbe : public QuestionProbe
{
    Q_OBJECT

public:
    /// `session` must outlive this object.
    OnPremProbe(NodeIndex index, OnPremSession &session, QObject *parent, OnPremRhythm rhythm = {});

protected:
    std::optional<Millis> lookAt(const HttpReply &reply, ProbeResult &result) override;

private:
    QString digestSettings(const HttpReply &reply, ProbeResult &result);

    OnPremSession &m_session;
    GroupWalk *m_groups;
    Millis m_whileChanging;
    ClusterChange m_change;
};

} // namespace barograph
