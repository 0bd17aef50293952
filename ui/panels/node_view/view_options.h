// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace barograph {

class TableView;
class TimeChart;

/// How charts are drawn and tables sorted. A value, in the order of the watch that made it.
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

    friend bool operator==(const ViewOptions &, const ViewOptions &) = default;
};

/// Notices when the operator chooses them anew. GUI thread.
class ViewOptionWatch : public QObject
{
    Q_OBJECT

public:
    /// All charts and tables below `content`, which outlives it.
    ViewOptionWatch(const QWidget &content, QObject *parent);

    ViewOptions options() const;
    void apply(const ViewOptions &options);

Q_SIGNALS:
    /// `what` names the change, as a step that can be undone.
    void changed(const QString &what);

private:
    QList<TimeChart *> m_charts;
    QList<TableView *> m_tables;
};

} // namespace barograph
