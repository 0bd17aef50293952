// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/node_view/dock_area.h"
#include "timeline/time_view.h"

#include <QElapsedTimer>
#include <QUndoStack>

namespace barograph {

/// Undo and redo of what is looked at: the range of time, and where the panels are. One stack for both, in the order in
/// which they were changed. Nothing outside of the view is ever changed by it.
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

    void applyRange(const ViewRange &range);
    void applyDocks(const DockState &state);

Q_SIGNALS:
    /// An undone or redone step has changed the docks.
    void docksApplied();

private:
    void onRange();
    void refresh();

    TimeView &m_view;
    DockArea &m_area;
    QUndoStack m_stack;
    ViewRange m_range;
    DockState m_docks;
    QElapsedTimer m_sinceRange;
    int m_gesture = 0;
    int m_paused = 0;
};

} // namespace barograph
