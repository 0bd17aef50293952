// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventlog/event_filter.h"

#include "text/labels.h"

#include <algorithm>

namespace barograph {

namespace {

constexpr int kHashDigits = 8;
constexpr qint64 kDayMs = 86'400'000;

/// "14:02" or "14:02:31", as a stretch of the day.
bool readTimeOfDay(const QString &word, qint64 &fromMs, qint64 &toMs)
{
    const auto parts = word.split(u':');
    if (parts.size() < 2 || parts.size() > 3)
        return false;
    std::array<qint64, 3> numbers{};
    for (qsizetype i = 0; i < parts.size(); ++i) {
        bool ok = false;
        numbers[static_cast<std::size_t>(i)] = parts[i].toInt(&ok);
        if (!ok || parts[i].size() > 2 || numbers[static_cast<std::size_t>(i)] >= (i == 0 ? 24 : 60))
            return false;
    }
    fromMs = ((numbers[0] * 60 + numbers[1]) * 60 + numbers[2]) * 1'000;
    toMs = fromMs + (parts.size() == 2 ? 60'000 : 1'000);
    return true;
}

template<typename Value> bool isAmong(const std::vector<Value> &sorted, Value value)
{
    return !sorted.empty() && std::binary_search(sorted.begin(), sorted.end(), value);
}

} // namespace

QString loggedKindText(std::size_t kind)
{
    return kind < kEventKindCount ? eventKindText(static_cast<EventKind>(kind))
                                  : apartKindText(static_cast<ApartKind>(kind - kEventKindCount));
}

QString loggedKindEnglish(std::size_t kind)
{
    return kind < kEventKindCount ? eventKindEnglish(static_cast<EventKind>(kind))
                                  : apartKindEnglish(static_cast<ApartKind>(kind - kEventKindCount));
}

std::optional<HashPrefix> hashPrefix(QStringView digits)
{
    const auto count = static_cast<int>(digits.size());
    bool ok = count > 0 && count <= kHashDigits && digits[0] != u'+' && digits[0] != u'-';
    const auto value = ok ? digits.toUInt(&ok, 16) : 0U;
    if (!ok)
        return std::nullopt;
    const int shift = 4 * (kHashDigits - count);
    return HashPrefix{value << shift, 0xffff'ffffU << shift};
}

QString hashText(quint32 hash)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    QString text(kHashDigits, Qt::Uninitialized);
    for (int i = 0; i < kHashDigits; ++i)
        text[i] = QLatin1Char(kDigits[(hash >> (4 * (kHashDigits - 1 - i))) & 0xfU]);
    return text;
}

ChunkSummary ChunkSummary::of(const EventChunk &chunk)
{
    ChunkSummary summary;
    for (const auto &record : chunk.records) {
        summary.earliestMs = std::min(summary.earliestMs, record.arrivedMs);
        summary.latestMs = std::max(summary.latestMs, record.arrivedMs);
        summary.mostLagMs = std::max(summary.mostLagMs, record.lagMs);
        summary.kinds |= 1U << loggedKind(record);
        summary.nodes |= quint64{1} << (record.node % 64U);
        summary.groups |= quint64{1} << (record.group % 64U);
        const bool again = (record.flags & EventRecord::Redelivered) != 0;
        summary.redelivered |= again;
        summary.first |= !again;
    }
    return summary;
}

EventMatcher::EventMatcher(EventFilter filter, const EventWords &words)
    : m_filter(std::move(filter))
    , m_fromMs(m_filter.from ? unixMillis(*m_filter.from) : std::numeric_limits<qint64>::min())
    , m_toMs(m_filter.to ? unixMillis(*m_filter.to) : std::numeric_limits<qint64>::max())
    , m_leastLagMs(m_filter.leastLag ? m_filter.leastLag->count() : std::numeric_limits<qint64>::min())
    , m_utcOffsetMs(words.utcOffset.count())
{
    for (const auto &word : m_filter.words)
        m_words.push_back(prepared(word, words));
}

EventMatcher::Word EventMatcher::prepared(const QString &word, const EventWords &words)
{
    const auto isIn = [&word](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
    Word result;
    for (std::size_t kind = 0; kind < kLoggedKindCount; ++kind)
        result.kinds |= isIn(loggedKindText(kind)) || isIn(loggedKindEnglish(kind)) ? 1U << kind : 0U;
    result.redelivered = isIn(words.redelivered) || isIn(QStringLiteral("redelivered"));
    result.apart = isIn(words.apart) || isIn(QStringLiteral("apart"));
    result.counted = isIn(words.counted) || isIn(QStringLiteral("as TPS"));
    for (const auto &[index, name] : words.nodes) {
        if (isIn(name))
            result.nodes.push_back(index);
    }
    for (auto group = words.groups.begin(); group != words.groups.end(); ++group) {
        if (isIn(group.value()))
            result.groups.push_back(group.key());
    }
    std::sort(result.groups.begin(), result.groups.end());
    if (const auto prefix = hashPrefix(word)) {
        result.digitCount = static_cast<int>(word.size());
        result.digits = prefix->value >> (4 * (kHashDigits - result.digitCount));
    }
    (void)readTimeOfDay(word, result.dayFromMs, result.dayToMs);
    return result;
}

bool EventMatcher::Word::isInHash(quint32 hash) const
{
    if (hash == 0)
        return false;
    const quint32 mask = digitCount == kHashDigits ? 0xffff'ffffU : (1U << (4 * digitCount)) - 1;
    for (int shift = 0; shift <= 4 * (kHashDigits - digitCount); shift += 4) {
        if (((hash >> shift) & mask) == digits)
            return true;
    }
    return false;
}

bool EventMatcher::Word::matches(const EventRecord &record, qint64 utcOffsetMs) const
{
    const bool again = (record.flags & EventRecord::Redelivered) != 0;
    const bool isApart = (record.flags & EventRecord::Apart) != 0;
    if ((kinds >> loggedKind(record) & 1U) != 0 || (again && redelivered) || (!again && isApart && apart) ||
        (!again && !isApart && counted))
        return true;
    if (isAmong(nodes, record.node) || isAmong(groups, record.group))
        return true;
    if (digitCount > 0 && (isInHash(record.group) || isInHash(record.participant) || isInHash(record.message)))
        return true;
    if (dayFromMs < 0)
        return false;
    const qint64 ofDay = ((record.arrivedMs + utcOffsetMs) % kDayMs + kDayMs) % kDayMs;
    return ofDay >= dayFromMs && ofDay < dayToMs;
}

bool EventMatcher::matches(const EventRecord &record) const
{
    const bool again = (record.flags & EventRecord::Redelivered) != 0;
    if (record.arrivedMs < m_fromMs || record.arrivedMs >= m_toMs || !(again ? m_filter.redelivered : m_filter.first) ||
        (m_filter.kinds >> loggedKind(record) & 1U) == 0 || (m_filter.node && *m_filter.node != record.node))
        return false;
    if (m_filter.leastLag && (record.lagMs == EventRecord::kNoLag || record.lagMs < m_leastLagMs))
        return false;
    if ((!m_filter.participant.isEmpty() && !m_filter.participant.matches(record.participant)) ||
        (!m_filter.group.isEmpty() && !m_filter.group.matches(record.group)) ||
        (!m_filter.message.isEmpty() && !m_filter.message.matches(record.message)))
        return false;
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const Word &word) { return word.matches(record, m_utcOffsetMs); });
}

bool EventMatcher::mayMatch(const ChunkSummary &summary) const
{
    if (summary.latestMs < m_fromMs || summary.earliestMs >= m_toMs || (summary.kinds & m_filter.kinds) == 0)
        return false;
    if (!(summary.first && m_filter.first) && !(summary.redelivered && m_filter.redelivered))
        return false;
    if (m_filter.node && (summary.nodes >> (*m_filter.node % 64U) & 1U) == 0)
        return false;
    if (m_filter.leastLag && (summary.mostLagMs == EventRecord::kNoLag || summary.mostLagMs < m_leastLagMs))
        return false;
    // Only a whole hash says which bit it has.
    const auto &group = m_filter.group;
    return group.mask != 0xffff'ffffU || (summary.groups >> (group.value % 64U) & 1U) != 0;
}

} // namespace barograph
