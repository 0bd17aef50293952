// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace barograph {

/// By what a node's events reach us at present. The numbers are those of the journal.
enum class EventFeed : quint8 {
    Listener, ///< by webhooks: while the listener listens
    None,     ///< by its tap only, and that is not connected: nothing can be said about what happens meanwhile
    Tap,      ///< by its connected tap: also while the listener does not listen
    Absent    ///< by nothing: the node is not set up, or was taken out
};

} // namespace barograph
