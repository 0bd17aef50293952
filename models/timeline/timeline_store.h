// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "series/column_reduction.h"
#include "series/plot_window.h"
#include "timeline/timeline_tile.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace barograph {

/// What charts read: the past of each node at every zoom from seconds to 90 days, of the live frame and, beyond that,
/// of tiles that are asked for when they are looked at and kept within a budget of memory. GUI thread; never waits.
class TimelineStore : public QObject
{
    Q_OBJECT

public:
    enum class Completeness : quint8 {
        Complete,
        Loading, ///< part of it is still being read; what is there is shown
        Failed   ///< part of it cannot be read; failure() says why
    };

    explicit TimelineStore(QObject *parent = nullptr);

    /// The newest seconds and gauges of every node; cheap, call it with every frame.
    void setFrame(const FramePtr &frame);

    /// One entry for each column of the window, as fillColumns() of plot_window.h has it. `columns` is used again.
    void fillColumns(const QString &nodeId, const PlotWindow &window, std::vector<Column> &columns);
    /// The same with all that a column is known to hold.
    void fillBuckets(const QString &nodeId, const PlotWindow &window, std::vector<TimeBucket> &buckets);
    /// Of what was filled last for that node.
    Completeness completeness(const QString &nodeId) const;
    QString failure(const QString &nodeId) const;

Q_SIGNALS:
    /// Tiles that somebody looks at and that are not here. Answered by setTile(), each once.
    void wanted(const std::vector<barograph::TileKey> &keys);
    /// Something of this node has come in that is not from the live frame.
    void changed(const QString &nodeId);

public Q_SLOTS:
    void setTile(const barograph::TimelineTile &tile);

private:
    struct Live
    {
        std::shared_ptr<const SecondSeries> seconds;
        std::shared_ptr<const GaugeSeries> gauges;
        double allocatedTps = 0; ///< 0 = not known
    };
    QHash<QString, Live> m_live;
};

} // namespace barograph
