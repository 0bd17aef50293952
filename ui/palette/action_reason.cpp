// SPDX-License-Identifier: GPL-3.0-or-later
#include "palette/action_reason.h"

#include <QAction>
#include <QVariant>

namespace barograph {

namespace {

constexpr const char *kWhyNot = "barographWhyNot";

} // namespace

void setAvailable(QAction &action, bool available, const QString &whyNot)
{
    action.setEnabled(available);
    if (action.property(kWhyNot).toString() != whyNot)
        action.setProperty(kWhyNot, whyNot);
}

QString whyNot(const QAction &action)
{
    return action.isEnabled() ? QString() : action.property(kWhyNot).toString();
}

} // namespace barograph
