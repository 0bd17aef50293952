// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/clear_button.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace barograph {

namespace {

struct ClearButtonWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::ClearButton)
};

} // namespace

void addClearButton(QLineEdit &line)
{
    line.setClearButtonEnabled(true);
    for (auto *button : line.findChildren<QToolButton *>())
        button->setAccessibleName(ClearButtonWords::tr("Clear"));
}

} // namespace barograph
