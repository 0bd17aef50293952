// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/byte_stream.h"

#include <boost/asio/buffer.hpp>

namespace barograph {

namespace {

ByteStream::Result streamResult(const boost::system::error_code &error, std::size_t bytes)
{
    if (!error)
        return {ByteStream::Result::State::Done, bytes};
    if (error == boost::asio::error::would_block || error == boost::asio::error::try_again)
        return {ByteStream::Result::State::WouldBlock, 0};
    return {ByteStream::Result::State::Ended, 0};
}

} // namespace

ByteStream::Result PlainStream::read(std::span<char> into)
{
    boost::system::error_code error;
    const auto bytes = m_socket.read_some(boost::asio::buffer(into.data(), into.size()), error);
    return streamResult(error, bytes);
}

ByteStream::Result PlainStream::write(std::string_view bytes)
{
    boost::system::error_code error;
    const auto written = m_socket.write_some(boost::asio::buffer(bytes.data(), bytes.size()), error);
    return streamResult(error, written);
}

} // namespace barograph
