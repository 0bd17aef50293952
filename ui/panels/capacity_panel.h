// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "timeline/timeline_store.h"

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QLabel;
QT_END_NAMESPACE

namespace barograph {

class HourCells;
class MarkLabel;
class TimeView;
class ValueLabel;
struct Capacity;

/// How far a number makes use of its budget: today, over the last seven days or in what the charts show. The share of
/// seconds at 80 % and at 100 %, the busiest second, the hours of the day, how much of it was measured at all, and what
/// budget would have been enough.
class CapacityPanel : public QScrollArea
{
    Q_OBJECT

public:
    enum class Span : quint8 { Today, Week, OnScreen };

    /// Both outlive the panel.
    CapacityPanel(TimeView &view, TimelineStore &store, QWidget *parent = nullptr);

    /// A few times a second while the panel can be seen; looks at the seconds anew every few of them, and when there is
    /// a reason to.
    void setNode(const NodeFrame &node, UtcTime now);
    void setSpan(Span span);
    Span span() const { return m_span; }

private:
    void lookAgain(UtcTime now);
    void updateHourText();
    void showCapacity(const Capacity &capacity, const TimelineStore::Range &range, UtcTime now);

    TimeView &m_view;
    TimelineStore &m_store;
    Span m_span = Span::Today;
    QString m_nodeId;
    UtcTime m_lookedAt{};
    bool m_stale = true;
    QString m_toldHour; ///< not empty: about the hour that is looked at

    QButtonGroup *m_spans;
    MarkLabel *m_verdict;
    ValueLabel *m_atBudget;
    ValueLabel *m_atEighty;
    ValueLabel *m_highest;
    HourCells *m_hours;
    QLabel *m_hour;
    QLabel *m_measured;
    QLabel *m_enough;
    QLabel *m_caveat;
    MarkLabel *m_reading;
};

} // namespace barograph
