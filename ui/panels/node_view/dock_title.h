// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/icons.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace barograph {

/// The one line above a panel: a mark and words for its state, and buttons. Takes no room while the panel's tab says
/// the same. Mouse presses go on to the dock, which is dragged by it.
class DockTitle : public QWidget
{
    Q_OBJECT

public:
    explicit DockTitle(QWidget *parent);

    void setContent(const QString &text, std::optional<Mark> mark);
    /// The panel is one of several tabs, which name it already.
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }
    /// While it is not collapsed.
    int fullHeight() const;
    void setMaximised(bool maximised);
    void setFloating(bool floating);
    /// The focus is somewhere in this panel.
    void setActive(bool active);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void maximiseRequested();
    void floatRequested();
    void closeRequested();
    void menuRequested(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_text;
    std::optional<Mark> m_mark;
    QToolButton *m_maximise;
    QToolButton *m_float;
    QToolButton *m_close;
    bool m_collapsed = false;
    bool m_active = false;
};

} // namespace barograph
