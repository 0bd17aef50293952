// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "frame/notices.h"
#include "listener/answers.h"

namespace barograph {

/// How a request that is turned away is answered: with a fixed text that tells nothing but the kind of reason.
struct RefusalAnswer
{
    Answer answer = Answer::NotFound;
    std::string_view reason;
};
/// `auth` decides what a 401 asks for.
RefusalAnswer answerTo(RefusalReason reason, WebhookAuth auth);

} // namespace barograph
