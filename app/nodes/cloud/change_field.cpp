// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/cloud/change_field.h"

#include <algorithm>
#include <array>

namespace barograph::cloud {

namespace {

constexpr std::array<std::string_view, 4> kGroupFields{"group_lifecycle_update", "group_participants_update",
                                                       "group_settings_update", "group_status_update"};

// Whether a message sent from the WhatsApp Business app (an echo) is also told by a status, and whether it spends the
// number's budget, is not documented: echoes are not counted as sends.
constexpr std::array<std::string_view, 28> kOtherFields{
    "account_alerts",
    "account_review_update",
    "account_settings_update",
    "account_update",
    "automatic_events",
    "business_capability_update",
    "business_status_update",
    "calls",
    "flows",
    "history",
    "message_echoes",
    "message_template_components_update",
    "message_template_quality_update",
    "message_template_status_update",
    "messaging_handovers",
    "partner_solutions",
    "payment_configuration_update",
    "phone_number_name_update",
    "phone_number_quality_update",
    "security",
    "smb_app_state_sync",
    "smb_message_echoes",
    "standby",
    "template_category_update",
    "template_correct_category_detection",
    "tracking_events",
    "user_id_update",
    "user_preferences",
};
static_assert(std::is_sorted(kOtherFields.begin(), kOtherFields.end()));

} // namespace

ChangeField changeField(std::string_view name)
{
    if (name == "messages")
        return ChangeField::Messages;
    if (std::find(kGroupFields.begin(), kGroupFields.end(), name) != kGroupFields.end())
        return ChangeField::Groups;
    if (std::binary_search(kOtherFields.begin(), kOtherFields.end(), name))
        return ChangeField::OtherKnown;
    return ChangeField::Unknown;
}

} // namespace barograph::cloud
