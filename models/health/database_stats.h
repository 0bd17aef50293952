// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QMetaType>
#include <QString>

#include <vector>

namespace barograph {

/// One gauge of GET /v1/stats/db.
struct DatabaseFigure
{
    QString name; ///< as the node calls it, e.g. "db_messages"
    QString type; ///< its label `type`, e.g. "whatsapp_user"; may be empty
    qint64 value = 0;

    friend bool operator==(const DatabaseFigure &, const DatabaseFigure &) = default;
};

/// What came of asking an on-premises client to count what is in its database. Slow, and a load on a large database:
/// asked on demand only. Source: WhatsApp Business API reference, "Database stats".
struct DatabaseStats
{
    QString nodeId;
    QString error; ///< a sentence that says what to do; not empty: there are no figures
    UtcTime askedAt{};
    Millis took{};
    std::vector<DatabaseFigure> figures; ///< by name and type, summed over the members of a cluster

    friend bool operator==(const DatabaseStats &, const DatabaseStats &) = default;
};

/// What a gauge counts, in words; its own name if this version does not know it.
QString databaseFigureText(const DatabaseFigure &figure);

} // namespace barograph

Q_DECLARE_METATYPE(barograph::DatabaseStats)
