// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/labels.h"

#include <QCoreApplication>

namespace barograph {

namespace {

QString labelText(const char *source)
{
    return QCoreApplication::translate("Label", source);
}

} // namespace

QString eventKindText(EventKind kind)
{
    switch (kind) {
    case EventKind::Receive:
        return labelText("Receive");
    case EventKind::Send:
        return labelText("Send");
    case EventKind::Delivery:
        return labelText("Delivery");
    case EventKind::Read:
        return labelText("Read");
    }
    return {};
}

QString apartKindText(ApartKind kind)
{
    switch (kind) {
    case ApartKind::Failed:
        return labelText("Failed");
    case ApartKind::Deleted:
        return labelText("Deleted");
    case ApartKind::Played:
        return labelText("Played");
    case ApartKind::Reaction:
        return labelText("Reaction");
    case ApartKind::SystemNotice:
        return labelText("System notice");
    case ApartKind::ErrorNotice:
        return labelText("Error notice");
    case ApartKind::ServiceNotice:
        return labelText("Service notice");
    case ApartKind::NotUnderstood:
        return labelText("Not understood");
    case ApartKind::OwnDevice:
        return labelText("Own device");
    case ApartKind::SendEcho:
        return labelText("Send told twice");
    case ApartKind::SessionNotice:
        return labelText("Session notice");
    case ApartKind::GroupNotice:
        return labelText("Group notice");
    case ApartKind::Edited:
        return labelText("Edited");
    case ApartKind::OtherNotice:
        return labelText("Other notice");
    }
    return {};
}

QString nodeStateText(NodeState state)
{
    switch (state) {
    case NodeState::Unknown:
        return labelText("Unknown");
    case NodeState::Ok:
        return labelText("OK");
    case NodeState::Degraded:
        return labelText("Degraded");
    case NodeState::Down:
        return labelText("Down");
    case NodeState::Silent:
        return labelText("Connected, but silent");
    case NodeState::Off:
        return labelText("Switched off");
    }
    return {};
}

QString sendSourceText(SendSource source)
{
    switch (source) {
    case SendSource::Unknown:
        return labelText("unknown");
    case SendSource::SentStatuses:
        return labelText("sent statuses");
    case SendSource::StatsCounter:
        return labelText("stats counter");
    }
    return {};
}

QString controlOutcomeText(ControlOutcome outcome)
{
    switch (outcome) {
    case ControlOutcome::Verified:
        return labelText("Verified");
    case ControlOutcome::Unverified:
        return labelText("Not verified");
    case ControlOutcome::Failed:
        return labelText("Failed");
    case ControlOutcome::Cancelled:
        return labelText("Cancelled");
    }
    return {};
}

} // namespace barograph
