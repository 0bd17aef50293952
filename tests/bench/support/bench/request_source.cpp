// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/request_source.h"

#include <chrono>
#include <cstring>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdexcept>

namespace bench {

namespace {

constexpr std::string_view kHex = "0123456789abcdef";

} // namespace

RequestSource::RequestSource(const Target &target, const std::string &body, std::string secret)
    : m_secret(std::move(secret))
    , m_next(static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count()))
{
    m_text = "POST " + target.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(target.port) +
             "\r\nUser-Agent: WhatsApp/2.45.1\r\nAccept: */*\r\nContent-Type: application/json\r\n";
    if (!m_secret.empty()) {
        m_text += "X-Hub-Signature-256: sha256=";
        m_signatureAt = m_text.size();
        m_text += std::string(Signature().size(), '0') + "\r\n";
    }
    m_text += "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    m_bodyAt = m_text.size();
    m_text += body;
    for (auto at = m_text.find(kNumberMark); at != std::string::npos; at = m_text.find(kNumberMark, at + 1))
        m_numbersAt.push_back(at);
}

void RequestSource::putNumbers(std::string &request, std::uint64_t first) const
{
    for (const auto at : m_numbersAt) {
        auto rest = first++;
        for (auto i = at + kNumberMark.size(); i-- > at; rest >>= 4U)
            request[i] = kHex[rest & 15U];
    }
}

RequestSource::Signature RequestSource::sign(std::string_view body) const
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (::HMAC(EVP_sha256(), m_secret.data(), static_cast<int>(m_secret.size()),
               reinterpret_cast<const unsigned char *>(body.data()), body.size(), digest.data(), &size) == nullptr)
        throw std::runtime_error("no HMAC");
    Signature text{};
    for (std::size_t i = 0; i < text.size(); ++i)
        text[i] = kHex[(i % 2 == 0 ? digest[i / 2] >> 4U : digest[i / 2]) & 15U];
    return text;
}

void RequestSource::prepare(std::size_t count)
{
    if (m_secret.empty())
        return;
    m_signatures.clear();
    m_signatures.reserve(count);
    m_used = 0;
    auto request = m_text;
    for (std::size_t i = 0; i < count; ++i) {
        putNumbers(request, m_next + i * m_numbersAt.size());
        m_signatures.push_back(sign(std::string_view(request).substr(m_bodyAt)));
    }
}

bool RequestSource::renew(std::string &request)
{
    if (!m_secret.empty()) {
        if (m_used == m_signatures.size())
            return false;
        const auto &signature = m_signatures[m_used++];
        std::memcpy(request.data() + m_signatureAt, signature.data(), signature.size());
    }
    putNumbers(request, m_next);
    m_next += m_numbersAt.size();
    return true;
}

} // namespace bench
