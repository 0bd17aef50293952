// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/session_state.h"

#include <QCoreApplication>

namespace barograph {

QString sessionStateText(SessionState state)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("SessionState", source); };
    switch (state) {
    case SessionState::Unknown:
        return text("unknown");
    case SessionState::Starting:
        return text("starting");
    case SessionState::Working:
        return text("working");
    case SessionState::NeedsLogin:
        return text("needs login");
    case SessionState::Stopped:
        return text("stopped");
    case SessionState::Failed:
        return text("failed");
    }
    return {};
}

Judgement judgeSession(const std::optional<SessionView> &session)
{
    const auto text = [](const char *source) { return QCoreApplication::translate("SessionState", source); };
    switch (session ? session->state : SessionState::Unknown) {
    case SessionState::Working:
        return {NodeState::Ok, text("The node says that its session works."), 0, 0};
    case SessionState::Starting:
        return {NodeState::Degraded, text("The node says that its session is starting."), 0, 0};
    case SessionState::NeedsLogin:
        return {NodeState::Down, text("The node says that its session needs a login on the phone."), 0, 0};
    case SessionState::Stopped:
        return {NodeState::Down, text("The node says that its session has been stopped."), 0, 0};
    case SessionState::Failed:
        return {NodeState::Down, text("The node says that its session has failed."), 0, 0};
    case SessionState::Unknown:
        break;
    }
    return {NodeState::Unknown,
            text("Known by its webhooks only. To have it asked, enter its address and key in its configuration."), 0,
            0};
}

} // namespace barograph
