// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_shards.h"

#include "net/json_pointer.h"
#include "nodes/probe_words.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace barograph {

tl::expected<int, QString> parseShardsAnswer(const QByteArray &body)
{
    constexpr int kMostShards = 32;
    const QJsonValue told = jsonAt(QJsonDocument::fromJson(body).object(), QStringLiteral("/account/shards"));
    // Numbers are texts in some versions of the API.
    const int shards = told.isString() ? told.toString().toInt() : told.toInt();
    if (shards < 1 || shards > kMostShards)
        return tl::unexpected(
            ProbeWords::tr("The shards answer holds no number of shards. Check the client's version."));
    return shards;
}

} // namespace barograph
