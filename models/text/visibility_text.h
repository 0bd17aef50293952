// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/visibility.h"

#include <QString>

namespace barograph {

/// Words for what webhooks of a kind of node cannot tell. Pure.

/// Of one place in the table: "told", "only if the node is set up to tell" or "not visible".
QString visibilityText(Visibility visibility);

/// What has to be said beside a count of this kind: "not visible", "groups: not visible", "only if the node is set up
/// to tell", "groups: only if the node is set up to tell". Empty where all is told.
QString visibilityNote(const KindVisibility &visibility, EventKind kind);

/// Why, in full sentences, for the hover. Empty where all is told.
QString visibilityWhy(NodeKind nodeKind, const KindVisibility &visibility, EventKind kind);

/// All that is never told, in one phrase: "not visible: Read; in groups: Send, Delivery". Empty where nothing is
/// hidden.
QString notVisibleSummary(const KindVisibility &visibility);

} // namespace barograph
