// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fitted_dialog.h"

#include <QEvent>
#include <QLayout>

namespace barograph {

bool FittedDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    const bool changed =
        event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show || event->type() == QEvent::Resize;
    if (changed && layout() && layout()->hasHeightForWidth()) {
        const int needed = layout()->minimumHeightForWidth(width());
        if (needed > height())
            resize(width(), needed);
    }
    return handled;
}

} // namespace barograph
