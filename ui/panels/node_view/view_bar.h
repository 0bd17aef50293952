// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/time_view.h"
#include "timeline/timeline_store.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
class QToolButton;
class QUndoStack;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;

/// One slim line above the panels: which stretch of time they show, whether it moves with the clock and, if not, how
/// far it is behind; undo and redo of the view; layouts and panels.
class ViewBar : public QWidget
{
    Q_OBJECT

public:
    ViewBar(TimeView &view, QUndoStack &steps, QWidget *parent);

    /// What the two menus at the end open.
    void setMenus(QMenu *layouts, QMenu *panels);
    void setLayoutName(const QString &name);
    /// The time that has passed since, and how much of the past is there to be drawn.
    void updateState(TimelineStore::Completeness completeness, const QString &failure);
    void openRangePopup();
    void toggleLive();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addPreset(QMenu &menu, Millis span);
    void updateRange();

    TimeView &m_view;
    QToolButton *m_live;
    QToolButton *m_range;
    MarkLabel *m_past;
    QToolButton *m_undo;
    QToolButton *m_redo;
    QToolButton *m_layouts;
    QToolButton *m_panels;
    bool m_shownLive = false;
};

} // namespace barograph
