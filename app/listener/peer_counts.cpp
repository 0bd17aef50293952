// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/peer_counts.h"

#include <boost/asio/ip/tcp.hpp>

#include <sys/socket.h>

namespace barograph {

namespace ip = boost::asio::ip;

PeerCounts::Peer PeerCounts::peerOf(const ip::address &address, bool countLoopback)
{
    const auto plain = address.is_v6() && address.to_v6().is_v4_mapped()
                           ? ip::address(ip::make_address_v4(ip::v4_mapped, address.to_v6()))
                           : address;
    return plain.is_loopback() && !countLoopback ? Peer() : plain;
}

void PeerCounts::leave(const Peer &peer)
{
    const auto found = m_counts.find(peer);
    if (found != m_counts.end() && --found->second == 0)
        m_counts.erase(found);
}

ip::address peerAddress(int socket)
{
    ip::tcp::endpoint endpoint;
    auto size = static_cast<socklen_t>(endpoint.capacity());
    if (::getpeername(socket, endpoint.data(), &size) != 0 || size > endpoint.capacity())
        return {};
    endpoint.resize(size);
    return endpoint.address();
}

} // namespace barograph
