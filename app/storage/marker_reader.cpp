// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/marker_reader.h"

#include "storage/marker_table.h"

#include <QFileInfo>

namespace barograph {

MarkerSpan readMarkers(const QString &historyFile, const QString &nodeId, UtcTime from, UtcTime to)
{
    MarkerSpan span{nodeId, from, to, std::make_shared<const std::vector<Marker>>(), {}};
    if (!QFileInfo::exists(historyFile))
        return span;
    const auto fail = [&](const HistoryError &error) {
        span.error = describe(error, historyFile);
        return span;
    };
    const auto database = HistoryDatabase::open(historyFile, HistoryDatabase::Access::ReadOnly);
    if (!database)
        return fail(database.error());
    const auto version = (*database)->value(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return fail(version.error());
    if (version->toInt() > historyVersion())
        return fail({HistoryFault::TooNew, QStringLiteral("format %1").arg(version->toInt())});
    // It is being made or brought up to date just now: the writer says if that fails.
    if (version->toInt() < historyVersion())
        return span;
    auto markers = selectMarkers(**database, nodeId, from, to, kMostMarkersRead);
    if (!markers)
        return fail(markers.error());
    span.markers = std::make_shared<const std::vector<Marker>>(*std::move(markers));
    return span;
}

} // namespace barograph
