// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/byte_stream.h"

#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace barograph {

namespace {

ByteStream::Result failedResult()
{
    const bool wouldBlock = errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
    return {wouldBlock ? ByteStream::Result::State::WouldBlock : ByteStream::Result::State::Ended, 0};
}

} // namespace

void PlainStream::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

ByteStream::Result PlainStream::read(std::span<char> into)
{
    const auto bytes = ::recv(m_descriptor, into.data(), into.size(), 0);
    if (bytes < 0)
        return failedResult();
    if (bytes == 0)
        return {Result::State::Ended, 0};
    return {Result::State::Done, static_cast<std::size_t>(bytes)};
}

ByteStream::Result PlainStream::write(std::string_view bytes)
{
    const auto written = ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (written < 0)
        return failedResult();
    return {Result::State::Done, static_cast<std::size_t>(written)};
}

} // namespace barograph
