// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "series/column_reduction.h"
#include "series/plot_window.h"
#include "timeline/timeline_tile.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace barograph {

/// What charts read: the past of each node at every zoom from seconds to 90 days, of the live frames and, beyond that,
/// of tiles that are asked for when they are looked at and kept within a budget of memory. GUI thread; never waits.
///
/// A column is made of buckets that are at most half as wide, each of which counts into the column in which it begins:
/// extremes are exact, their place is right to half a column. What has been made is used again: a window that slides
/// or is moved makes new columns only. While a tile is awaited, narrower or wider ones stand in for it; of a wider one
/// the extremes hold for the whole wide bucket.
class TimelineStore : public QObject
{
    Q_OBJECT

public:
    enum class Completeness : quint8 {
        Complete,
        Loading, ///< part of it is still being read; what is there is shown
        Failed   ///< part of it cannot be read; failure() says why
    };
    static constexpr std::size_t kDefaultBudget = std::size_t{48} << 20U;
    /// A tile that could not be read is asked for again after this.
    static constexpr Seconds kRetryAfter{10};
    /// A tile that ends before what the live seconds know is asked for again after this: the history may be behind.
    static constexpr Seconds kRefreshAfter{30};
    /// As much of the past is read of a node when it is first looked at.
    static constexpr Seconds kReadAhead{3'600};

    explicit TimelineStore(QObject *parent = nullptr);
    ~TimelineStore() override;

    /// The newest seconds and gauges of every node; cheap, call it with every frame. Nodes that are no longer in it are
    /// forgotten.
    void setFrame(const FramePtr &frame);
    /// Bytes of memory for tiles and live seconds of all nodes, not counting what is on screen. Live seconds get up to
    /// a third of it, and six hours of each node at most.
    void setBudget(std::size_t bytes);

    /// One entry for each column of the window, as fillColumns() of plot_window.h has it. `columns` is used again.
    void fillColumns(const QString &nodeId, const PlotWindow &window, std::vector<Column> &columns);
    /// The same with all that a column is known to hold.
    void fillBuckets(const QString &nodeId, const PlotWindow &window, std::vector<TimeBucket> &buckets);
    /// Of what was filled last for that node.
    Completeness completeness(const QString &nodeId) const;
    QString failure(const QString &nodeId) const;

    /// Buckets of one level that begin in [from, to), for sums rather than for a picture: no wider bucket stands in
    /// for what is not here. Entry i begins at `first` + i × the level's width.
    struct Range
    {
        UtcSecond first{};
        Seconds width{60};
        std::vector<TimeBucket> buckets;
        Completeness completeness = Completeness::Complete;
        QString failure;
    };
    Range range(const QString &nodeId, UtcSecond from, UtcSecond to, int level);

    std::size_t usedBytes() const;

Q_SIGNALS:
    /// All tiles that are looked at and not here, the most wanted first; what was wanted before and is not among them
    /// is not wanted any more. Answered by setTile(), each once.
    void wanted(const std::vector<barograph::TileKey> &keys);
    /// Something of this node has come in that is not from the live frame.
    void changed(const QString &nodeId);

public Q_SLOTS:
    void setTile(const barograph::TimelineTile &tile);

private:
    struct Node;
    Node *find(const QString &nodeId) const;
    void announce();
    void makeRoom(std::size_t coming);
    void limitLive();

    QHash<QString, std::shared_ptr<Node>> m_nodes;
    UtcTime m_now{};
    std::size_t m_budget = kDefaultBudget;
    quint64 m_use = 1;  ///< grows with each turn of the event loop in which something was looked at
    QTimer m_announcer; ///< collects what is looked at in one turn
    std::vector<TileKey> m_announced;
    std::vector<TimeBucket> m_forColumns;
};

} // namespace barograph
