// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QString>
#include <QStringList>

namespace barograph {

/// Sentences about the webhook side, for the places that stand above everything. Pure.

/// How long a refusal stays worth a line after the last request of its kind.
inline constexpr Seconds kRefusalShownFor{60};

/// "12 requests from 10.0.0.7 refused for support-eu: wrong signature or password".
QString refusedText(const RefusedPeer &peer);
/// What keeps webhooks of our nodes from being counted at this moment: secrets that are missing, requests refused
/// within the last minute. At most a few lines; the last one says how many more there are. Requests to addresses that
/// are no route of ours are left out: on a company network they come from scanners all day.
QStringList refusalNotices(const Frame &frame, UtcTime now);
/// The command that stores a node's webhook secret.
QString storeSecretCommand(const QString &nodeId);

/// What is not wrong and must not be forgotten: raw bodies being recorded, a certificate that will expire,
/// a listener that is less protected than it should be.
QStringList standingReminders(const Frame &frame, UtcTime now);

} // namespace barograph
