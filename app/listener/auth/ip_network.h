// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ip/address.hpp>

#include <optional>
#include <string_view>

namespace barograph {

/// One address or a network of them, IPv4 or IPv6. An IPv4 address that comes mapped into IPv6 (::ffff:10.0.0.5, as on
/// a socket for both) is the same address.
class IpNetwork
{
public:
    /// "10.0.0.5", "10.0.0.0/8", "2001:db8::/32", "::1". Bits behind the prefix are ignored. No names, no zones.
    static std::optional<IpNetwork> parse(std::string_view text);

    bool contains(const boost::asio::ip::address &address) const;

private:
    using Bytes = boost::asio::ip::address_v6::bytes_type; ///< IPv4 mapped into IPv6

    IpNetwork(const Bytes &bytes, unsigned bits)
        : m_bytes(bytes)
        , m_bits(bits)
    {}
    static Bytes bytesOf(const boost::asio::ip::address &address);

    Bytes m_bytes;
    unsigned m_bits; ///< 0..128
};

} // namespace barograph
