// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/topology.h"

#include <QString>

#include <vector>

namespace barograph {

/// How a place in the picture of a node's members stands.
enum class PlaceLook : quint8 {
    Connected,  ///< as it should be
    Connecting, ///< should be connected, and is on its way
    Missing,    ///< should be connected and is not
    Empty,      ///< a shard for which no member stands
    Surplus,    ///< connected and should not be
    StandsBy,   ///< not connected, as it should be
    NotKnown    ///< too old to say, or a word that is not known here
};

/// One place in the picture.
struct TopologyPlace
{
    QString member; ///< name; empty for a single container and for an empty place
    QString title;
    QString word; ///< role and connection
    QString hint; ///< all of it, with since when
    PlaceLook look = PlaceLook::NotKnown;
    bool expected = false; ///< should be connected

    friend bool operator==(const TopologyPlace &, const TopologyPlace &) = default;
};

/// Places that belong together, under words that say how many are as they should be.
struct TopologyRow
{
    QString heading;
    std::vector<TopologyPlace> places;

    friend bool operator==(const TopologyRow &, const TopologyRow &) = default;
};

/// The picture of a node's members: masters, those that are or should be connected, those that stand by. Empty while
/// nothing is known. `fresh` false: what is known is too old to be believed. Pure.
std::vector<TopologyRow> topologyRows(const TopologyView &topology, const QString &nodeName, bool fresh, UtcTime now);

/// The same as sentences, for those who cannot see the picture.
QString topologyDescription(const std::vector<TopologyRow> &rows);

} // namespace barograph
