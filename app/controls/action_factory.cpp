// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/action_factory.h"

#include "controls/controls_words.h"
#include "controls/pause_action.h"
#include "nodes/onprem/control_callbacks.h"
#include "nodes/onprem/probe_settings.h"

namespace barograph {

namespace {

using Planned = tl::expected<PlannedAction, QString>;

Planned makePause(const NodeRuntime &runtime, const ControlStores &stores, PauseAction::Wanted wanted)
{
    const NodeConfig &config = runtime.node.config;
    if (!runtime.queue) {
        return tl::unexpected(
            ControlWords::tr("No outbound queue is configured for %1. Add outbound_queue to the node: "
                             "WhatsApp's own client has no call that pauses sending.")
                .arg(config.name));
    }
    if (runtime.queue->commandTarget(wanted.pause).isEmpty()) {
        return tl::unexpected(
            ControlWords::tr("The queue of %1 can only be watched. Add pause_url and resume_url to its "
                             "outbound_queue.")
                .arg(config.name));
    }
    if (const PauseEntry *entry = stores.pauses.find(config.id))
        wanted.presentResumeAt = entry->resumesAt;
    PlannedAction planned;
    planned.pauses = wanted.pause;
    planned.resumes = !wanted.pause;
    planned.action = std::make_unique<PauseAction>(runtime, std::move(wanted));
    return planned;
}

Planned makeCallbacks(const NodeRuntime &runtime, CallbackSettings wanted)
{
    if (!runtime.session) {
        return tl::unexpected(ControlWords::tr("The callbacks of %1 can only be switched in its own console.")
                                  .arg(runtime.node.config.name));
    }
    PlannedAction planned;
    planned.action = std::make_unique<CallbacksAction>(*runtime.session, wanted);
    return planned;
}

Planned makeRestore(const NodeRuntime &runtime, const ControlStores &stores, const RestoreRequest &request)
{
    const auto snapshot = stores.snapshots.load(request.controlId);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    if (snapshot->nodeId != request.nodeId)
        return tl::unexpected(ControlWords::tr("That change was made on another node, so it is not restored here."));
    if (snapshot->target == PauseAction::kTargetKind) {
        const QJsonValue paused = snapshot->state.value(QLatin1String("paused"));
        if (!paused.isBool())
            return tl::unexpected(
                ControlWords::tr("It is not known whether the queue was paused before, so that cannot be "
                                 "restored."));
        return makePause(runtime, stores, {paused.toBool(), request.reason, std::nullopt, std::nullopt});
    }
    if (snapshot->target != CallbacksAction::kTargetKind || !runtime.session || !callbacksOf(snapshot->state))
        return tl::unexpected(ControlWords::tr("This version cannot restore that change."));
    PlannedAction planned;
    planned.action = CallbacksAction::restoring(*runtime.session, snapshot->state);
    return planned;
}

} // namespace

tl::expected<PlannedAction, QString> makeAction(const NodeRuntime &runtime, const ControlRequest &request,
                                                const ControlStores &stores)
{
    if (const auto *pause = std::get_if<PauseQueueRequest>(&request))
        return makePause(runtime, stores, {true, pause->reason, pause->resumeAfter, std::nullopt});
    if (const auto *resume = std::get_if<ResumeQueueRequest>(&request))
        return makePause(runtime, stores, {false, resume->reason, std::nullopt, std::nullopt});
    if (const auto *callbacks = std::get_if<SetCallbacksRequest>(&request))
        return makeCallbacks(runtime, callbacks->wanted);
    return makeRestore(runtime, stores, std::get<RestoreRequest>(request));
}

} // namespace barograph
