// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/secret.h"
#include "core/time.h"

#include <QNetworkRequest>

#include <memory>
#include <optional>

namespace barograph {

/// What is to be done after something happened on a tap's connection.
struct TapStep
{
    QByteArray send;               ///< a text frame; empty = none
    QByteArray body;               ///< the same JSON as in a webhook's body; empty = none
    bool ready = false;            ///< events come from now on
    QString failure;               ///< not empty: this connection is of no use; a sentence that says what to do
    std::optional<Millis> silence; ///< from now on a text frame comes at least this often, or the connection is lost
};

/// What one kind of gateway speaks over its WebSocket. No I/O; one object per connection.
class TapProtocol
{
public:
    virtual ~TapProtocol() = default;

    /// The key may be empty: then none is sent.
    virtual QNetworkRequest request(const Secret &key) const = 0;
    virtual TapStep opened() = 0;
    virtual TapStep received(const QByteArray &text) = 0;
};

/// Null for kinds without a tap.
std::unique_ptr<TapProtocol> makeTapProtocol(NodeKind kind, const TapConfig &tap);

} // namespace barograph
