// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queueing/model_time.h"

#include <QtGlobal>

#include <algorithm>

namespace barograph::queueing {

/// Wait before the next try after `failures` failed ones: step, 2 × step, 3 × step, … up to `cap`.
/// Source: WhatsApp Business API reference, "Application settings", callback_backoff_delay_ms.
inline ModelTime linearBackoff(quint32 failures, ModelTime step, ModelTime cap)
{
    if (step <= ModelTime::zero() || failures == 0)
        return ModelTime::zero();
    const ModelTime::rep stepsToCap = cap / step;
    return failures > stepsToCap ? cap : std::min(step * static_cast<ModelTime::rep>(failures), cap);
}

} // namespace barograph::queueing
