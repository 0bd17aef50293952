// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/webhook_answer.h"

namespace barograph {

bool answersWithEmptyObject(NodeKind kind)
{
    return kind == NodeKind::PickyAssist;
}

} // namespace barograph
