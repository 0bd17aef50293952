// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener/answers.h"

namespace barograph {

namespace {

std::string_view statusLine(Answer answer)
{
    switch (answer) {
    case Answer::Continue:
        return "HTTP/1.1 100 Continue\r\n";
    case Answer::Ok:
    case Answer::OkEmptyObject:
    case Answer::Challenge:
        return "HTTP/1.1 200 OK\r\n";
    case Answer::BadRequest:
        return "HTTP/1.1 400 Bad Request\r\n";
    case Answer::Unauthorized:
        return "HTTP/1.1 401 Unauthorized\r\n"; // no scheme of HTTP's own fits a signed body
    case Answer::UnauthorizedBasic:
        return "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"webhook\"\r\n";
    case Answer::UnauthorizedBearer:
        return "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer realm=\"webhook\"\r\n";
    case Answer::Forbidden:
        return "HTTP/1.1 403 Forbidden\r\n";
    case Answer::NotFound:
        return "HTTP/1.1 404 Not Found\r\n";
    case Answer::MethodNotAllowed:
        return "HTTP/1.1 405 Method Not Allowed\r\nAllow: POST\r\n";
    case Answer::MethodNotAllowedGet:
        return "HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, POST\r\n";
    case Answer::RequestTimeout:
        return "HTTP/1.1 408 Request Timeout\r\n";
    case Answer::ContentTooLarge:
        return "HTTP/1.1 413 Content Too Large\r\n";
    case Answer::UnsupportedMediaType:
        return "HTTP/1.1 415 Unsupported Media Type\r\nAccept-Encoding: identity\r\n";
    case Answer::HeadersTooLarge:
        return "HTTP/1.1 431 Request Header Fields Too Large\r\n";
    case Answer::NotImplemented:
        return "HTTP/1.1 501 Not Implemented\r\n";
    case Answer::Unavailable:
        return "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\n";
    }
    return {};
}

void appendBody(std::string &out, std::string_view contentType, std::string_view before, std::string_view text,
                std::string_view after)
{
    out += "Content-Type: ";
    out += contentType;
    out += "\r\nContent-Length: ";
    out += std::to_string(before.size() + text.size() + after.size());
    out += "\r\n\r\n";
    out += before;
    out += text;
    out += after;
}

} // namespace

void appendAnswer(std::string &out, Answer answer, std::string_view reason, bool close)
{
    constexpr std::string_view kPlainOk = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    if (answer == Answer::Ok && !close) {
        out += kPlainOk;
        return;
    }
    out += statusLine(answer);
    if (answer == Answer::Continue) {
        out += "\r\n";
        return;
    }
    if (close)
        out += "Connection: close\r\n";
    if (answer == Answer::OkEmptyObject)
        appendBody(out, "application/json", "{", {}, "}");
    else if (answer == Answer::Challenge)
        appendBody(out, "text/plain\r\nX-Content-Type-Options: nosniff", {}, reason, {});
    else if (reason.empty())
        out += "Content-Length: 0\r\n\r\n";
    else
        appendBody(out, "application/json", R"({"error":")", reason, R"("})");
}

} // namespace barograph
