// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/topology_tiles.h"

#include "text/joined.h"
#include "text/numbers.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace barograph {

namespace {

struct TopologyTileWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::TopologyTiles)
};

bool isMasterPlace(const MemberView &entry)
{
    return entry.member.role == MemberRole::PrimaryMaster || entry.member.role == MemberRole::SecondaryMaster;
}

PlaceLook lookOf(const MemberView &entry, bool fresh)
{
    const auto gateway = entry.member.gateway;
    if (!fresh || gateway == GatewayStatus::Unrecognised)
        return PlaceLook::NotKnown;
    if (gateway == GatewayStatus::Connected) {
        // A master's connection harms nobody; that of a second CoreApp does.
        return entry.asExpected ? PlaceLook::Connected : PlaceLook::Surplus;
    }
    if (!entry.expectedConnected)
        return PlaceLook::StandsBy;
    return gateway == GatewayStatus::Connecting ? PlaceLook::Connecting : PlaceLook::Missing;
}

QString wordOf(const MemberView &entry, PlaceLook look)
{
    QString word;
    switch (look) {
    case PlaceLook::StandsBy:
        word = entry.member.role == MemberRole::PrimaryMaster ? TopologyTileWords::tr("needs no connection")
                                                              : TopologyTileWords::tr("stands by");
        break;
    case PlaceLook::Missing:
        word = entry.member.gateway == GatewayStatus::Disconnected ? TopologyTileWords::tr("not connected")
                                                                   : gatewayStatusText(entry.member.gateway);
        break;
    case PlaceLook::Surplus:
        word = TopologyTileWords::tr("connected, should not be");
        break;
    case PlaceLook::NotKnown:
        word = TopologyTileWords::tr("not known");
        break;
    default:
        word = gatewayStatusText(entry.member.gateway);
        break;
    }
    if (entry.member.role == MemberRole::PrimaryMaster)
        return TopologyTileWords::tr("primary · %1").arg(word);
    if (entry.member.role == MemberRole::SecondaryMaster)
        return TopologyTileWords::tr("secondary · %1").arg(word);
    return word;
}

TopologyPlace placeOf(const MemberView &entry, const TopologyView &topology, const QString &nodeName, bool fresh,
                      UtcTime now)
{
    TopologyPlace place;
    place.member = entry.member.name;
    place.title = entry.member.name.isEmpty() ? nodeName : shownMember(entry.member.name, topology);
    place.look = lookOf(entry, fresh);
    place.word = wordOf(entry, place.look);
    place.expected = entry.expectedConnected;
    place.hint = TopologyTileWords::tr("%1, %2: %3, %4 since %5. %6")
                     .arg(entry.member.name.isEmpty() ? nodeName : entry.member.name, memberRoleText(entry.member.role),
                          place.word, gatewayStatusText(entry.member.gateway),
                          formatUtc(entry.since) + QStringLiteral(" (") + formatAge(entry.since, now) + u')',
                          entry.expectedConnected ? TopologyTileWords::tr("It is expected to be connected.")
                                                  : TopologyTileWords::tr("It is not expected to be connected."));
    return place;
}

TopologyPlace emptyPlace()
{
    TopologyPlace place;
    place.title = TopologyTileWords::tr("No CoreApp");
    place.word = TopologyTileWords::tr("missing");
    place.hint = TopologyTileWords::tr("A connection that should be there and for which the node names no member.");
    place.look = PlaceLook::Empty;
    place.expected = true;
    return place;
}

std::ptrdiff_t countOf(const std::vector<TopologyPlace> &places, PlaceLook look)
{
    return std::count_if(places.begin(), places.end(),
                         [look](const TopologyPlace &place) { return place.look == look; });
}

QString headingOf(const TopologyView &topology, const std::vector<TopologyPlace> &places, std::size_t standingBy)
{
    const auto connected = countOf(places, PlaceLook::Connected) + countOf(places, PlaceLook::Surplus);
    QStringList parts;
    if (topology.shape == TopologyShape::MultiConnect)
        parts << TopologyTileWords::tr("CoreApps: %1 of %n shard(s) connected", nullptr, topology.expectedShards())
                     .arg(connected);
    else
        parts << TopologyTileWords::tr("CoreApps: %1 connected, exactly 1 should be").arg(connected);
    if (const auto count = countOf(places, PlaceLook::Connecting); count > 0)
        parts << TopologyTileWords::tr("%1 connecting").arg(count);
    if (const auto count = countOf(places, PlaceLook::Missing) + countOf(places, PlaceLook::Empty); count > 0)
        parts << TopologyTileWords::tr("%1 missing").arg(count);
    parts << (standingBy > 0 ? TopologyTileWords::tr("%1 standing by").arg(standingBy)
                             : TopologyTileWords::tr("none standing by"));
    return parts.join(QStringLiteral(", "));
}

} // namespace

std::vector<TopologyRow> topologyRows(const TopologyView &topology, const QString &nodeName, bool fresh, UtcTime now)
{
    if (topology.members.empty())
        return {};
    TopologyRow masters{TopologyTileWords::tr("Masters"), {}};
    TopologyRow serving;
    std::vector<TopologyPlace> standingBy;
    for (const auto &entry : topology.members) {
        auto place = placeOf(entry, topology, nodeName, fresh, now);
        if (topology.shape != TopologyShape::Single && isMasterPlace(entry))
            masters.places.push_back(std::move(place));
        else if (entry.standsBy() && place.look != PlaceLook::Connected)
            standingBy.push_back(std::move(place));
        else
            serving.places.push_back(std::move(place));
    }
    for (int i = 0; i < topology.emptyPlaces; ++i)
        serving.places.push_back(emptyPlace());
    if (topology.shape == TopologyShape::Single) {
        serving.heading = TopologyTileWords::tr("Single container");
        return {serving};
    }
    serving.heading = fresh ? headingOf(topology, serving.places, standingBy.size())
                            : TopologyTileWords::tr("CoreApps, as last told");
    if (masters.places.empty())
        masters.heading = TopologyTileWords::tr("Masters: none is named");
    serving.places.insert(serving.places.end(), std::make_move_iterator(standingBy.begin()),
                          std::make_move_iterator(standingBy.end()));
    return {masters, serving};
}

QString topologyDescription(const std::vector<TopologyRow> &rows)
{
    QStringList lines;
    for (const auto &row : rows) {
        QStringList places;
        for (const auto &place : row.places)
            places << TopologyTileWords::tr("%1 %2", "member, its state").arg(place.title, place.word);
        lines << (places.isEmpty()
                      ? TopologyTileWords::tr("%1.", "heading").arg(row.heading)
                      : TopologyTileWords::tr("%1: %2.", "heading, members").arg(row.heading, joinedList(places)));
    }
    return joinedSentences(lines);
}

} // namespace barograph
