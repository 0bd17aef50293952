// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "overview/trouble.h"

#include <QObject>
#include <QVariantMap>

#include <memory>

QT_BEGIN_NAMESPACE
class QAction;
class QMainWindow;
class QStackedWidget;
QT_END_NAMESPACE

namespace barograph {

class NodeList;
class OverviewPage;
class PageCrumb;
class TimeView;
class WallWindow;
class WindowTray;

enum class ShownPage : quint8 { Empty, Overview, Node };

/// Decides what the main window shows: the first start page, the overview of all nodes or the view of one; and keeps
/// the wall and the tray, which show the same frames outside it. One node begins in its view, more begin in the
/// overview, unless the operator chose otherwise. GUI thread.
class PageSwitch : public QObject
{
    Q_OBJECT

public:
    /// What belongs to the window. `pages` holds `empty` and `nodePage` already.
    struct Parts
    {
        QMainWindow &window;
        QStackedWidget &pages;
        QWidget &empty;
        QWidget &nodePage;
        NodeList &list;
        QAction &besides; ///< in whose menu the pages and the wall are offered
    };

    explicit PageSwitch(const Parts &parts);
    ~PageSwitch() override;

    /// `frame` may not be null. Call a few times a second, also while the window is hidden and framesEveryMs() asks.
    void setFrame(const FramePtr &frame, UtcTime now);
    ShownPage shown() const { return m_shown; }
    void showOverview();
    void showNode();
    /// This node in the node view.
    void open(const QString &id);
    void startFilter();
    void showWall();

    /// How often frames are wanted while the window itself is not seen; 0: never.
    int framesEveryMs() const;
    /// The user closed the window and it is to stay in the tray. False: the program ends.
    bool staysInTray() const;
    void hideToTray();
    /// The window to the front, from wherever it is. Of a node, unless `id` is empty, its view.
    void bringUp(const QString &id);
    /// Outlives this. The tray's menu can hold it still.
    void setTimeView(TimeView &time);

    /// Page, order of the tiles, wall and tray: for a settings file.
    QVariantMap choices() const;
    void restore(const QVariantMap &choices);

Q_SIGNALS:
    void pageChanged();
    /// framesEveryMs() may be another.
    void framesWantedChanged();

private:
    void makeActions();
    void show(ShownPage page);
    void choosePage();
    QString chosenName() const;

    Parts m_parts;
    OverviewPage *m_overview;
    PageCrumb *m_crumb;
    WindowTray *m_tray;
    std::unique_ptr<WallWindow> m_wall; ///< no child of the window, which may be hidden or minimised
    QAction *m_toOverview;
    QAction *m_toNode;
    QAction *m_toWall;
    FramePtr m_frame;
    SteadyTrouble m_troubles;
    ShownPage m_shown = ShownPage::Empty;
    ShownPage m_wanted = ShownPage::Empty; ///< Empty: by the number of nodes
    int m_wallSeconds = 15;
};

} // namespace barograph
