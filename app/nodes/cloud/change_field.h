// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace barograph::cloud {

/// What a change of a Cloud API webhook is about, from its `field`.
enum class ChangeField {
    Missing,
    Messages,   ///< messages and statuses
    Groups,     ///< `group_…_update`
    OtherKnown, ///< told by Meta, and nothing that is counted
    Unknown
};
ChangeField changeField(std::string_view name);

} // namespace barograph::cloud
