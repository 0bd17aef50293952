// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "silence/usual_traffic.h"

#include <QString>

#include <tl/expected.hpp>

#include <map>
#include <vector>

namespace barograph {

/// Learns from the history what traffic is usual at each node. Reads four weeks at the first look (about a second a
/// busy node) and only what is new at those after it.
///
/// Opens a read-only connection for each look and blocks on the disk: call it on a worker thread, from one at a time.
class UsualTrafficReader
{
public:
    struct OfNode
    {
        QString nodeId;
        UsualTraffic usual;
    };

    explicit UsualTrafficReader(QString file);

    /// For all nodes that the history knows. Errors are sentences; the next look starts where the last good one ended.
    tl::expected<std::vector<OfNode>, QString> look(UtcTime now);

private:
    struct Learnt
    {
        TrafficTally tally;
        UtcTime until{}; ///< minutes before this are in the tally
    };

    QString m_file;
    std::map<QString, Learnt> m_nodes;
};

} // namespace barograph
