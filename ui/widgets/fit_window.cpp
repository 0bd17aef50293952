// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/fit_window.h"

#include <QLayout>
#include <QWidget>

namespace barograph {

void growToFit(QWidget &window)
{
    QLayout *layout = window.layout();
    layout->activate();
    const int needed =
        layout->hasHeightForWidth() ? layout->totalHeightForWidth(window.width()) : layout->totalMinimumSize().height();
    if (needed > window.height())
        window.resize(window.width(), needed);
}

} // namespace barograph
