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
constexpr std::string_view kSignatureHeader = "X-Hub-Signature-256: sha256=";
constexpr std::size_t kSignatureDigits = 64;

} // namespace

std::string requestHead(const Target &target, std::size_t bodySize, bool isSigned)
{
    std::string head = "POST " + target.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(target.port) +
                       "\r\nUser-Agent: WhatsApp/2.45.1\r\nAccept: */*\r\nContent-Type: application/json\r\n";
    if (isSigned)
        head.append(kSignatureHeader).append(kSignatureDigits, '0').append("\r\n");
    return head + "Content-Length: " + std::to_string(bodySize) + "\r\n\r\n";
}

std::vector<std::size_t> numberMarks(std::string_view text)
{
    std::vector<std::size_t> marks;
    for (auto at = text.find(kNumberMark); at != std::string_view::npos; at = text.find(kNumberMark, at + 1))
        marks.push_back(at);
    return marks;
}

void writeNumber(std::string &text, std::size_t at, std::uint64_t number)
{
    for (auto i = at + kNumberMark.size(); i-- > at; number >>= 4U)
        text[i] = kHex[number & 15U];
}

NumberedRequests::NumberedRequests(const Target &target, const std::string &body, std::string secret)
    : m_text(requestHead(target, body.size(), !secret.empty()))
    , m_secret(std::move(secret))
    , m_bodyAt(m_text.size())
    , m_next(static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count()))
{
    if (!m_secret.empty())
        m_signatureAt = m_text.find(kSignatureHeader) + kSignatureHeader.size();
    m_text += body;
    m_numbersAt = numberMarks(m_text);
}

void NumberedRequests::putNumbers(std::string &request, std::uint64_t number) const
{
    for (const auto at : m_numbersAt)
        writeNumber(request, at, number++);
}

NumberedRequests::Signature NumberedRequests::sign(std::string_view body) const
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

void NumberedRequests::prepare(std::size_t count)
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

bool NumberedRequests::renew(std::string &request)
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
