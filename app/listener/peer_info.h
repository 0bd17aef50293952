// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ip/address.hpp>

#include <string>

namespace barograph {

/// Who is at the other end of a connection, as far as the connection itself tells.
struct PeerInfo
{
    boost::asio::ip::address address; ///< unspecified where the system does not tell
    bool tls = false;
    /// CN of the client certificate, which a CA of ListenerConfig::clientCaFile signed. Empty: the client showed none
    /// (one of another CA ends the handshake).
    std::string certificateName;
};

} // namespace barograph
