// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace barograph::testing {

/// Mouse and keyboard of the X server that the test runs on: what is pressed here goes all the way through the server
/// to whichever window is there. Each function returns when the events were sent and this program has had time to take
/// them; what comes of them is to be waited for.
class XHands
{
public:
    /// Gives the keyboard to the window, as a window manager would. False: it did not get it.
    bool focus(QWidget &window);
    /// The same for a window of another program.
    void focus(quint32 window);
    void place(quint32 window, const QRect &where);
    void moveTo(QPoint global);
    void click(QPoint global, int button = 1);
    void doubleClick(QPoint global);
    void drag(QPoint from, QPoint to, int button = 1);
    /// Positive: away from the user.
    void wheel(QPoint global, int notches);
    /// xdotool's names, e.g. "ctrl+k", "Escape", "question".
    void key(const QString &keys);
    void type(const QString &text);

    /// Not empty: xdotool failed.
    const QString &trouble() const { return m_trouble; }

private:
    void run(const QStringList &arguments);

    QString m_trouble;
};

/// Middle of a widget, or a point in it, on the screen.
QPoint middleOf(const QWidget &widget);

} // namespace barograph::testing
