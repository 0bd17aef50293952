// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QMainWindow;
class QSplitter;
class QStackedWidget;
QT_END_NAMESPACE

namespace barograph {

class Banner;
class EmptyState;
class MarkerBook;
class NodeList;
class NodeSidebar;
class NodeView;
class SecretsStrip;
class StatusSummary;
class TimelineStore;
class TimeView;

/// What stands inside the main window, made and laid out, connected to nothing. All of it is the window's.
struct WindowParts
{
    /// What the view of a node shares with others; outlives the view.
    struct Shared
    {
        TimeView &time;
        TimelineStore &timeline;
        MarkerBook &markers;
    };

    WindowParts(QMainWindow &window, const Shared &sharedByView);

    Shared shared;
    Banner *banner;
    Banner *reminders;
    QStackedWidget *pages; ///< `empty` and `columns`
    EmptyState *empty;
    QSplitter *columns; ///< `side` and `view`
    NodeList *list;     ///< in `side`
    NodeView *view;
    StatusSummary *status;
    SecretsStrip *secrets;
    NodeSidebar *side;
};

} // namespace barograph
