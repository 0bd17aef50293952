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

} // namespace barograph
