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
        return "HTTP/1.1 200 OK\r\n";
    case Answer::BadRequest:
        return "HTTP/1.1 400 Bad Request\r\n";
    case Answer::NotFound:
        return "HTTP/1.1 404 Not Found\r\n";
    case Answer::MethodNotAllowed:
        return "HTTP/1.1 405 Method Not Allowed\r\nAllow: POST\r\n";
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
    if (reason.empty()) {
        out += "Content-Length: 0\r\n\r\n";
        return;
    }
    constexpr std::string_view kBegin = R"({"error":")";
    constexpr std::string_view kEnd = R"("})";
    out += "Content-Type: application/json\r\nContent-Length: ";
    out += std::to_string(kBegin.size() + reason.size() + kEnd.size());
    out += "\r\n\r\n";
    out += kBegin;
    out += reason;
    out += kEnd;
}

} // namespace barograph
