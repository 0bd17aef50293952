// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/event_filter_choice.h"

#include <QObject>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace barograph {

class EventFilterBar;
class TableView;
class TimeChart;

/// How charts are drawn, tables sorted and the event log filtered. A value, in the order in which they were added to
/// the watch that made it: one that is older knows fewer of them.
struct ViewOptions
{
    struct Chart
    {
        int mode = 0;
        std::vector<bool> shown; ///< by series

        friend bool operator==(const Chart &, const Chart &) = default;
    };
    struct Order
    {
        int column = -1; ///< -1: not sorted
        Qt::SortOrder order = Qt::AscendingOrder;

        friend bool operator==(const Order &, const Order &) = default;
    };
    std::vector<Chart> charts;
    std::vector<Order> tables;
    std::optional<EventFilterChoice> log;

    friend bool operator==(const ViewOptions &, const ViewOptions &) = default;
};

/// Notices when the operator chooses them anew. GUI thread.
class ViewOptionWatch : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The chart, tables or filter that a panel is or has, as soon as it is made. It outlives the watch's last use.
    void add(QWidget &panel);

    ViewOptions options() const;
    void apply(const ViewOptions &options);

Q_SIGNALS:
    /// `what` names the change, as a step that can be undone. Changes with the same `edit` (0: none) are one step.
    void changed(const QString &what, int edit = 0);
    /// There are more of them, and nothing was chosen.
    void added();

private:
    QList<TimeChart *> m_charts;
    QList<TableView *> m_tables;
    EventFilterBar *m_log = nullptr;
};

} // namespace barograph
