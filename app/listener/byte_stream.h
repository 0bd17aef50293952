// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    /// The socket, if what it carries is just the bytes: then a SocketBatch may read and write them. Else -1.
    virtual int batchDescriptor() const = 0;
};

/// Plain TCP over a non-blocking socket, which it owns.
class PlainStream final : public ByteStream
{
public:
    explicit PlainStream(int descriptor)
        : m_descriptor(descriptor)
    {}
    ~PlainStream() override { close(); }
    PlainStream(const PlainStream &) = delete;
    PlainStream &operator=(const PlainStream &) = delete;

    Result read(std::span<char> into) override;
    Result write(std::string_view bytes) override;
    int batchDescriptor() const override { return m_descriptor; }
    int descriptor() const { return m_descriptor; }
    void close();

private:
    int m_descriptor;
};

} // namespace barograph
