// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/node_notices.h"

#include "health/expiry.h"
#include "text/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace barograph {

namespace {

struct NodeNoticeWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::NodeNotices)
};

QString orNone(const QString &value)
{
    return value.isEmpty() ? NodeNoticeWords::tr("(none)") : value;
}

Urgency urgencyOf(ExpiryUrgency urgency)
{
    switch (urgency) {
    case ExpiryUrgency::Expired:
    case ExpiryUrgency::Critical:
        return Urgency::Critical;
    case ExpiryUrgency::Warning:
        return Urgency::Attention;
    case ExpiryUrgency::Notice:
    case ExpiryUrgency::None:
        break;
    }
    return Urgency::Calm;
}

} // namespace

QString settingChangeText(const SettingChange &change)
{
    return NodeNoticeWords::tr("%1: %2 → %3").arg(change.key, orNone(change.before), orNone(change.after));
}

std::vector<NodeNotice> nodeNotices(const NodeFrame &node, UtcTime now)
{
    std::vector<NodeNotice> notices;
    if (!node.enabled)
        return notices;
    if (node.drift) {
        NodeNotice notice;
        const bool one = node.drift->changes.size() == 1;
        notice.text = (one ? NodeNoticeWords::tr("A setting of the node was changed, and not from here, seen %1 (%2). "
                                                 "Dismiss this if it was meant.")
                           : NodeNoticeWords::tr("Settings of the node were changed, and not from here, seen %1 (%2). "
                                                 "Dismiss this if it was meant."))
                          .arg(formatAge(node.drift->seenAt, now), formatUtc(node.drift->seenAt));
        for (const auto &change : node.drift->changes)
            notice.details << settingChangeText(change);
        notice.dismissible = true;
        notices.push_back(std::move(notice));
    }
    for (const auto &expiry : node.expiries) {
        const auto urgency = expiryUrgency(expiry, node.probe, now);
        if (urgency != ExpiryUrgency::None)
            notices.push_back({urgencyOf(urgency), expiryText(expiry, now), {}, false});
    }
    std::stable_sort(notices.begin(), notices.end(),
                     [](const NodeNotice &a, const NodeNotice &b) { return a.urgency > b.urgency; });
    return notices;
}

} // namespace barograph
