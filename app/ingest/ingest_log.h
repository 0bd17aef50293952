// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace barograph {

Q_DECLARE_LOGGING_CATEGORY(lcIngest)

} // namespace barograph
