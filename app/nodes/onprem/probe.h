// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/back_off.h"
#include "nodes/node_probe.h"
#include "nodes/onprem/probe_session.h"

#include <QTimer>

#include <array>

namespace barograph {

/// Polls an on-premises client: health, CoreApp stats and, rarely, the application settings.
///
/// /v1/stats/app is in CoreApp's memory and made for polling; /v1/stats/db is not and is never asked. Each question has
/// its own rhythm with jitter and never overlaps itself. After a failure it backs off up to a minute; a failure that
/// concerns the whole node (unreachable, refused, overloaded…) holds the other questions back too.
class OnPremProbe : public NodeProbe
{
    Q_OBJECT

public:
    OnPremProbe(NodeIndex index, OnPremSession &session, QObject *parent);

    void start() override;
    void askNow() override;

private:
    enum Question : std::size_t { Health, Stats, Settings };
    static constexpr std::size_t kQuestionCount = 3;

    struct Task
    {
        OnPremSession::Call call;
        Millis interval{};
        QTimer timer;
        BackOff backOff;
        bool underWay = false;
        ProbeFault fault = ProbeFault::None;
        QString detail;
    };

    void ask(std::size_t which);
    void onReply(std::size_t which, HttpReply reply);
    /// Reads a good answer into `result`; a sentence if it cannot be read.
    QString digest(std::size_t which, const HttpReply &reply, ProbeResult &result) const;
    void schedule(std::size_t which, const HttpReply &reply);
    bool holdsOthersBack(std::size_t which) const;
    ProbeState state() const;

    NodeIndex m_index;
    OnPremSession &m_session;
    std::array<Task, kQuestionCount> m_tasks;
    std::optional<UtcTime> m_lastSuccess;
};

/// True for faults that say something about the node as a whole and not about one question. Pure.
bool concernsWholeNode(ProbeFault fault);

} // namespace barograph
