// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/told_by_node.h"

#include <tl/expected.hpp>

#include <optional>

namespace barograph {

struct PickyAnswer
{
    SessionReport session;
    std::optional<qint64> pendingOut; ///< message_queue_count

    friend bool operator==(const PickyAnswer &, const PickyAnswer &) = default;
};

/// Reads {"project_id","status":"CONNECTED|TIMEOUT|UNPAIRED","connected_number","version","message_queue_count","time"}
/// of POST device-status. Source: Picky Assist, "WhatsApp automation server status API". The number is not kept.
/// How a wrong token is answered is not documented: whatever tells no state is an error, which is a sentence. Pure.
tl::expected<PickyAnswer, QString> parsePickyAnswer(const QByteArray &body);

} // namespace barograph
