// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventlog/event_filter.h"

#include <QCoreApplication>

#include <cmath>

namespace barograph {

namespace {

QString filterLineText(const char *source)
{
    return QCoreApplication::translate("EventFilter", source);
}

/// "5s", "250ms", "2m", "1.5h"; seconds without a unit.
std::optional<Millis> readSpan(QStringView text)
{
    struct Unit
    {
        QLatin1String name;
        double millis;
    };
    // Longer names first: "ms" ends in "s".
    static constexpr std::array<Unit, 6> kUnits{Unit{QLatin1String("ms"), 1},    Unit{QLatin1String("min"), 60'000},
                                                Unit{QLatin1String("s"), 1'000}, Unit{QLatin1String("m"), 60'000},
                                                Unit{QLatin1String("h"), 3.6e6}, Unit{QLatin1String(""), 1'000}};
    constexpr double kMostMs = 30.0 * 86'400'000;
    for (const auto &unit : kUnits) {
        if (!text.endsWith(unit.name, Qt::CaseInsensitive))
            continue;
        bool ok = false;
        const double value = text.chopped(unit.name.size()).toDouble(&ok) * unit.millis;
        if (!ok || !std::isfinite(value) || std::abs(value) > kMostMs)
            return std::nullopt;
        return Millis{std::llround(value)};
    }
    return std::nullopt;
}

HashPrefix *hashOf(EventFilter &filter, QStringView key)
{
    if (key == QLatin1String("group"))
        return &filter.group;
    if (key == QLatin1String("participant"))
        return &filter.participant;
    return key == QLatin1String("message") ? &filter.message : nullptr;
}

} // namespace

QString readFilterLine(const QString &line, EventFilter &filter)
{
    EventFilter read = filter;
    read.leastLag.reset();
    read.participant = read.group = read.message = {};
    read.words.clear();
    const auto terms = line.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const auto &term : terms) {
        const QString lower = term.toLower();
        if (lower.startsWith(QLatin1String("lag>")) || lower.startsWith(QLatin1String("lag:"))) {
            auto amount = QStringView(lower).mid(4);
            if (amount.startsWith(u'='))
                amount = amount.mid(1);
            read.leastLag = readSpan(amount);
            if (!read.leastLag)
                return filterLineText("“%1” is no lag. Write it like lag>=5s, lag>=250ms or lag>=2m.").arg(term);
            continue;
        }
        const auto colon = lower.indexOf(u':');
        HashPrefix *hash = colon > 0 ? hashOf(read, QStringView(lower).left(colon)) : nullptr;
        if (hash == nullptr) {
            read.words.append(term);
            continue;
        }
        const auto prefix = hashPrefix(QStringView(lower).mid(colon + 1));
        if (!prefix)
            return filterLineText("“%1” names no hash. Write its digits as the log shows them, the first few are "
                                  "enough: group:4f2a.")
                .arg(term);
        *hash = *prefix;
    }
    filter = read;
    return {};
}

QString withHashTerm(const QString &line, const QString &key, quint32 hash)
{
    auto terms = line.simplified().split(u' ', Qt::SkipEmptyParts);
    const QString prefix = key + u':';
    terms.removeIf([&prefix](const QString &term) { return term.startsWith(prefix, Qt::CaseInsensitive); });
    terms.append(prefix + hashText(hash));
    return terms.join(u' ');
}

} // namespace barograph
