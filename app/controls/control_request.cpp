// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/control_request.h"

#include "controls/controls_words.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace barograph {

namespace {

constexpr Millis kShortestPause{1000};
constexpr Millis kLongestPause{30LL * 24 * 3600 * 1000};

bool sameButReason(const PauseQueueRequest &previewed, const PauseQueueRequest &edited)
{
    return previewed.nodeId == edited.nodeId;
}
bool sameButReason(const ResumeQueueRequest &previewed, const ResumeQueueRequest &edited)
{
    return previewed.nodeId == edited.nodeId;
}
bool sameButReason(const SetCallbacksRequest &previewed, const SetCallbacksRequest &edited)
{
    return previewed.nodeId == edited.nodeId && previewed.wanted == edited.wanted;
}
bool sameButReason(const RestoreRequest &previewed, const RestoreRequest &edited)
{
    return previewed.nodeId == edited.nodeId && previewed.controlId == edited.controlId;
}

} // namespace

QString nodeIdOf(const ControlRequest &request)
{
    return std::visit([](const auto &one) { return one.nodeId; }, request);
}

QString reasonOf(const ControlRequest &request)
{
    return std::visit([](const auto &one) { return one.reason; }, request);
}

bool isPauseRequest(const ControlRequest &request)
{
    return std::holds_alternative<PauseQueueRequest>(request);
}

std::optional<Millis> resumeAfterOf(const ControlRequest &request)
{
    const auto *pause = std::get_if<PauseQueueRequest>(&request);
    return pause == nullptr ? std::nullopt : pause->resumeAfter;
}

bool sameIntent(const ControlRequest &previewed, const ControlRequest &edited)
{
    return std::visit(
        [&edited](const auto &one) {
            const auto *other = std::get_if<std::decay_t<decltype(one)>>(&edited);
            return other != nullptr && sameButReason(one, *other);
        },
        previewed);
}

QString objectionTo(const ControlRequest &request)
{
    constexpr qsizetype kLongestReason = 500;
    const bool reasonIsMandatory = !std::holds_alternative<ResumeQueueRequest>(request);
    if (reasonIsMandatory && reasonOf(request).trimmed().isEmpty())
        return ControlWords::tr("Give a reason: it is kept in the audit trail, for whoever comes after you.");
    if (reasonOf(request).size() > kLongestReason)
        return ControlWords::tr("Give a shorter reason, of at most 500 characters.");
    if (const auto after = resumeAfterOf(request); after && (*after < kShortestPause || *after > kLongestPause))
        return ControlWords::tr("A timed resume can be set from 1 second to 30 days.");
    return {};
}

QString newControlId(UtcTime at)
{
    const QString time =
        QDateTime::fromMSecsSinceEpoch(unixMillis(at), Qt::UTC).toString(QStringLiteral("yyyyMMdd'T'HHmmss"));
    return QStringLiteral("%1-%2").arg(time).arg(QRandomGenerator::system()->generate64(), 16, 16, QLatin1Char('0'));
}

} // namespace barograph
