// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/node_view/dock_layout.h"
#include "panels/node_view/panel_dock.h"

#include <QMainWindow>
#include <QTimer>

#include <optional>
#include <vector>

namespace barograph {

/// Of the docks' own format; another one is not even tried.
inline constexpr int kDockFormat = 1;

/// Where every panel is, and which one is shown alone. A value; `docks` is Qt's own format.
struct DockState
{
    QByteArray docks;
    QString maximised; ///< key of a panel; empty: none
    QString layout;    ///< key of the built-in layout that it is, untouched; empty: none

    friend bool operator==(const DockState &, const DockState &) = default;
};

/// The panels of the node view: docks without a centre, side by side, in tabs, or windows of their own. GUI thread.
class DockArea : public QMainWindow
{
    Q_OBJECT

public:
    explicit DockArea(QWidget *parent = nullptr);
    ~DockArea() override;

    PanelDock *addPanel(PanelId id, MakePanel make);
    /// Null: there is no such panel in this program.
    PanelDock *dock(PanelId id) const;
    const std::vector<PanelDock *> &docks() const { return m_docks; }
    /// Those with the focus in them; null: none.
    PanelDock *activeDock() const;

    /// Puts every panel where the layout has it. What suits depends on the room there is: before the area was shown
    /// for the first time it is done when it is, or when somebody moves one of the panels.
    void arrange(BuiltInLayout layout);
    /// False, with the docks in disorder, when it cannot be read: arrange() then. `known` are the keys of the panels
    /// that there were when it was saved: a newer one that it cannot name gets its usual place.
    bool restore(const DockState &state, const QStringList &known);
    DockState state() const;
    QStringList panelKeys() const;

    /// Opens it, brings it to the front, and gives it the focus if wanted.
    void showPanel(PanelId id, bool focus);
    /// Shown alone or, null, all again. One that is a window fills its screen instead.
    void setMaximised(PanelDock *dock);
    PanelDock *maximised() const { return m_maximised; }
    /// A window of its own, or back in the window.
    void toggleFloating(PanelDock *dock);
    /// Past its neighbour on that side.
    void movePanel(PanelDock *dock, Qt::Edge towards);
    void tabWith(PanelDock *dock, PanelDock *target);
    /// The built-in layout that nobody has touched since it was arranged.
    std::optional<BuiltInLayout> layout() const { return m_layout; }
    /// The next or previous panel that can be seen gets the focus.
    void focusNext(bool forward);
    /// Windows that no screen shows any more come back.
    void bringBackToScreens();
    bool hasWindows() const;
    /// Something has changed and has not come to rest yet.
    bool isSettling() const { return m_settle.isActive() || m_sight.isActive() || isOpening(); }
    /// The first picture is still to come, and with it the panels beside the first one.
    bool isOpening() const { return isVisible() && !m_opened; }
    /// A mark or a title was changed.
    void updateTabs();

    QMenu *createPopupMenu() override { return nullptr; }

Q_SIGNALS:
    /// The user has changed something and let go of it.
    void rearranged();
    /// Sizes or tabs in front are others now, for some other reason.
    void settled();
    /// One panel or more came into sight.
    void shown();
    void menuRequested(PanelDock *dock, const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void arrangeNow();
    void arrangeIfDue();
    void place(const LayoutCell &cell);
    void tabify(const LayoutCell &cell);
    void fit();
    void placeUnknown(const QStringList &known);
    PanelDock *firstOf(const LayoutCell &cell) const;
    void noteChange(bool byUser);
    void settle();
    void updateSight();
    PanelDock *dockOfTab(const QTabBar &bar, int index) const;
    void fitTabs(QTabBar &bar);
    std::vector<PanelDock *> seenInReadingOrder() const;
    void orderFocus();
    double letters() const;
    PanelDock *neighbour(const PanelDock &dock, Qt::Edge towards) const;

    std::vector<PanelDock *> m_docks;
    std::optional<BuiltInLayout> m_layout; ///< untouched since it was arranged: follows the window's size
    LayoutCell m_cell;                     ///< as it was arranged
    Room m_room = Room::Tiny;              ///< when it was
    bool m_hasRoom = false;                ///< its size is a real one
    bool m_isDue = false;                  ///< m_layout is chosen and not arranged yet
    PanelDock *m_maximisedWhenDue = nullptr;
    PanelDock *m_frontWhenDue = nullptr;
    QByteArray m_settledDocks;
    QByteArray m_onShow; ///< restored before there was a size; once more when there is
    PanelDock *m_maximised = nullptr;
    QByteArray m_beforeMaximised;
    QTimer m_settle;
    QTimer m_sight;
    QTimer m_opening;      ///< runs once the first picture is painted
    bool m_opened = false; ///< from then on panels that come into sight are made at once
    bool m_byUser = false;
    bool m_touched = false; ///< by the user, and not only shown alone
    bool m_arranging = false;
};

/// Moved, and made smaller if need be, so that enough of it to be grabbed lies on one of the screens.
QRect placedOnScreens(const QRect &window, const QList<QRect> &screens);

} // namespace barograph
