// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/told_by_node.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <vector>

namespace barograph {

/// More groups than this are not looked at.
constexpr std::size_t kMostGroups = 1000;

/// Identifiers in {"groups":[{"id":"16315558032-1530825318"},…]}, the answer of GET /v1/groups, in its order and each
/// once; at most kMostGroups. Identifiers that could not be part of a path are left out. Source: WhatsApp Business API
/// reference, "Groups". The error is a sentence. Pure.
tl::expected<std::vector<QByteArray>, QString> parseGroupList(const QByteArray &body);

/// Reads {"groups":[{"participants":["16315551234",…],"creator":…,"subject":…}]}, the answer of GET /v1/groups/ID.
/// `ownNumber` is not counted as a member; if it is empty, the creator is taken for it, because a business is only in
/// groups that it made. Numbers are given without "+", as `recipient_id` has them. At most 2,048 participants are kept,
/// all are counted. The error is a sentence. Pure.
tl::expected<GroupSeen, QString> parseGroup(const QByteArray &body, const QByteArray &id, const QByteArray &ownNumber);

} // namespace barograph
