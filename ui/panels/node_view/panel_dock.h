// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/node_view/panel_body.h"
#include "panels/node_view/panel_id.h"
#include "theme/icons.h"

#include <QDockWidget>

#include <optional>

namespace barograph {

class DockTitle;
class PanelHolder;

/// One panel with its title. The panel itself is made when it is seen for the first time: most are behind others, and a
/// window that makes all of them first keeps the operator waiting for the chart. Qt keeps a tab that is not in front
/// "visible", only out of sight; here the panel's widget is hidden whenever nobody can see it, so that everything
/// inside can go by isVisible().
class PanelDock : public QDockWidget
{
    Q_OBJECT

public:
    PanelDock(PanelId id, MakePanel make, QWidget *parent);

    PanelId id() const { return m_id; }
    /// What is not made yet has nothing to be renewed.
    const PanelBody &body() const { return m_body; }
    bool isMade() const { return m_body.widget != nullptr; }
    void make();
    DockTitle &title() const { return *m_title; }
    /// Words and, where something is the matter, a mark for title and tab.
    void setState(const QString &text, const QString &shortText, std::optional<Mark> mark);
    /// What its tab says, whole and short. A tab takes its words from the window's title.
    const QString &stateText() const { return m_text; }
    const QString &shortText() const { return m_shortText; }
    /// Its tabs have no room for the whole text.
    void setShortTab(bool isShort);
    std::optional<Mark> mark() const { return m_mark; }
    /// Figures are old: everything that has no colour of its own turns grey.
    void setGrey(bool grey);

    /// It can be seen: open, in front of its tabs, and in no minimised window.
    bool isOnScreen() const;
    /// Hides or shows the content accordingly, if there is one; true when that made a hidden one visible.
    bool updateShown();
    /// Puts the focus on the first thing in it that takes it.
    void focusContent();

Q_SIGNALS:
    /// Its place as a window of its own was changed, or it was closed, by the user.
    void changedByUser();
    /// It may have come into sight or gone out of it.
    void sightChanged();

protected:
    void closeEvent(QCloseEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void updateWindowTitle();

    PanelId m_id;
    MakePanel m_make;
    PanelBody m_body;
    DockTitle *m_title;
    PanelHolder *m_holder;
    QString m_text;
    QString m_shortText;
    bool m_isShort = false;
    std::optional<Mark> m_mark;
};

} // namespace barograph
