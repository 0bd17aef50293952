// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fitted_dialog.h"

#include <QEvent>
#include <QLayout>

namespace barograph {

bool FittedDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    const bool changed = event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show;
    if (changed && layout() && layout()->hasHeightForWidth()) {
        const int needed = layout()->totalHeightForWidth(width());
        if (needed > height())
            resize(width(), needed);
    }
    return handled;
}

} // namespace barograph
