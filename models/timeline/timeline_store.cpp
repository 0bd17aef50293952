// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timeline_store.h"

#include "timeline/filled_columns.h"

#include <algorithm>

namespace barograph {

namespace {

constexpr std::size_t kTileBytes = kBucketsPerTile * sizeof(TimeBucket);
/// Charts of different widths in one window.
constexpr std::size_t kFillingsKept = 4;
/// What is wider than a minute is read fast, whatever there is.
constexpr int kFastLevel = 2;
constexpr std::size_t kFewTiles = 4;

TileKey keyOf(const QString &nodeId, const TilePlace &place)
{
    return {nodeId, place.level, place.index};
}

} // namespace

struct TimelineStore::Node
{
    enum Asker : quint8 { Charts, Sums };
    struct Wants
    {
        quint64 use = 0;
        NodeTimeline::Missing missing;
    };
    struct Failure
    {
        QString text;
        UtcTime at{};
    };

    NodeTimeline past;
    std::vector<FilledColumns> fillings;
    quint64 revision = 1; ///< of the tiles
    std::array<Wants, 2> wants;
    std::set<TilePlace> ahead; ///< to be read although nobody looks at them
    bool lookedAt = false;
    std::map<TilePlace, Failure> failures;
    std::map<TilePlace, UtcTime> readAt;

