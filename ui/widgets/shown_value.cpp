// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shown_value.h"

#include "text/joined.h"
#include "text/reading_text.h"
#include "text/visibility_text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace barograph {

namespace {

struct ShownWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::ShownValue)
};

QString howText(Truth truth, const QString &source, UtcTime takenAt, UtcTime now)
{
    switch (truth) {
    case Truth::Unknown:
        return ShownWords::tr("Nothing has told this yet. It is not zero.");
    case Truth::NotSupported:
        return ShownWords::tr("This kind of node cannot tell it.");
    case Truth::NotMeasured:
        return ShownWords::tr("Its callbacks are switched off, so nothing can be said about it.");
    case Truth::Estimated:
        return ShownWords::tr("Estimated: %1.").arg(source);
    case Truth::Stale:
        return ShownWords::tr("Stale: %1, last told %2.").arg(source, formatAge(takenAt, now));
    case Truth::Measured:
        break;
    }
    return ShownWords::tr("Measured: %1.").arg(source);
}

template<typename T>
ShownValue shown(const Reading<T> &reading, const QString &text, const QString &source, UtcTime now)
{
    return {text,  reading.truth(),   howText(reading.truth(), source, reading.takenAt(), now),
            false, reading.takenAt(), now};
}

} // namespace

ShownValue shownRate(const Reading<double> &eventsPerSecond, const QString &source, UtcTime now)
{
    return shown(eventsPerSecond, formatReading(eventsPerSecond, now, formatRate), source, now);
}

ShownValue shownPercent(const Reading<double> &share, const QString &source, UtcTime now)
{
    return shown(share, formatUtilisation(share, now), source, now);
}

ShownValue shownCount(const Reading<qint64> &count, const QString &source, UtcTime now)
{
    return shown(count, formatReading(count, now), source, now);
}

ShownValue shownDuration(const Reading<Millis> &duration, const QString &source, UtcTime now)
{
    return shown(duration, formatReading(duration, now), source, now);
}

ShownValue shownSwitch(const Reading<bool> &state, const QString &on, const QString &off, const QString &source,
                       UtcTime now)
{
    return shown(state, formatReading(state, now, [&](bool isOn) { return isOn ? on : off; }), source, now);
}

ShownValue shownKindRate(const Reading<double> &eventsPerSecond, EventKind kind, NodeKind nodeKind,
                         const KindVisibility &visibility, quint64 toldSoFar, const QString &source, UtcTime now)
{
    const QString why = visibilityWhy(nodeKind, visibility, kind);
    const bool bySettings = visibility.individual[kind] == Visibility::BySettings &&
                            visibility.group[kind] != Visibility::Visible && toldSoFar == 0;
    if (visibility.isBlindFor(kind) || bySettings)
        return {visibilityNote(visibility, kind), Truth::NotSupported, why, true};
    ShownValue value = shownRate(eventsPerSecond, source, now);
    value.how = joinedSentences({value.how, why});
    return value;
}

ShownValue shownNote(EventKind kind, NodeKind nodeKind, const KindVisibility &visibility)
{
    // What is told when it is set up has a place in the Webhooks tab; only what is never told belongs beside a number.
    const bool never =
        visibility.individual[kind] == Visibility::NotVisible || visibility.group[kind] == Visibility::NotVisible;
    if (!never || visibility.isBlindFor(kind))
        return {{}, Truth::NotSupported, {}, true};
    return {visibilityNote(visibility, kind), Truth::NotSupported, visibilityWhy(nodeKind, visibility, kind), true};
}

QString localClock(UtcTime at, UtcTime now)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(unixMillis(at));
    const bool today = local.date() == QDateTime::fromMSecsSinceEpoch(unixMillis(now)).date();
    return local.toString(today ? QStringLiteral("HH:mm:ss") : QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace barograph
