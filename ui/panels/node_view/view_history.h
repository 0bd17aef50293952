// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/node_view/dock_area.h"
#include "panels/node_view/view_options.h"
#include "timeline/time_view.h"

#include <QElapsedTimer>
#include <QUndoStack>

namespace barograph {

/// Undo and redo of what is looked at: the range of time, where the panels are, how charts are drawn, tables sorted and
/// the event log filtered. One stack for all of it, in the order in which it was changed. Nothing outside of the view
/// is ever changed by it.
class ViewHistory : public QObject
{
    Q_OBJECT

public:
    ViewHistory(TimeView &view, DockArea &area, QObject *parent);

    QUndoStack &stack() { return m_stack; }
    /// What happens until the guard goes is no step: layouts that are restored at the start.
    class Pause
    {
    public:
        explicit Pause(ViewHistory &history);
        ~Pause();
        Pause(const Pause &) = delete;
        Pause &operator=(const Pause &) = delete;

    private:
        ViewHistory &m_history;
    };
    /// The docks were changed on purpose, by something that `text` names.
    void noteDocks(const QString &text);

    /// Also what is chosen in these charts and tables is a step. They outlive the history's last use.
    void watch(ViewOptionWatch &options);

    void applyRange(const ViewRange &range);
    void applyOptions(const ViewOptions &options);
    void applyDocks(const DockState &state);

Q_SIGNALS:
    /// An undone or redone step has changed the docks.
    void docksApplied();

private:
    void onRange();
    void onOptions(const QString &text, int edit);
    void refresh();

    TimeView &m_view;
    DockArea &m_area;
    QUndoStack m_stack;
    ViewRange m_range;
    DockState m_docks;
    ViewOptionWatch *m_watch = nullptr;
    ViewOptions m_options;
    QElapsedTimer m_sinceRange;
    int m_gesture = 0;
    int m_paused = 0;
};

} // namespace barograph
