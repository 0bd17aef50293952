// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/node_view/dock_access.h"

#include "panels/node_view/dock_area.h"

#include <QAccessibleWidget>

namespace barograph {

namespace {

class AccessibleGroup : public QAccessibleWidget
{
public:
    explicit AccessibleGroup(QWidget *group)
        : QAccessibleWidget(group, QAccessible::Grouping)
    {}

    QAccessible::Role role() const override
    {
        return widget()->isWindow() ? QAccessible::Window : QAccessible::Grouping;
    }
};

QAccessibleInterface *makeDockInterface(const QString & /*className*/, QObject *object)
{
    if (auto *panel = qobject_cast<PanelDock *>(object))
        return new AccessibleGroup(panel);
    auto *area = qobject_cast<DockArea *>(object);
    return area ? new AccessibleGroup(area) : nullptr;
}

} // namespace

void installDockAccess()
{
    static const bool kInstalled = [] {
        QAccessible::installFactory(makeDockInterface);
        return true;
    }();
    Q_UNUSED(kInstalled)
}

} // namespace barograph
