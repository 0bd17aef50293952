// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/webhook_notices.h"

#include "text/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace barograph {

namespace {

struct WebhookNoticeWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::WebhookNotices)
};

/// The area above everything must not push the rest out of the window.
constexpr qsizetype kMostLines = 4;

QString shownName(const NodeFrame &node)
{
    return node.name.isEmpty() ? node.id : node.name;
}

void limitLines(QStringList &lines)
{
    if (lines.size() <= kMostLines)
        return;
    const auto more = static_cast<int>(lines.size() - kMostLines + 1);
    lines.resize(kMostLines - 1);
    lines << WebhookNoticeWords::tr("and %n more, see the Webhooks tab", nullptr, more);
}

} // namespace

QString refusedText(const RefusedPeer &peer)
{
    const QString why = refusalText(peer.reason);
    const auto count = static_cast<qint64>(peer.count);
    const QString requests = formatCount(count);
    return peer.nodeId.isEmpty()
               ? WebhookNoticeWords::tr("%1 request(s) from %2 refused: %3", nullptr, pluralOf(count))
                     .arg(requests, peer.address, why)
               : WebhookNoticeWords::tr("%1 request(s) from %2 refused for %3: %4", nullptr, pluralOf(count))
                     .arg(requests, peer.address, peer.nodeId, why);
}

QString storeSecretCommand(const QString &nodeId)
{
    return QStringLiteral("barograph secret --node %1 --name webhook-secret").arg(nodeId);
}

QStringList refusalNotices(const Frame &frame, UtcTime now)
{
    QStringList lines;
    for (const NodeFrame &node : frame.nodes) {
        if (node.route.secretMissing) {
            lines << WebhookNoticeWords::tr(
                         "All webhooks of %1 are refused until its secret is stored: by Numbers ▸ Set up "
                         "webhooks…, or run: %2")
                         .arg(shownName(node), storeSecretCommand(node.id));
        }
    }
    for (const RefusedPeer &peer : frame.listener.refusedPeers) {
        // A missing secret has its line already, and one that says what to do.
        const bool told = peer.reason == RefusalReason::SecretMissing;
        if (!told && !peer.nodeId.isEmpty() && now - peer.lastAt < kRefusalShownFor)
            lines << refusedText(peer);
    }
    limitLines(lines);
    return lines;
}

QStringList standingReminders(const Frame &frame, UtcTime now)
{
    QStringList lines;
    if (!frame.listener.certificateNotice.isEmpty())
        lines << frame.listener.certificateNotice;
    if (!frame.listener.warning.isEmpty())
        lines << frame.listener.warning;
    for (const NodeFrame &node : frame.nodes) {
        if (!node.route.captureUntil || *node.route.captureUntil <= now)
            continue;
        lines << WebhookNoticeWords::tr("Raw bodies of %1 are being recorded for another %2.")
                     .arg(shownName(node), formatDuration(std::chrono::ceil<Seconds>(*node.route.captureUntil - now)));
    }
    limitLines(lines);
    return lines;
}

} // namespace barograph
