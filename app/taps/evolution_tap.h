// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "taps/tap_protocol.h"

namespace barograph {

/// Evolution: socket.io, of which the second element of each event is a webhook's body.
class EvolutionTap final : public TapProtocol
{
public:
    explicit EvolutionTap(TapConfig tap);

    QNetworkRequest request(const Secret &key) const override;
    /// The server speaks first.
    TapStep opened() override { return {}; }
    TapStep received(const QByteArray &text) override;

private:
    TapStep greeted(std::string_view handshake) const;
    QString refusedText() const;

    TapConfig m_tap;
    QByteArray m_nameSpace;
};

} // namespace barograph
