// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

namespace barograph {

/// What an error that a node told by number means, and what to do: one or two short sentences. Empty for numbers that
/// are not documented for that kind of node. Source: Meta's pages "Error codes", "Throughput" and "Groups API error
/// codes" for the Cloud API; the errors of the on-premises client's API and webhooks.
QString errorMeaning(NodeKind kind, quint32 code);

/// Whether the error says that the number as a whole sends too fast or its node is full: its budget is spent. Limits of
/// one chat (131056), of quality (131048, 471) and of management calls (80007, 4) are none: less traffic would not end
/// those.
bool isBudgetError(NodeKind kind, quint32 code);

} // namespace barograph
