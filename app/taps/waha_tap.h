// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "taps/tap_protocol.h"

namespace barograph {

/// WAHA: every text frame is a webhook's body, and nothing else is ever said.
class WahaTap final : public TapProtocol
{
public:
    explicit WahaTap(TapConfig tap);

    QNetworkRequest request(const Secret &key) const override;
    TapStep opened() override;
    TapStep received(const QByteArray &text) override;

private:
    TapConfig m_tap;
};

} // namespace barograph
