// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/auth/ip_network.h"

#include <charconv>

namespace barograph {

namespace ip = boost::asio::ip;

IpNetwork::Bytes IpNetwork::bytesOf(const ip::address &address)
{
    return address.is_v4() ? ip::make_address_v6(ip::v4_mapped, address.to_v4()).to_bytes()
                           : address.to_v6().to_bytes();
}

std::optional<IpNetwork> IpNetwork::parse(std::string_view text)
{
    constexpr unsigned kAllBits = 128;
    constexpr unsigned kBitsBeforeIpv4 = 96;
    const auto slash = text.find('/');
    const auto host = text.substr(0, slash);
    boost::system::error_code error;
    const auto address = ip::make_address(std::string(host), error);
    if (error || host.find('%') != std::string_view::npos)
        return std::nullopt;
    const unsigned before = address.is_v4() ? kBitsBeforeIpv4 : 0;
    unsigned bits = kAllBits - before;
    if (slash != std::string_view::npos) {
        const auto digits = text.substr(slash + 1);
        const char *const end = digits.data() + digits.size();
        unsigned given = 0;
        const auto read = std::from_chars(digits.data(), end, given);
        if (read.ec != std::errc() || read.ptr != end || given > bits)
            return std::nullopt;
        bits = given;
    }
    return IpNetwork(bytesOf(address), before + bits);
}

bool IpNetwork::contains(const ip::address &address) const
{
    const auto bytes = bytesOf(address);
    const auto whole = m_bits / 8;
    if (!std::equal(bytes.begin(), bytes.begin() + whole, m_bytes.begin()))
        return false;
    const auto rest = m_bits % 8;
    return rest == 0 || ((bytes[whole] ^ m_bytes[whole]) >> (8 - rest)) == 0;
}

} // namespace barograph
