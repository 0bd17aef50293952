// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventlog/event_filter.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace barograph {

namespace {

struct FilterLineWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::EventFilter)
};

/// What may stand before : or > in a term. English works in every language: what was noted or copied once goes on
/// finding the same.
struct FilterKey
{
    QLatin1String english;
    QString shown; ///< in the language of the window, lower case, one word

    bool isKey(QStringView text) const { return text == english || text == shown; }
};

QString oneWord(const QString &translated, QLatin1String english)
{
    const QString word = translated.simplified().toLower();
    const bool usable = !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); });
    return usable ? word : QString(english);
}

FilterKey lagKey()
{
    constexpr QLatin1String kLag("lag");
    return {kLag, oneWord(FilterLineWords::tr("lag", "key in the filter line of the event log, one word"), kLag)};
}

FilterKey hashKey(HashField field)
{
    constexpr QLatin1String kGroup("group");
    constexpr QLatin1String kParticipant("participant");
    constexpr QLatin1String kMessage("message");
    switch (field) {
    case HashField::Group:
        return {kGroup,
                oneWord(FilterLineWords::tr("group", "key in the filter line of the event log, one word"), kGroup)};
    case HashField::Participant:
        return {kParticipant,
                oneWord(FilterLineWords::tr("participant", "key in the filter line of the event log, one word"),
                        kParticipant)};
    case HashField::Message:
        break;
    }
    return {kMessage,
            oneWord(FilterLineWords::tr("message", "key in the filter line of the event log, one word"), kMessage)};
}

constexpr std::array<HashField, 3> kHashFields{HashField::Group, HashField::Participant, HashField::Message};

/// The number of characters that `lower` begins with `key`, in either language, and one of `marks`; 0: it does not.
qsizetype begunWith(QStringView lower, const FilterKey &key, QStringView marks)
{
    const auto mark = std::find_if(lower.begin(), lower.end(), [marks](QChar c) { return marks.contains(c); });
    const auto length = static_cast<qsizetype>(mark - lower.begin());
    return mark != lower.end() && key.isKey(lower.left(length)) ? length + 1 : 0;
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
        // Half of the world writes 1,5.
        const double value = text.chopped(unit.name.size()).toString().replace(u',', u'.').toDouble(&ok) * unit.millis;
        if (!ok || !std::isfinite(value) || std::abs(value) > kMostMs)
            return std::nullopt;
        return Millis{std::llround(value)};
    }
    return std::nullopt;
}

HashPrefix &hashOf(EventFilter &filter, HashField field)
{
    switch (field) {
    case HashField::Group:
        return filter.group;
    case HashField::Participant:
        return filter.participant;
    case HashField::Message:
        break;
    }
    return filter.message;
}

} // namespace

QString readFilterLine(const QString &line, EventFilter &filter)
{
    EventFilter read = filter;
    read.leastLag.reset();
    read.participant = read.group = read.message = {};
    read.words.clear();
    const auto lag = lagKey();
    const std::array<FilterKey, kHashFields.size()> keys{hashKey(kHashFields[0]), hashKey(kHashFields[1]),
                                                         hashKey(kHashFields[2])};
    const auto terms = line.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const auto &term : terms) {
        const QString lower = term.toLower();
        if (const auto begin = begunWith(lower, lag, u">:"); begin > 0) {
            auto amount = QStringView(lower).mid(begin);
            if (amount.startsWith(u'='))
                amount = amount.mid(1);
            read.leastLag = readSpan(amount);
            if (!read.leastLag)
                return FilterLineWords::tr("“%1” is no lag. Write it like %2>=5s, %2>=250ms or %2>=2m.")
                    .arg(term, lag.shown);
            continue;
        }
        bool isHash = false;
        for (std::size_t i = 0; i < keys.size() && !isHash; ++i) {
            const auto begin = begunWith(lower, keys[i], u":");
            isHash = begin > 0;
            const auto prefix = isHash ? hashPrefix(QStringView(lower).mid(begin)) : std::nullopt;
            if (isHash && !prefix)
                return FilterLineWords::tr("“%1” names no hash. Write its digits as the log shows them, the first few "
                                           "are enough: %2:4f2a.")
                    .arg(term, keys[i].shown);
            if (isHash)
                hashOf(read, kHashFields[i]) = *prefix;
        }
        if (!isHash)
            read.words.append(term);
    }
    filter = read;
    return {};
}

QString withHashTerm(const QString &line, HashField field, quint32 hash)
{
    const auto key = hashKey(field);
    auto terms = line.simplified().split(u' ', Qt::SkipEmptyParts);
    terms.removeIf([&key](const QString &term) { return begunWith(term.toLower(), key, u":") > 0; });
    terms.append(key.shown + u':' + hashText(hash));
    return terms.join(u' ');
}

QStringList filterCompletions(const EventWords &words)
{
    QStringList terms{lagKey().shown + QStringLiteral(">=")};
    for (const auto field : kHashFields)
        terms.append(hashKey(field).shown + u':');
    const auto addWord = [&terms](const QString &word) {
        // A term ends at a space.
        if (!word.isEmpty() && !word.contains(u' ') && !terms.contains(word, Qt::CaseInsensitive))
            terms.append(word.toLower());
    };
    for (std::size_t kind = 0; kind < kLoggedKindCount; ++kind)
        addWord(loggedKindText(kind));
    addWord(words.redelivered);
    addWord(words.apart);
    addWord(words.counted);
    return terms;
}

} // namespace barograph
