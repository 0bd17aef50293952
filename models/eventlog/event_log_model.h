// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventlog/event_filter.h"
#include "frame/frame.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <deque>
#include <functional>

namespace barograph {

/// The newest events that a filter lets through, newest first. Rows come and go ten times a second without a reset, so
/// that selections stay with their events. A search over a million events goes on in slices of a few milliseconds, from
/// the newest to the oldest, and what is found shows at once. GUI thread.
class EventLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : int {
        TimeColumn,
        NodeColumn,
        KindColumn,
        LagColumn,
        GroupColumn,
        ParticipantColumn,
        MessageColumn,
        CountedColumn,
        ColumnCount
    };
    /// How a moment is written. Models know no time zone.
    using ClockText = std::function<QString(UtcTime)>;
    /// A search stops for the event loop when it has taken this long.
    static constexpr Millis kSlice{3};

    explicit EventLogModel(QObject *parent = nullptr);

    /// `clock` writes a time of arrival to the millisecond; `header` says in which zone that is; `utcOffset` is its
    /// difference to UTC, for finding times that are typed.
    void setClock(ClockText clock, const QString &header, Millis utcOffset);
    /// Takes what is new; cheap enough for each frame. A frame without a log empties the model.
    void setFrame(const Frame &frame);
    void setFilter(const EventFilter &filter);
    const EventFilter &filter() const { return m_filter; }
    const EventWords &words() const { return m_words; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const EventRecord &record(int row) const { return m_log->at(m_rows[static_cast<std::size_t>(row)]); }
    quint64 sequence(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    QString text(const EventRecord &record, Column column) const;
    static QString columnName(Column column);
    /// Row of the newest event that arrived before `at`, or the oldest row; −1 while there is none.
    int rowBefore(UtcTime at) const;

    /// Events in the log, of all nodes, whether they are let through or not.
    qint64 logSize() const { return m_log ? static_cast<qint64>(m_log->size()) : 0; }
    bool isSearching() const { return m_slices.isActive(); }

Q_SIGNALS:
    /// The search began, went on or ended.
    void searched();

private:
    void takeWords(const Frame &frame);
    void restart();
    void search();
    void searchNewer(const std::function<bool()> &timeIsUp);
    void searchOlder(const std::function<bool()> &timeIsUp);
    bool mayMatch(std::size_t chunk);
    void dropGone(quint64 firstSequence);
    void dropBefore(UtcTime from);
    void removeLast(std::size_t count);

    EventLogViewPtr m_log; ///< null: none
    EventFilter m_filter;
    EventWords m_words;
    std::vector<std::shared_ptr<const std::vector<GroupView>>> m_groups; ///< what m_words.groups was made of
    EventMatcher m_matcher;
    std::deque<quint64> m_rows; ///< sequence numbers, newest first
    /// What was looked at: [begin, end).
    quint64 m_searchedBegin = 0;
    quint64 m_searchedEnd = 0;
    std::map<quint64, ChunkSummary> m_summaries; ///< of full chunks, by the number of their first event
    QTimer m_slices;
    ClockText m_clock;
    QString m_timeHeader;
};

} // namespace barograph
