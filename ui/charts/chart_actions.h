// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QObject>
#include <QPoint>
#include <QPointer>

#include <functional>
#include <optional>

class QKeyEvent;
class QMenu;

namespace barograph {

class ChartTableWindow;
class TimeChart;
class TimeView;

/// What can be done with a chart beside looking: its context menu, the keys for the same, copying, saving and the
/// table. Files are encoded and written beside the GUI thread; how it ended is told by told(). No dialog of it is
/// modal.
class ChartActions : public QObject
{
    Q_OBJECT

public:
    ChartActions(TimeChart &chart, TimeView &view);

    /// Whether keyPress() would do something with it.
    static bool wants(const QKeyEvent &event);
    bool keyPress(const QKeyEvent &event);
    /// The menu, for the moment `at` where it was asked for. Deletes itself when closed.
    QMenu *makeMenu(std::optional<UtcTime> at);

    void copyImage();
    void copyCsv();
    void showTable();
    ChartTableWindow *tableWindow() const;
    /// Asks where to, by a dialog that does not block.
    void save();
    /// By the ending: .png, .svg or .csv; others are refused.
    void saveTo(const QString &path);

Q_SIGNALS:
    /// One sentence: what was done, or why it could not be.
    void told(const QString &sentence, bool failed);

private:
    void addSeries(QMenu &menu);
    void addMarks(QMenu &menu, std::optional<UtcTime> at);
    void write(const QString &path, std::function<QByteArray()> make);
    QString fileName() const;

    TimeChart &m_chart;
    TimeView &m_view;
    QPointer<ChartTableWindow> m_table;
    QString m_folder; ///< where the last file went
};

} // namespace barograph
