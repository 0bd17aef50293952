// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/session_state.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct SessionStateWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::SessionState)
};

} // namespace

QString sessionStateText(SessionState state)
{
    switch (state) {
    case SessionState::Unknown:
        return SessionStateWords::tr("unknown");
    case SessionState::Starting:
        return SessionStateWords::tr("starting");
    case SessionState::Working:
        return SessionStateWords::tr("working");
    case SessionState::NeedsLogin:
        return SessionStateWords::tr("needs login");
    case SessionState::Stopped:
        return SessionStateWords::tr("stopped");
    case SessionState::Failed:
        return SessionStateWords::tr("failed");
    }
    return {};
}

Judgement judgeSession(const std::optional<SessionView> &session)
{
    switch (session ? session->state : SessionState::Unknown) {
    case SessionState::Working:
        return {NodeState::Ok, SessionStateWords::tr("The node says that its session works."), 0, 0};
    case SessionState::Starting:
        return {NodeState::Degraded, SessionStateWords::tr("The node says that its session is starting."), 0, 0};
    case SessionState::NeedsLogin:
        return {NodeState::Down, SessionStateWords::tr("The node says that its session needs a login on the phone."), 0,
                0};
    case SessionState::Stopped:
        return {NodeState::Down, SessionStateWords::tr("The node says that its session has been stopped."), 0, 0};
    case SessionState::Failed:
        return {NodeState::Down, SessionStateWords::tr("The node says that its session has failed."), 0, 0};
    case SessionState::Unknown:
        break;
    }
    return {NodeState::Unknown,
            SessionStateWords::tr(
                "Known by its webhooks only. To have it asked, enter its address and key in its configuration."),
            0, 0};
}

} // namespace barograph
