// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop_wiring.h"

#include "desktop_portal.h"
#include "theme/theme.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <functional>

namespace barograph {

namespace {

/// Calls once, after the window was painted and what that left to do has been done.
class AfterFirstPaint : public QObject
{
public:
    AfterFirstPaint(QWidget &window, std::function<void()> then)
        : QObject(&window)
        , m_then(std::move(then))
    {
        window.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, parent(), std::move(m_then));
            deleteLater();
        }
        return false;
    }

private:
    std::function<void()> m_then;
};

} // namespace

void followDesktop(QWidget &window)
{
    auto *portal = new DesktopPortal(&window);
    QObject::connect(portal, &DesktopPortal::looked, &window, &setDesktopLook);
    new AfterFirstPaint(window, [portal] { portal->start(); });
}

} // namespace barograph
