// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_kind.h"
#include "core/node_config.h"

namespace barograph {

/// Whether webhooks of a kind of node can tell an event at all. What cannot be told is shown as "not visible", which is
/// neither zero nor unknown: it happens, and it spends budget, out of our sight.
enum class Visibility : quint8 {
    Visible,
    BySettings, ///< only if the node or its engine is set up to tell it
    NotVisible
};

struct KindVisibility
{
    ByKind<Visibility> individual; ///< chats with one person
    ByKind<Visibility> group;

    /// The kind of event is told neither for persons nor for groups.
    bool isBlindFor(EventKind kind) const
    {
        return individual[kind] == Visibility::NotVisible && group[kind] == Visibility::NotVisible;
    }
    friend bool operator==(const KindVisibility &, const KindVisibility &) = default;
};

/// By what each kind's documentation or source says; see docs/receiving-webhooks.md.
KindVisibility visibilityOf(NodeKind kind);

} // namespace barograph
