// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/labels.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct LabelWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Label)
};

/// The sources of what is shown.
const char *eventKindSource(EventKind kind)
{
    switch (kind) {
    case EventKind::Receive:
        return QT_TRANSLATE_NOOP("barograph::Label", "Receive");
    case EventKind::Send:
        return QT_TRANSLATE_NOOP("barograph::Label", "Send");
    case EventKind::Delivery:
        return QT_TRANSLATE_NOOP("barograph::Label", "Delivery");
    case EventKind::Read:
        return QT_TRANSLATE_NOOP("barograph::Label", "Read");
    }
    return "";
}

/// The sources of what is shown.
const char *apartKindSource(ApartKind kind)
{
    switch (kind) {
    case ApartKind::Failed:
        return QT_TRANSLATE_NOOP("barograph::Label", "Failed");
    case ApartKind::Deleted:
        return QT_TRANSLATE_NOOP("barograph::Label", "Deleted");
    case ApartKind::Played:
        return QT_TRANSLATE_NOOP("barograph::Label", "Played");
    case ApartKind::Reaction:
        return QT_TRANSLATE_NOOP("barograph::Label", "Reaction");
    case ApartKind::SystemNotice:
        return QT_TRANSLATE_NOOP("barograph::Label", "System notice");
    case ApartKind::ErrorNotice:
        return QT_TRANSLATE_NOOP("barograph::Label", "Error notice");
    case ApartKind::ServiceNotice:
        return QT_TRANSLATE_NOOP("barograph::Label", "Service notice");
    case ApartKind::NotUnderstood:
        return QT_TRANSLATE_NOOP("barograph::Label", "Not understood");
    case ApartKind::OwnDevice:
        return QT_TRANSLATE_NOOP("barograph::Label", "Own device");
    case ApartKind::SendEcho:
        return QT_TRANSLATE_NOOP("barograph::Label", "Send told twice");
    case ApartKind::SessionNotice:
        return QT_TRANSLATE_NOOP("barograph::Label", "Session notice");
    case ApartKind::GroupNotice:
        return QT_TRANSLATE_NOOP("barograph::Label", "Group notice");
    case ApartKind::Edited:
        return QT_TRANSLATE_NOOP("barograph::Label", "Edited");
    case ApartKind::OtherNotice:
        return QT_TRANSLATE_NOOP("barograph::Label", "Other notice");
    }
    return "";
}

} // namespace

QString eventKindText(EventKind kind)
{
    return LabelWords::tr(eventKindSource(kind));
}

QString eventKindEnglish(EventKind kind)
{
    return QString::fromLatin1(eventKindSource(kind));
}

QString apartKindText(ApartKind kind)
{
    return LabelWords::tr(apartKindSource(kind));
}

QString apartKindEnglish(ApartKind kind)
{
    return QString::fromLatin1(apartKindSource(kind));
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
