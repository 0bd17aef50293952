// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ip/address.hpp>

#include <map>

namespace barograph {

/// How many connections each peer address holds, so that one cannot take all of them from the others. This machine
/// itself (loopback) is not counted: a reverse proxy in front of the listener is one peer for all.
class PeerCounts
{
public:
    /// What enter() makes of an address; give it back with leave().
    using Peer = boost::asio::ip::address; ///< unspecified: not counted

    /// An IPv4 address that came over an IPv6 socket is the same peer as over IPv4.
    static Peer peerOf(const boost::asio::ip::address &address, bool countLoopback = false);

    /// Counts one more connection; how many there are now, 0 where it is not counted.
    std::size_t enter(const Peer &peer) { return peer.is_unspecified() ? 0 : ++m_counts[peer]; }
    void leave(const Peer &peer);
    std::size_t peers() const { return m_counts.size(); }

private:
    std::map<Peer, std::size_t> m_counts; ///< no entries of 0: bounded by the connections there are
};

/// Who is connected to this socket; unspecified where the system does not tell.
boost::asio::ip::address peerAddress(int socket);

} // namespace barograph
