// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"
#include "eventlog/event_log.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace barograph {

/// Number of what an event was counted as: first the four kinds, then the apart ones.
inline constexpr std::size_t kLoggedKindCount = kEventKindCount + kApartKindCount;
constexpr std::size_t loggedKind(EventKind kind)
{
    return indexOf(kind);
}
constexpr std::size_t loggedKind(ApartKind kind)
{
    return kEventKindCount + indexOf(kind);
}
constexpr std::size_t loggedKind(const EventRecord &record)
{
    return ((record.flags & EventRecord::Apart) != 0 ? kEventKindCount : 0) + record.kind;
}
/// "Receive", "Reaction": as shown.
QString loggedKindText(std::size_t kind);
/// The same in English, which finds it in every language.
QString loggedKindEnglish(std::size_t kind);

/// The first digits of a hash, as shown: up to eight. Empty: any, also none.
struct HashPrefix
{
    quint32 value = 0;
    quint32 mask = 0;

    bool isEmpty() const { return mask == 0; }
    bool matches(quint32 hash) const { return hash != 0 && (hash & mask) == value; }
    friend bool operator==(const HashPrefix &, const HashPrefix &) = default;
};
/// Nothing if these are not one to eight hexadecimal digits.
std::optional<HashPrefix> hashPrefix(QStringView digits);
/// As shown: eight digits.
QString hashText(quint32 hash);

/// Which events are wanted. As made: all.
struct EventFilter
{
    static constexpr quint32 kAllKinds = (1U << kLoggedKindCount) - 1;
    static constexpr quint32 kFourKinds = (1U << kEventKindCount) - 1;

    std::optional<NodeIndex> node;
    quint32 kinds = kAllKinds; ///< bit loggedKind()
    bool first = true;         ///< events that were not counted before
    bool redelivered = true;
    std::optional<UtcTime> from; ///< of arrival, inclusive
    std::optional<UtcTime> to;   ///< exclusive
    std::optional<Millis> leastLag;
    HashPrefix participant;
    HashPrefix group;
    HashPrefix message;
    QStringList words; ///< each has to be in something that is shown

    friend bool operator==(const EventFilter &, const EventFilter &) = default;
};

/// What stands in the filter line: words, and among them `lag>=5s`, `group:4f2a`, `participant:…`, `message:…`; their
/// names in English or in the language of the window. Replaces these parts of `filter`; where a term makes no sense, it
/// stays as it was, and a sentence says why.
QString readFilterLine(const QString &line, EventFilter &filter);
enum class HashField : quint8 { Group, Participant, Message };
/// `line` with the term of this field set to this hash, in place of another one of the same field.
QString withHashTerm(const QString &line, HashField field, quint32 hash);

/// The words that stand for what records hold only numbers of.
struct EventWords
{
    std::map<NodeIndex, QString> nodes;
    QHash<quint32, QString> groups; ///< subjects, by part of the hash
    QString redelivered;            ///< the word for it, likewise for the others
    QString apart;
    QString counted;
    Millis utcOffset{}; ///< of the wall clock that is shown

    friend bool operator==(const EventWords &, const EventWords &) = default;
};

/// Terms to offer while a filter is typed, in the language of the window.
QStringList filterCompletions(const EventWords &words);

/// What is in a chunk, to pass over it whole.
struct ChunkSummary
{
    qint64 earliestMs = std::numeric_limits<qint64>::max();
    qint64 latestMs = std::numeric_limits<qint64>::min();
    qint32 mostLagMs = EventRecord::kNoLag;
    quint32 kinds = 0;
    quint64 nodes = 0;  ///< bit node % 64
    quint64 groups = 0; ///< bit hash % 64
    bool first = false;
    bool redelivered = false;

    static ChunkSummary of(const EventChunk &chunk);
};

/// A filter, prepared so that a record costs some nanoseconds: words have become sets of numbers. Pure.
class EventMatcher
{
public:
    EventMatcher(EventFilter filter, const EventWords &words);

    bool matches(const EventRecord &record) const;
    /// False: no record in it matches.
    bool mayMatch(const ChunkSummary &summary) const;

private:
    struct Word
    {
        quint32 kinds = 0;
        bool redelivered = false;
        bool apart = false;
        bool counted = false;
        std::vector<NodeIndex> nodes;
        std::vector<quint32> groups;
        quint32 digits = 0;    ///< in a hash, at any place
        int digitCount = 0;    ///< 0: is no part of one
        qint64 dayFromMs = -1; ///< time of day; −1: is none
        qint64 dayToMs = -1;

        bool matches(const EventRecord &record, qint64 utcOffsetMs) const;
        bool isInHash(quint32 hash) const;
    };
    static Word prepared(const QString &word, const EventWords &words);

    EventFilter m_filter;
    std::vector<Word> m_words;
    qint64 m_fromMs;
    qint64 m_toMs;
    qint64 m_leastLagMs;
    qint64 m_utcOffsetMs;
};

} // namespace barograph
