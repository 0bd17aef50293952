// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/ip/tcp.hpp>

#include <span>
#include <string_view>

namespace barograph {

/// Bytes to and from a client without waiting. A TLS stream implements the same two functions.
class ByteStream
{
public:
    struct Result
    {
        enum class State { Done, WouldBlock, Ended };
        State state = State::Done; ///< Ended: the peer closed its side, or the connection is broken
        std::size_t bytes = 0;
    };

    virtual ~ByteStream() = default;
    virtual Result read(std::span<char> into) = 0;
    virtual Result write(std::string_view bytes) = 0;
};

/// Plain TCP. The socket must be non-blocking and outlive it.
class PlainStream final : public ByteStream
{
public:
    explicit PlainStream(boost::asio::ip::tcp::socket &socket)
        : m_socket(socket)
    {}
    Result read(std::span<char> into) override;
    Result write(std::string_view bytes) override;

private:
    boost::asio::ip::tcp::socket &m_socket;
};

} // namespace barograph
