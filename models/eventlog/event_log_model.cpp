// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventlog/event_log_model.h"

#include "eventlog/event_log_writer.h"
#include "text/labels.h"
#include "text/numbers.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

namespace barograph {

namespace {

/// Leaves as much time to the rest of the screen as a slice takes.
constexpr int kBetweenSlicesMs = 3;

QString lagText(qint32 lagMs)
{
    if (lagMs == EventRecord::kNoLag)
        return EventLogModel::tr("not told");
    // Negative: the node's clock is ahead of ours. That is no 0.
    return lagMs < 0 ? QString(u'−' + formatDuration(Millis{-qint64{lagMs}})) : formatDuration(Millis{lagMs});
}

} // namespace

EventLogModel::EventLogModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_matcher(m_filter, m_words)
    , m_clock(formatUtc)
    , m_timeHeader(columnName(TimeColumn))
{
    m_words.redelivered = tr("redelivered");
    m_words.apart = tr("apart");
    m_words.counted = tr("as TPS");
    m_slices.setSingleShot(true);
    m_slices.setInterval(kBetweenSlicesMs);
    connect(&m_slices, &QTimer::timeout, this, &EventLogModel::search);
}

void EventLogModel::setClock(ClockText clock, const QString &header, Millis utcOffset)
{
    m_clock = std::move(clock);
    m_timeHeader = header;
    m_words.utcOffset = utcOffset;
    Q_EMIT headerDataChanged(Qt::Horizontal, TimeColumn, TimeColumn);
    if (!m_filter.words.isEmpty())
        restart();
}

QString EventLogModel::columnName(Column column)
{
    switch (column) {
    case TimeColumn:
        return tr("Arrived");
    case NodeColumn:
        return tr("Node");
    case KindColumn:
        return tr("Kind");
    case LagColumn:
        return tr("Lag");
    case GroupColumn:
        return tr("Group");
    case ParticipantColumn:
        return tr("Participant");
    case MessageColumn:
        return tr("Message");
    case CountedColumn:
        return tr("Counted");
    case ColumnCount:
        break;
    }
    return {};
}

int EventLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EventLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString EventLogModel::text(const EventRecord &record, Column column) const
{
    const auto hash = [](quint32 value) { return value == 0 ? QString() : hashText(value); };
    switch (column) {
    case TimeColumn:
        return m_clock(fromUnixMillis(record.arrivedMs));
    case NodeColumn: {
        const auto name = m_words.nodes.find(record.node);
        return name != m_words.nodes.end() ? name->second : tr("no longer configured");
    }
    case KindColumn:
        return loggedKindText(loggedKind(record));
    case LagColumn:
        return lagText(record.lagMs);
    case GroupColumn: {
        const auto subject = m_words.groups.constFind(record.group);
        return subject != m_words.groups.cend() ? *subject : hash(record.group);
    }
    case ParticipantColumn:
        return hash(record.participant);
    case MessageColumn:
        return hash(record.message);
    case CountedColumn:
        if ((record.flags & EventRecord::Redelivered) != 0)
            return m_words.redelivered;
        return (record.flags & EventRecord::Apart) != 0 ? m_words.apart : m_words.counted;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant EventLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = static_cast<Column>(index.column());
    const auto &shown = record(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, column);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column of the event log, value").arg(columnName(column), text(shown, column));
    case Qt::ToolTipRole:
        if (column == GroupColumn && shown.group != 0)
            return tr("%1, hash %2").arg(text(shown, column), hashText(shown.group));
        if (column == LagColumn)
            return tr("Time of arrival here less the event's own time. The two clocks are not compared.");
        return {};
    case Qt::TextAlignmentRole:
        return static_cast<int>((column == LagColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant EventLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == TimeColumn ? m_timeHeader : columnName(static_cast<Column>(section));
}

int EventLogModel::rowBefore(UtcTime at) const
{
    if (m_rows.empty())
        return -1;
    const auto found =
        std::partition_point(m_rows.begin(), m_rows.end(), [this, ms = unixMillis(at)](quint64 sequence) {
            return m_log->at(sequence).arrivedMs >= ms;
        });
    const auto row = static_cast<int>(found - m_rows.begin());
    return std::min(row, static_cast<int>(m_rows.size()) - 1);
}

void EventLogModel::takeWords(const Frame &frame)
{
    // A node that is gone keeps its name: its events are still here.
    auto nodes = m_words.nodes;
    std::vector<std::shared_ptr<const std::vector<GroupView>>> groups;
    for (const auto &node : frame.nodes) {
        nodes[node.index] = node.name.isEmpty() ? node.id : node.name;
        groups.push_back(node.groups);
    }
    if (nodes == m_words.nodes && groups == m_groups)
        return;
    m_words.nodes = std::move(nodes);
    if (groups != m_groups) {
        m_groups = std::move(groups);
        m_words.groups.clear();
        for (const auto &list : m_groups) {
            if (!list)
                continue;
            for (const auto &group : *list) {
                if (!group.subject.isEmpty())
                    m_words.groups.insert(EventLogWriter::partOf(group.id), group.subject);
            }
        }
    }
    if (!m_filter.words.isEmpty())
        restart();
    else if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, NodeColumn), index(rowCount() - 1, GroupColumn), {Qt::DisplayRole});
}

void EventLogModel::setFrame(const Frame &frame)
{
    takeWords(frame);
    const auto &next = frame.events;
    if (next == m_log)
        return;
    const bool sameLog = next && m_log && next->log == m_log->log;
    if (sameLog && next->firstSequence <= m_searchedEnd && next->endSequence() >= m_searchedEnd) {
        dropGone(next->firstSequence); // while they can still be read: views ask about what goes
        m_log = next;
        search();
        return;
    }
    beginResetModel();
    m_rows.clear();
    if (!sameLog)
        m_summaries.clear();
    m_log = next;
    endResetModel();
    restart();
}

void EventLogModel::setFilter(const EventFilter &filter)
{
    if (filter == m_filter)
        return;
    // A left edge that moves on with the time takes nothing new in.
    auto moved = filter;
    moved.from = m_filter.from;
    const bool onlyLater = moved == m_filter && m_filter.from && filter.from && *filter.from > *m_filter.from;
    m_filter = filter;
    if (!onlyLater) {
        restart();
        return;
    }
    m_matcher = EventMatcher(m_filter, m_words);
    dropBefore(*m_filter.from);
    Q_EMIT searched();
}

void EventLogModel::restart()
{
    beginResetModel();
    m_rows.clear();
    m_matcher = EventMatcher(m_filter, m_words);
    m_searchedBegin = m_searchedEnd = m_log ? m_log->endSequence() : 0;
    endResetModel();
    search();
}

bool EventLogModel::mayMatch(std::size_t chunk)
{
    if (chunk + 1 == m_log->chunks.size())
        return true; // is still being filled
    const quint64 key = m_log->firstSequence + chunk * EventChunk::kRecords;
    auto known = m_summaries.find(key);
    if (known == m_summaries.end())
        known = m_summaries.emplace(key, ChunkSummary::of(*m_log->chunks[chunk])).first;
    return m_matcher.mayMatch(known->second);
}

void EventLogModel::search()
{
    if (m_log) {
        QElapsedTimer clock;
        clock.start();
        const auto timeIsUp = [&clock] { return clock.elapsed() >= kSlice.count(); };
        searchNewer(timeIsUp);
        searchOlder(timeIsUp);
        if (m_searchedEnd < m_log->endSequence() || m_searchedBegin > m_log->firstSequence)
            m_slices.start();
        else
            m_slices.stop();
    } else {
        m_slices.stop();
    }
    Q_EMIT searched();
}

void EventLogModel::searchNewer(const std::function<bool()> &timeIsUp)
{
    std::vector<quint64> found;
    while (m_searchedEnd < m_log->endSequence() && !timeIsUp()) {
        const auto chunk = static_cast<std::size_t>(m_searchedEnd - m_log->firstSequence) / EventChunk::kRecords;
        const quint64 chunkEnd = m_log->firstSequence + (chunk + 1) * EventChunk::kRecords;
        const quint64 end = std::min(chunkEnd, m_log->endSequence());
        for (; m_searchedEnd < end; ++m_searchedEnd) {
            if (m_matcher.matches(m_log->at(m_searchedEnd)))
                found.push_back(m_searchedEnd);
        }
    }
    if (found.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(found.size()) - 1);
    m_rows.insert(m_rows.begin(), found.rbegin(), found.rend());
    endInsertRows();
}

void EventLogModel::searchOlder(const std::function<bool()> &timeIsUp)
{
    std::vector<quint64> found;
    while (m_searchedBegin > m_log->firstSequence && !timeIsUp()) {
        const auto chunk = static_cast<std::size_t>(m_searchedBegin - 1 - m_log->firstSequence) / EventChunk::kRecords;
        const quint64 begin = m_log->firstSequence + chunk * EventChunk::kRecords;
        if (!mayMatch(chunk)) {
            m_searchedBegin = begin;
            continue;
        }
        for (; m_searchedBegin > begin; --m_searchedBegin) {
            if (m_matcher.matches(m_log->at(m_searchedBegin - 1)))
                found.push_back(m_searchedBegin - 1);
        }
    }
    if (found.empty())
        return;
    const auto first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(found.size()) - 1);
    m_rows.insert(m_rows.end(), found.begin(), found.end());
    endInsertRows();
}

void EventLogModel::dropGone(quint64 firstSequence)
{
    const auto gone = std::partition_point(m_rows.begin(), m_rows.end(),
                                           [firstSequence](quint64 sequence) { return sequence >= firstSequence; });
    m_searchedBegin = std::max(m_searchedBegin, firstSequence);
    m_summaries.erase(m_summaries.begin(), m_summaries.lower_bound(firstSequence));
    removeLast(static_cast<std::size_t>(m_rows.end() - gone));
}

void EventLogModel::dropBefore(UtcTime from)
{
    std::size_t count = 0;
    while (count < m_rows.size() && m_log->at(m_rows[m_rows.size() - 1 - count]).arrivedMs < unixMillis(from))
        ++count;
    removeLast(count);
}

void EventLogModel::removeLast(std::size_t count)
{
    if (count == 0)
        return;
    const auto rows = static_cast<int>(m_rows.size());
    beginRemoveRows({}, rows - static_cast<int>(count), rows - 1);
    m_rows.erase(m_rows.end() - static_cast<std::ptrdiff_t>(count), m_rows.end());
    endRemoveRows();
}

} // namespace barograph
