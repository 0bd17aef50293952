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

/// Stands in a body for a number that is never used twice, in 16 hexadecimal digits.
inline constexpr std::string_view kNumberMark = "@@@@@@@@@@@@@@@@";

/// POST requests that differ in the numbers of their body, and in their signature. Making the next one costs little:
/// digits are written into a request that exists, and signatures are computed before the clock starts.
class RequestSource
{
public:
    /// `secret` not empty: signed as X-Hub-Signature-256.
    RequestSource(const Target &target, const std::string &body, std::string secret = {});

    /// Computes the signatures of the next `count` requests; nothing to do for unsigned ones.
    void prepare(std::size_t count);
    /// A request to be made different by renew().
    const std::string &text() const { return m_text; }
    /// Gives `request`, a copy of text(), its next numbers. False: a signature for them was not prepared.
    bool renew(std::string &request);

private:
    using Signature = std::array<char, 64>;

    void putNumbers(std::string &request, std::uint64_t first) const;
    Signature sign(std::string_view body) const;

    std::string m_text;
    std::string m_secret;
    std::size_t m_signatureAt = 0;
    std::size_t m_bodyAt = 0;
    std::vector<std::size_t> m_numbersAt;
    std::uint64_t m_next = 0;
    std::vector<Signature> m_signatures; ///< of m_next - m_used and the ones that follow
    std::size_t m_used = 0;
};

} // namespace bench
