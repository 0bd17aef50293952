// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/told_by_node.h"

#include <QJsonObject>

#include <vector>

namespace barograph {

/// The application settings that are watched for changes, as they may be shown, in a fixed order; those that a client
/// does not have are left out. The webhook's address is cut by shownWebhookUrl() and followed by the first 24 bits of
/// its SHA-256, so that a change of the hidden part shows; that is too little to try secrets against. Its number
/// (`wa_id`) is not among them. Source: WhatsApp Business API reference, "Application settings". Pure.
std::vector<SettingSeen> watchedSettings(const QJsonObject &settings);

} // namespace barograph
