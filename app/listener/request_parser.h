// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "listener/auth/credential_headers.h"
#include "listener/body_buffer.h"
#include "listener/listener_limits.h"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/http/verb.hpp>

#include <string>

namespace barograph {

/// Parses one request with Boost.Beast's parser, keeping only what the listener looks at: of the headers those that
/// tell who sends, and a body that lies in one piece in the read buffer is not copied.
///
/// Bytes are given with put() from Beast, which takes a header line by line as it arrives. A body in place points into
/// the bytes given last and is valid only until the next are given.
class RequestParser final : public boost::beast::http::basic_parser<true>
{
public:
    using ErrorCode = boost::beast::error_code;
    using StringView = boost::beast::string_view;

    /// `target`, `credentials` and `buffer` outlive the parser; they are the session's, so that their memory is used
    /// again.
    RequestParser(const ListenerLimits &limits, std::string &target, CredentialHeaders &credentials,
                  BodyBuffer &buffer);

    bool isPost() const { return m_isPost; }
    bool isGet() const { return m_isGet; }
    bool expectsContinue() const { return m_expectsContinue; }
    /// A transfer coding that is not understood: where the body ends cannot be known.
    bool hasUnknownCoding() const { return m_hasTransferEncoding && !chunked(); }
    /// The body is compressed: its events cannot be read.
    bool hasContentCoding() const { return m_hasContentCoding; }
    bool mustClose() const { return !keep_alive() || m_version < 11; }

    /// Do not keep the body: the answer is known already.
    void discardBody() { m_discard = true; }
    /// Precondition: is_done(). With kBodyPadding readable bytes behind it if the bytes given had so.
    PaddedBody body() const;
    /// The body did not fit what all connections together may hold.
    bool outOfBuffer() const { return m_outOfBuffer; }

protected:
    void on_request_impl(boost::beast::http::verb method, StringView methodText, StringView target, int version,
                         ErrorCode &error) override;
    void on_response_impl(int status, StringView reason, int version, ErrorCode &error) override;
    void on_field_impl(boost::beast::http::field name, StringView nameText, StringView value,
                       ErrorCode &error) override;
    void on_header_impl(ErrorCode &error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t> &contentLength, ErrorCode &error) override;
    std::size_t on_body_impl(StringView piece, ErrorCode &error) override;
    void on_chunk_header_impl(std::uint64_t size, StringView extensions, ErrorCode &error) override;
    std::size_t on_chunk_body_impl(std::uint64_t remain, StringView piece, ErrorCode &error) override;
    void on_finish_impl(ErrorCode &error) override;

private:
    void keep(StringView piece, ErrorCode &error);

    std::string &m_target;
    CredentialHeaders &m_credentials;
    BodyBuffer &m_buffer;
    quint32 m_fieldsLeft;
    bool m_isPost = false;
    bool m_isGet = false;
    bool m_inTrailer = false;
    int m_version = 0; ///< 10 or 11
    bool m_expectsContinue = false;
    bool m_hasTransferEncoding = false;
    bool m_hasContentCoding = false;
    bool m_discard = false;
    bool m_outOfBuffer = false;
    std::string_view m_inPlace;
    std::uint64_t m_contentLength = 0;
};

} // namespace barograph
