// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

struct Target
{
    std::uint16_t port = 0;
    std::string path;
};

/// Where a load generator gets its requests from.
class RequestSource
{
public:
    virtual ~RequestSource() = default;
    /// A request to be made different by renew().
    virtual const std::string &text() const = 0;
    /// Makes `request`, a copy of text(), the next one. False: there are no more.
    virtual bool renew(std::string &request) = 0;
};

/// Line and headers of a POST, up to the body. `isSigned`: with room for a signature of 64 digits, '0' each.
std::string requestHead(const Target &target, std::size_t bodySize, bool isSigned);

/// Stands in a body for a number in 16 hexadecimal digits.
inline constexpr std::string_view kNumberMark = "@@@@@@@@@@@@@@@@";
/// Where kNumberMark stands in `text`.
std::vector<std::size_t> numberMarks(std::string_view text);
/// Overwrites the 16 characters from `at`.
void writeNumber(std::string &text, std::size_t at, std::uint64_t number);

/// POST requests that differ in the numbers of their body, and in their signature. Making the next one costs little:
/// digits are written into a request that exists, and signatures are computed before the clock starts.
class NumberedRequests final : public RequestSource
{
public:
    /// `secret` not empty: signed as X-Hub-Signature-256.
    NumberedRequests(const Target &target, const std::string &body, std::string secret = {});

    /// Computes the signatures of the next `count` requests; nothing to do for unsigned ones.
    void prepare(std::size_t count);
    const std::string &text() const override { return m_text; }
    /// False: a signature for the next one was not prepared.
    bool renew(std::string &request) override;

private:
    using Signature = std::array<char, 64>;

    void putNumbers(std::string &request, std::uint64_t number) const;
    Signature sign(std::string_view body) const;

    std::string m_text;
    std::string m_secret;
    std::size_t m_signatureAt = 0;
    std::size_t m_bodyAt = 0;
    std::vector<std::size_t> m_numbersAt;
    std::uint64_t m_next = 0;
    std::vector<Signature> m_signatures; ///< of the requests that prepare() was called for
    std::size_t m_used = 0;
};

} // namespace bench
