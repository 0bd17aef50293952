// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/time.h"

#include <QMetaType>
#include <QString>

namespace barograph {

/// A copy of a node's events that is fetched over an outgoing WebSocket (NodeConfig::tap). Nothing is acknowledged on
/// that way: what is sent while no tap is connected is not sent again.
struct TapView
{
    enum State : quint8 { Off, Connecting, Connected, Failed };

    State state = Off;
    QString detail; ///< why it failed and what to do; no secrets
    UtcTime since{};
    quint64 frames = 0;     ///< received in this run, whatever came of them
    quint64 dropped = 0;    ///< of these, lost because they could not be stored and the room to wait in was full
    quint64 unreadable = 0; ///< of these, not the JSON of an event

    friend bool operator==(const TapView &, const TapView &) = default;
};

/// News about the connection of one tap. State Off: the node has none any more.
struct TapNote
{
    NodeIndex node = 0;
    TapView::State state = TapView::Off;
    QString detail;
    UtcTime since{};

    friend bool operator==(const TapNote &, const TapNote &) = default;
};

} // namespace barograph

Q_DECLARE_METATYPE(barograph::TapNote)