    void want(Asker asker, quint64 use, const NodeTimeline::Missing &missing)
    {
        auto &own = wants[asker];
        if (std::exchange(own.use, use) != use)
            own.missing = {};
        own.missing.tiles.insert(missing.tiles.begin(), missing.tiles.end());
        own.missing.older.insert(missing.older.begin(), missing.older.end());
    }
    void forget(const TilePlace &place)
    {
        for (auto &own : wants)
            own.missing.tiles.erase(place);
        ahead.erase(place);
    }
    Completeness completeness(const NodeTimeline::Missing &missing, QString *why) const
    {
        for (const auto &[place, failure] : failures) {
            if (missing.tiles.count(place) == 0 && missing.older.count(place) == 0)
                continue;
            if (why)
                *why = failure.text;
            return Completeness::Failed;
        }
        return missing.tiles.empty() ? Completeness::Complete : Completeness::Loading;
    }
    bool isDue(const TilePlace &place, UtcTime now, bool refresh) const
    {
        if (const auto failed = failures.find(place); failed != failures.end())
            return now - failed->second.at >= kRetryAfter;
        const auto read = readAt.find(place);
        return !refresh || read == readAt.end() || now - read->second >= kRefreshAfter;
    }
    /// The most wanted first: what makes a picture soon, then the newest.
    void appendWanted(const QString &id, UtcTime now, std::vector<TileKey> &keys) const
    {
        const auto append = [&](const TilePlace &place, bool refresh) {
            const TileKey key = keyOf(id, place);
            if (isDue(place, now, refresh) && std::find(keys.begin(), keys.end(), key) == keys.end())
                keys.push_back(key);
        };
        for (const auto &own : wants) {
            const auto &tiles = own.missing.tiles;
            std::set<TilePlace> coarse;
            for (const auto &place : tiles) {
                const int wide = std::max(kFastLevel, place.level + 1);
                if (tiles.size() <= kFewTiles || wide >= static_cast<int>(kTimelineLevels.size()))
                    break;
                const qint64 from = unixSeconds(keyOf({}, place).from());
                const TilePlace stand{wide, from / (qint64{kTimelineLevels[std::size_t(wide)]} * kBucketsPerTile)};
                if (!past.tile(stand))
                    coarse.insert(stand);
            }
            for (auto place = coarse.rbegin(); place != coarse.rend(); ++place)
                append(*place, false);
            for (auto place = tiles.rbegin(); place != tiles.rend(); ++place)
                append(*place, false);
            for (auto place = own.missing.older.rbegin(); place != own.missing.older.rend(); ++place)
                append(*place, true);
        }
    }
    FilledColumns &fillingFor(const PlotWindow &window)
    {
        const auto found = std::find_if(fillings.begin(), fillings.end(),
                                        [&](const FilledColumns &filling) { return filling.fits(window); });
        if (found != fillings.end())
            return *found;
        if (fillings.size() < kFillingsKept)
            return fillings.emplace_back();
        return *std::min_element(fillings.begin(), fillings.end(),
                                 [](const auto &a, const auto &b) { return a.lastUse() < b.lastUse(); });
    }
};

TimelineStore::TimelineStore(QObject *parent)
    : QObject(parent)
{
    m_announcer.setSingleShot(true);
    m_announcer.setInterval(0);
    connect(&m_announcer, &QTimer::timeout, this, &TimelineStore::announce);
}

TimelineStore::~TimelineStore() = default;

TimelineStore::Node *TimelineStore::find(const QString &nodeId) const
{
    const auto found = m_nodes.constFind(nodeId);
    return found != m_nodes.cend() ? found->get() : nullptr;
}

void TimelineStore::setFrame(const FramePtr &frame)
{
    m_now = frame->takenAt;
    const auto nodeCount = m_nodes.size();
    for (const NodeFrame &node : frame->nodes) {
        auto &own = m_nodes[node.id];
        if (!own)
            own = std::make_shared<Node>();
        if (node.series && !own->past.live.take(*node.series, node.gauges.get(), node.allocatedTps.valueOr(0)))
            ++own->revision;
    }
    const auto gone = [&frame](const auto &entry) { return frame->node(entry.key()) == nullptr; };
    if (m_nodes.size() != static_cast<qsizetype>(frame->nodes.size()))
        m_nodes.removeIf(gone);
    if (m_nodes.size() != nodeCount)
        limitLive();
}

void TimelineStore::setBudget(std::size_t bytes)
{
    m_budget = bytes;
    limitLive();
    makeRoom(0);
}

void TimelineStore::limitLive()
{
    constexpr std::size_t kLeast = 900;   // more than a frame holds
    constexpr std::size_t kMost = 21'600; // six hours
    const std::size_t nodes = std::max<std::size_t>(1, static_cast<std::size_t>(m_nodes.size()));
    const std::size_t seconds = m_budget / 3 / nodes / LiveSeconds::kBytesPerSecond;
    for (const auto &node : std::as_const(m_nodes))
        node->past.live.setLimit(std::clamp(seconds, kLeast, kMost));
}

std::size_t TimelineStore::usedBytes() const
{
    std::size_t bytes = 0;
    for (const auto &node : m_nodes)
        bytes += node->past.live.bytes() + node->past.tileCount() * kTileBytes;
    return bytes;
}

/// Tiles that were not looked at for longest go first. Those of this turn stay: they would only be asked for again.
void TimelineStore::makeRoom(std::size_t coming)
{
    std::size_t used = usedBytes() + coming;
    while (used > m_budget) {
        Node *node = nullptr;
        const TilePlace *oldest = nullptr;
        quint64 use = m_use;
        for (const auto &candidate : std::as_const(m_nodes)) {
            if (const auto *place = candidate->past.oldestTile(use)) {
                node = candidate.get();
                oldest = place;
                use = candidate->past.lastUse(*place);
            }
        }
        if (!oldest)
            return;
        node->readAt.erase(*oldest);
        node->past.remove(*oldest);
        used -= kTileBytes;
    }
}

void TimelineStore::fillBuckets(const QString &nodeId, const PlotWindow &window, std::vector<TimeBucket> &buckets)
{
    Node *node = find(nodeId);
    if (!node || window.columns <= 0) {
        buckets.assign(static_cast<std::size_t>(std::max(window.columns, 0)), {});
        return;
    }
    auto &filling = node->fillingFor(window);
    filling.fill(node->past, window, node->revision, m_use);
    node->want(Node::Charts, m_use, filling.missing());
    if (!std::exchange(node->lookedAt, true)) {
        const qint64 width = kBucketsPerTile;
        const qint64 last = unixSeconds(secondOf(m_now)) / width;
        for (qint64 index = last - kReadAhead / Seconds{width} - 1; index <= last; ++index)
            node->ahead.insert({0, index});
    }
    if (!m_announcer.isActive())
        m_announcer.start();
    buckets = filling.buckets();
}

void TimelineStore::fillColumns(const QString &nodeId, const PlotWindow &window, std::vector<Column> &columns)
{
    fillBuckets(nodeId, window, m_forColumns);
    columns.assign(m_forColumns.size(), {});
    constexpr qint64 kSecondMicros = 1'000'000;
    const auto width = static_cast<quint32>(std::max<qint64>(1, window.columnMicros / kSecondMicros));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const TimeBucket &bucket = m_forColumns[i];
        Column &column = columns[i];
        column.counts = bucket.highest.counts;
        column.knownMask = bucket.highest.knownMask;
        column.notMeasuredMask = bucket.notMeasuredMask;
        column.hasGap = bucket.known < std::max(bucket.seconds, width);
        if (bucket.known > 0)
            column.mean = static_cast<float>(static_cast<double>(bucket.sum.total()) / bucket.known);
    }
}

