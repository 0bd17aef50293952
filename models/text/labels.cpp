// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/labels.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct LabelWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Label)
};

} // namespace

QString eventKindText(EventKind kind)
{
    switch (kind) {
    case EventKind::Receive:
        return LabelWords::tr("Receive");
    case EventKind::Send:
        return LabelWords::tr("Send");
    case EventKind::Delivery:
        return LabelWords::tr("Delivery");
    case EventKind::Read:
        return LabelWords::tr("Read");
    }
    return {};
}

QString apartKindText(ApartKind kind)
{
    switch (kind) {
    case ApartKind::Failed:
        return LabelWords::tr("Failed");
    case ApartKind::Deleted:
        return LabelWords::tr("Deleted");
    case ApartKind::Played:
        return LabelWords::tr("Played");
    case ApartKind::Reaction:
        return LabelWords::tr("Reaction");
    case ApartKind::SystemNotice:
        return LabelWords::tr("System notice");
    case ApartKind::ErrorNotice:
        return LabelWords::tr("Error notice");
    case ApartKind::ServiceNotice:
        return LabelWords::tr("Service notice");
    case ApartKind::NotUnderstood:
        return LabelWords::tr("Not understood");
    case ApartKind::OwnDevice:
        return LabelWords::tr("Own device");
    case ApartKind::SendEcho:
        return LabelWords::tr("Send told twice");
    case ApartKind::SessionNotice:
        return LabelWords::tr("Session notice");
    case ApartKind::GroupNotice:
        return LabelWords::tr("Group notice");
    case ApartKind::Edited:
        return LabelWords::tr("Edited");
    case ApartKind::OtherNotice:
        return LabelWords::tr("Other notice");
    }
    return {};
}

QString nodeStateText(NodeState state)
{
    switch (state) {
    case NodeState::Unknown:
        return LabelWords::tr("Unknown");
    case NodeState::Ok:
        return LabelWords::tr("OK");
    case NodeState::Degraded:
        return LabelWords::tr("Degraded");
    case NodeState::Down:
        return LabelWords::tr("Down");
    case NodeState::Silent:
        return LabelWords::tr("Connected, but silent");
    case NodeState::Off:
        return LabelWords::tr("Switched off");
    }
    return {};
}

QString sendSourceText(SendSource source)
{
    switch (source) {
    case SendSource::Unknown:
        return LabelWords::tr("unknown");
    case SendSource::SentStatuses:
        return LabelWords::tr("sent statuses");
    case SendSource::StatsCounter:
        return LabelWords::tr("stats counter");
    }
    return {};
}

QString controlOutcomeText(ControlOutcome outcome)
{
    switch (outcome) {
    case ControlOutcome::Verified:
        return LabelWords::tr("Verified");
    case ControlOutcome::Unverified:
        return LabelWords::tr("Not verified");
    case ControlOutcome::Failed:
        return LabelWords::tr("Failed");
    case ControlOutcome::Cancelled:
        return LabelWords::tr("Cancelled");
    }
    return {};
}

} // namespace barograph
