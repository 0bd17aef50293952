// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/database_stats.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct DatabaseStatsWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::DatabaseStats)
};

} // namespace

namespace {

QString figureName(const DatabaseFigure &figure)
{
    if (figure.name == QLatin1String("db_contacts")) {
        if (figure.type == QLatin1String("whatsapp_user"))
            return DatabaseStatsWords::tr("Contacts on WhatsApp");
        if (figure.type == QLatin1String("non_whatsapp_user"))
            return DatabaseStatsWords::tr("Contacts not on WhatsApp");
        return DatabaseStatsWords::tr("Contacts");
    }
    if (figure.name == QLatin1String("db_messages"))
        return DatabaseStatsWords::tr("Messages");
    if (figure.name == QLatin1String("db_message_receipts"))
        return DatabaseStatsWords::tr("Receipts");
    if (figure.name == QLatin1String("db_pending_callbacks"))
        return DatabaseStatsWords::tr("Callbacks waiting");
    if (figure.name == QLatin1String("db_pending_messages"))
        return DatabaseStatsWords::tr("Outgoing messages waiting");
    return figure.name;
}

/// Types that the name says already, or that say nothing.
bool isToldByName(const DatabaseFigure &figure)
{
    return figure.type.isEmpty() || figure.type == QLatin1String("undefined") ||
           (figure.name == QLatin1String("db_contacts") &&
            (figure.type == QLatin1String("whatsapp_user") || figure.type == QLatin1String("non_whatsapp_user")));
}

} // namespace

QString databaseFigureText(const DatabaseFigure &figure)
{
    return isToldByName(figure) ? figureName(figure) : figureName(figure) % QStringLiteral(" (%1)").arg(figure.type);
}

} // namespace barograph
