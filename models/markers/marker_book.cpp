// SPDX-License-Identifier: GPL-3.0-or-later
#include "markers/marker_book.h"

#include "text/labels.h"

#include <QCoreApplication>

#include <algorithm>

namespace barograph {

namespace {

constexpr Millis kBookSlack{60'000};
constexpr Millis kBookRetryAfter{30'000};
constexpr std::size_t kBookMostStored = 10'000;
constexpr std::size_t kBookMostOfHere = 2'000;

} // namespace

Marker markerOf(const ControlResult &result)
{
    const QString text =
        QCoreApplication::translate("Marker", "%1: %2").arg(result.title, controlOutcomeText(result.outcome));
    const bool bad = result.outcome == ControlOutcome::Failed || result.outcome == ControlOutcome::Unverified;
    return {result.id, result.at, MarkerKind::Control, result.nodeId, text, bad};
}

MarkerBook::MarkerBook(QObject *parent)
    : QObject(parent)
{}

void MarkerBook::setFrame(const Frame &frame)
{
    m_now = frame.takenAt;
    for (const auto &shown : frame.nodes) {
        if (!shown.markers && !m_nodes.contains(shown.id))
            continue;
        auto &node = m_nodes[shown.id];
        if (shown.markers == node.frame)
            continue;
        node.frame = shown.markers;
        merge(shown.id, node);
    }
}

void MarkerBook::look(const QString &nodeId, UtcTime from, UtcTime to)
{
    auto &node = m_nodes[nodeId];
    if (from >= node.from && to <= node.to)
        return;
    const bool asksForThat = from >= node.askedFrom && to <= node.askedTo + kBookSlack;
    if (node.asked) {
        if (!asksForThat)
            node.next = {from, to};
        return;
    }
    const bool failedJustNow =
        !node.failure.isEmpty() && m_now >= node.failedAt && m_now - node.failedAt < kBookRetryAfter;
    if (!(asksForThat && failedJustNow))
        ask(nodeId, node, from, to);
}

void MarkerBook::ask(const QString &nodeId, Node &node, UtcTime from, UtcTime to)
{
    // A little more than is seen, so that panning does not ask at every step.
    const auto margin = (to - from) / 2;
    node.askedFrom = from - margin;
    node.askedTo = to + margin;
    node.asked = true;
    node.next.reset();
    Q_EMIT wanted(nodeId, node.askedFrom, node.askedTo);
}

void MarkerBook::setSpan(const MarkerSpan &span)
{
    auto &node = m_nodes[span.nodeId];
    node.asked = false;
    node.failure = span.error;
    if (!span.error.isEmpty()) {
        node.failedAt = m_now;
    } else {
        node.stored = span.markers ? *span.markers : std::vector<Marker>();
        const bool cut = node.stored.size() >= kBookMostStored;
        node.from = cut ? node.stored.front().at : span.from;
        node.to = span.to >= m_now ? UtcTime::max() : span.to;
    }
    merge(span.nodeId, node);
    if (const auto next = std::exchange(node.next, {}))
        look(span.nodeId, next->first, next->second);
}

void MarkerBook::addControl(const ControlResult &result)
{
    keep(markerOf(result));
}

void MarkerBook::takeAnswer(const AnnotationAnswer &answer)
{
    if (!answer.ok)
        return;
    if (!answer.gone) {
        keep(answer.marker);
        return;
    }
    auto &node = m_nodes[answer.nodeId];
    node.gone.insert(answer.id);
    node.ofHere.erase(answer.id);
    merge(answer.nodeId, node);
}

void MarkerBook::keep(const Marker &marker)
{
    auto &node = m_nodes[marker.nodeId];
    node.gone.remove(marker.id);
    node.ofHere.insert_or_assign(marker.id, marker);
    if (node.ofHere.size() > kBookMostOfHere) {
        const auto oldest = std::min_element(node.ofHere.begin(), node.ofHere.end(),
                                             [](const auto &a, const auto &b) { return a.second.at < b.second.at; });
        // The history has it too.
        node.to = std::min(node.to, oldest->second.at);
        node.ofHere.erase(oldest);
    }
    merge(marker.nodeId, node);
}

void MarkerBook::merge(const QString &nodeId, Node &node)
{
    // The same one may come from several sides; what was learnt here is newer than what was read.
    std::map<QString, const Marker *> byId;
    const auto take = [&](const Marker &marker) {
        if (!node.gone.contains(marker.id))
            byId.insert_or_assign(marker.id, &marker);
    };
    for (const auto &marker : node.stored)
        take(marker);
    if (node.frame) {
        for (const auto &marker : *node.frame)
            take(marker);
    }
    for (const auto &[id, marker] : node.ofHere)
        take(marker);
    std::vector<Marker> merged;
    merged.reserve(byId.size());
    for (const auto &[id, marker] : byId)
        merged.push_back(*marker);
    std::stable_sort(merged.begin(), merged.end(), [](const Marker &a, const Marker &b) { return a.at < b.at; });
    if (node.merged ? *node.merged == merged : merged.empty())
        return;
    node.merged = std::make_shared<const std::vector<Marker>>(std::move(merged));
    Q_EMIT changed(nodeId);
}

MarkerList MarkerBook::markers(const QString &nodeId) const
{
    const auto node = m_nodes.constFind(nodeId);
    return node != m_nodes.cend() ? node->merged : nullptr;
}

QString MarkerBook::failure(const QString &nodeId) const
{
    const auto node = m_nodes.constFind(nodeId);
    return node != m_nodes.cend() ? node->failure : QString();
}

const Marker *MarkerBook::find(const QString &nodeId, const QString &id) const
{
    const auto node = m_nodes.constFind(nodeId);
    if (node == m_nodes.cend() || !node->merged)
        return nullptr;
    const auto found = std::find_if(node->merged->begin(), node->merged->end(),
                                    [&id](const Marker &marker) { return marker.id == id; });
    return found != node->merged->end() ? &*found : nullptr;
}

} // namespace barograph
