// SPDX-License-Identifier: GPL-3.0-or-later
#include "taps/waha_tap.h"

#include "taps/tap_endpoint.h"

namespace barograph {

WahaTap::WahaTap(TapConfig tap)
    : m_tap(std::move(tap))
{}

QNetworkRequest WahaTap::request(const Secret &key) const
{
    return wahaTapRequest(m_tap, key);
}

TapStep WahaTap::opened()
{
    TapStep step;
    step.ready = true;
    return step;
}

TapStep WahaTap::received(const QByteArray &text)
{
    TapStep step;
    step.body = text;
    return step;
}

} // namespace barograph