TimelineStore::Completeness TimelineStore::completeness(const QString &nodeId) const
{
    const Node *node = find(nodeId);
    return node ? node->completeness(node->wants[Node::Charts].missing, nullptr) : Completeness::Complete;
}

QString TimelineStore::failure(const QString &nodeId) const
{
    QString why;
    if (const Node *node = find(nodeId))
        node->completeness(node->wants[Node::Charts].missing, &why);
    return why;
}

TimelineStore::Range TimelineStore::range(const QString &nodeId, UtcSecond from, UtcSecond to, int level)
{
    Range result;
    result.width = Seconds{kTimelineLevels[static_cast<std::size_t>(level)]};
    result.first = std::chrono::ceil<Seconds>(from);
    Node *node = find(nodeId);
    if (!node || from >= to)
        return result;
    NodeTimeline::Missing missing;
    missing.exactOnly = true;
    result.buckets.reserve(static_cast<std::size_t>((to - from) / result.width) + 1);
    node->past.collect(level, from, to, m_use, missing, [&](UtcSecond start, const TimeBucket &bucket) {
        if (result.buckets.empty())
            result.first = start;
        result.buckets.push_back(bucket);
    });
    node->want(Node::Sums, m_use, missing);
    result.completeness = node->completeness(missing, &result.failure);
    if (!m_announcer.isActive())
        m_announcer.start();
    return result;
}

void TimelineStore::announce()
{
    // Who was looked at last comes first; reading ahead waits for all of them.
    std::vector<std::pair<QString, Node *>> nodes;
    for (auto node = m_nodes.cbegin(); node != m_nodes.cend(); ++node)
        nodes.emplace_back(node.key(), node->get());
    std::sort(nodes.begin(), nodes.end(), [](const auto &a, const auto &b) {
        const auto useOf = [](const Node &node) { return std::max(node.wants[0].use, node.wants[1].use); };
        return std::pair(useOf(*b.second), a.first) < std::pair(useOf(*a.second), b.first);
    });
    std::vector<TileKey> keys;
    for (const auto &[id, node] : nodes)
        node->appendWanted(id, m_now, keys);
    for (const auto &[id, node] : nodes) {
        for (auto place = node->ahead.rbegin(); place != node->ahead.rend(); ++place) {
            const TileKey key = keyOf(id, *place);
            if (node->isDue(*place, m_now, false) && std::find(keys.begin(), keys.end(), key) == keys.end())
                keys.push_back(key);
        }
    }
    ++m_use;
    if (keys == m_announced)
        return;
    m_announced = keys;
    Q_EMIT wanted(keys);
}

void TimelineStore::setTile(const TimelineTile &tile)
{
    std::erase(m_announced, tile.key);
    Node *node = find(tile.key.nodeId);
    if (!node)
        return;
    const TilePlace place{tile.key.level, tile.key.index};
    if (!tile.error.isEmpty()) {
        node->failures[place] = {tile.error, m_now};
    } else if (tile.buckets && tile.buckets->size() == kBucketsPerTile) {
        if (!node->past.tile(place))
            makeRoom(kTileBytes);
        node->past.insert(place, tile, m_use);
        node->failures.erase(place);
        node->readAt[place] = m_now;
        node->forget(place);
        ++node->revision;
    }
    Q_EMIT changed(tile.key.nodeId);
}

} // namespace barograph
