// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/request_parser.h"

#include <boost/beast/http/error.hpp>
#include <boost/beast/http/impl/basic_parser.hpp>

namespace barograph {

namespace http = boost::beast::http;

RequestParser::RequestParser(const ListenerLimits &limits, std::string &target, CredentialHeaders &credentials,
                             BodyBuffer &buffer)
    : m_target(target)
    , m_credentials(credentials)
    , m_buffer(buffer)
    , m_fieldsLeft(limits.maxHeaderFields)
{
    header_limit(limits.maxHeaderBytes);
    body_limit(limits.maxBodyBytes);
    m_credentials.clear();
}

PaddedBody RequestParser::body() const
{
    if (!m_inPlace.empty())
        return {m_inPlace.data(), m_inPlace.size()};
    return m_buffer.padded();
}

void RequestParser::on_request_impl(http::verb method, StringView, StringView target, int version, ErrorCode &)
{
    m_version = version;
    m_isPost = method == http::verb::post;
    m_isGet = method == http::verb::get;
    m_target.assign(target.data(), target.size());
}

void RequestParser::on_response_impl(int, StringView, int, ErrorCode &) {}

void RequestParser::on_field_impl(http::field name, StringView nameText, StringView value, ErrorCode &error)
{
    if (m_fieldsLeft == 0) {
        error = http::error::header_limit;
        return;
    }
    --m_fieldsLeft;
    if (m_inTrailer)
        return; // comes after the request was judged
    const std::string_view text(value.data(), value.size());
    if (name == http::field::unknown) {
        if (const auto known = CredentialHeaders::unregistered({nameText.data(), nameText.size()}))
            m_credentials.note(*known, text);
    } else if (name == http::field::authorization) {
        m_credentials.note(CredentialHeaders::Name::Authorization, text);
    } else if (name == http::field::transfer_encoding) {
        m_hasTransferEncoding = true;
    } else if (name == http::field::content_encoding) {
        m_hasContentCoding = m_hasContentCoding || !(value.empty() || boost::beast::iequals(value, "identity"));
    } else if (name == http::field::expect) {
        m_expectsContinue = boost::beast::iequals(value, "100-continue");
    }
}

void RequestParser::on_header_impl(ErrorCode &)
{
    m_inTrailer = true;
}

void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t> &contentLength, ErrorCode &)
{
    m_contentLength = contentLength.value_or(0);
}

std::size_t RequestParser::on_body_impl(StringView piece, ErrorCode &error)
{
    if (piece.size() == m_contentLength && !m_discard)
        m_inPlace = std::string_view(piece.data(), piece.size());
    else
        keep(piece, error);
    return piece.size();
}

void RequestParser::on_chunk_header_impl(std::uint64_t, StringView, ErrorCode &) {}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, StringView piece, ErrorCode &error)
{
    keep(piece, error);
    return piece.size();
}

void RequestParser::on_finish_impl(ErrorCode &) {}

void RequestParser::keep(StringView piece, ErrorCode &error)
{
    if (m_discard || m_buffer.append(std::string_view(piece.data(), piece.size())))
        return;
    m_outOfBuffer = true;
    error = http::error::body_limit;
}

} // namespace barograph
