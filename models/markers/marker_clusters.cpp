// SPDX-License-Identifier: GPL-3.0-or-later
#include "markers/marker_clusters.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace barograph {

namespace {

bool isBefore(const Marker &marker, UtcTime at)
{
    return marker.at < at;
}

qint64 floorQuotient(qint64 value, qint64 by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

qint64 microsOf(UtcTime at)
{
    return std::chrono::microseconds(at.time_since_epoch()).count();
}

} // namespace

MarkerList mergedMarkers(const MarkerList &a, const MarkerList &b)
{
    if (!a || a->empty())
        return b;
    if (!b || b->empty())
        return a;
    auto merged = std::make_shared<std::vector<Marker>>();
    merged->reserve(a->size() + b->size());
    std::merge(a->begin(), a->end(), b->begin(), b->end(), std::back_inserter(*merged),
               [](const Marker &left, const Marker &right) { return left.at < right.at; });
    // Two of the same moment need not stand next to each other.
    QSet<QString> seen;
    const auto isKnown = [&seen](const Marker &marker) {
        const auto before = seen.size();
        seen.insert(marker.id);
        return !marker.id.isEmpty() && seen.size() == before;
    };
    merged->erase(std::remove_if(merged->begin(), merged->end(), isKnown), merged->end());
    return merged;
}

int markerRank(const Marker &marker)
{
    constexpr int kBad = 10;
    const int bad = marker.bad ? kBad : 0;
    switch (marker.kind) {
    case MarkerKind::StateChange:
        return bad + 5;
    case MarkerKind::Failover:
        return bad + 4;
    case MarkerKind::Drift:
        return bad + 3;
    case MarkerKind::Control:
        return bad + 2;
    case MarkerKind::Annotation:
        return bad + 1;
    }
    return bad;
}

void clusterMarkers(std::span<const Marker> markers, const PlotWindow &window, int slotColumns,
                    std::vector<MarkerCluster> &clusters)
{
    clusters.clear();
    if (window.columns <= 0 || slotColumns <= 0)
        return;
    const UtcTime right = window.right();
    const auto begin = std::lower_bound(markers.begin(), markers.end(), window.left(), isBefore);
    const qint64 slotMicros = window.columnMicros * slotColumns;
    UtcTime slotEnd = UtcTime::min();
    int rank = 0;
    for (auto marker = begin; marker != markers.end() && marker->at < right; ++marker) {
        const auto index = static_cast<std::size_t>(marker - markers.begin());
        const int ownRank = markerRank(*marker);
        const auto kind = static_cast<quint8>(1U << static_cast<unsigned>(marker->kind));
        // A division for each slot, not for each marker.
        if (clusters.empty() || marker->at >= slotEnd) {
            const qint64 slot = floorQuotient(microsOf(marker->at), slotMicros);
            slotEnd = UtcTime{std::chrono::ceil<Millis>(std::chrono::microseconds{(slot + 1) * slotMicros})};
            clusters.push_back({index, 1, index, 0, kind, marker->bad});
            rank = ownRank;
            continue;
        }
        MarkerCluster &cluster = clusters.back();
        ++cluster.count;
        cluster.kindsMask = static_cast<quint8>(cluster.kindsMask | kind);
        cluster.bad = cluster.bad || marker->bad;
        if (ownRank >= rank) {
            cluster.foremost = index;
            rank = ownRank;
        }
    }
    for (MarkerCluster &cluster : clusters) {
        const auto columnOf = [&](std::size_t index) { return window.xOf(markers[index].at); };
        const double middle = (columnOf(cluster.first) + columnOf(cluster.first + cluster.count - 1)) / 2;
        cluster.column = std::clamp(static_cast<int>(middle), 0, window.columns - 1);
    }
}

std::optional<std::size_t> markerAfter(std::span<const Marker> markers, UtcTime at)
{
    const auto found = std::upper_bound(markers.begin(), markers.end(), at,
                                        [](UtcTime time, const Marker &marker) { return time < marker.at; });
    if (found == markers.end())
        return {};
    return static_cast<std::size_t>(found - markers.begin());
}

std::optional<std::size_t> markerBefore(std::span<const Marker> markers, UtcTime at)
{
    const auto found = std::lower_bound(markers.begin(), markers.end(), at, isBefore);
    if (found == markers.begin())
        return {};
    return static_cast<std::size_t>(found - markers.begin()) - 1;
}

} // namespace barograph
