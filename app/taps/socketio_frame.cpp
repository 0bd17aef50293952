// SPDX-License-Identifier: GPL-3.0-or-later
#include "taps/socketio_frame.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace barograph {

namespace {

using Kind = SocketIoFrame::Kind;

constexpr auto kMalformedFrame = SocketIoFrame{};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isJsonSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view withoutSpace(std::string_view text)
{
    while (!text.empty() && isJsonSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isJsonSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

void skipDigits(std::string_view &text)
{
    while (!text.empty() && isDigit(text.front()))
        text.remove_prefix(1);
}

/// Takes "/name," or nothing. False: a name space that does not end.
bool takeNameSpace(std::string_view &text, std::string_view &nameSpace)
{
    if (text.empty() || text.front() != '/')
        return true;
    const auto comma = text.find(',');
    // Packets without data may end with the name space.
    nameSpace = text.substr(0, comma);
    text.remove_prefix(comma == std::string_view::npos ? text.size() : comma + 1);
    // A query may follow the name (protocol 4 allowed it); it is no part of it.
    nameSpace = nameSpace.substr(0, nameSpace.find('?'));
    return !nameSpace.empty();
}

/// `["name", DATA]`
bool takeEvent(std::string_view text, SocketIoFrame &frame)
{
    text = withoutSpace(text);
    if (text.size() < 2 || text.front() != '[' || text.back() != ']')
        return false;
    text = withoutSpace(text.substr(1, text.size() - 2));
    if (text.empty() || text.front() != '"')
        return false;
    std::size_t end = 1;
    while (end < text.size() && text[end] != '"')
        end += text[end] == '\\' ? 2 : 1;
    if (end >= text.size())
        return false;
    frame.event = text.substr(1, end - 1);
    text = withoutSpace(text.substr(end + 1));
    if (text.empty())
        return true;
    if (text.front() != ',')
        return false;
    frame.data = withoutSpace(text.substr(1));
    return !frame.data.empty();
}

SocketIoFrame parseMessage(std::string_view text)
{
    if (text.empty())
        return kMalformedFrame;
    const char type = text.front();
    text.remove_prefix(1);
    const bool hasAttachments = type == '5' || type == '6';
    if (hasAttachments) {
        const auto digits = text;
        skipDigits(text);
        if (text.size() == digits.size() || text.empty() || text.front() != '-')
            return kMalformedFrame;
        text.remove_prefix(1);
    }
    SocketIoFrame frame;
    if (!takeNameSpace(text, frame.nameSpace))
        return kMalformedFrame;
    switch (type) {
    case '0':
        frame.kind = Kind::Connected;
        return frame;
    case '1':
        frame.kind = Kind::Disconnected;
        return frame;
    case '4':
        frame.kind = Kind::ConnectError;
        frame.data = withoutSpace(text);
        return frame;
    case '2':
    case '5':
        // With binary attachments, placeholders stand where those belong: message ids are never among them.
        skipDigits(text);
        if (!takeEvent(text, frame))
            return kMalformedFrame;
        frame.kind = Kind::Event;
        return frame;
    case '3':
    case '6':
        frame.kind = Kind::Other;
        return frame;
    default:
        return kMalformedFrame;
    }
}

SocketIoFrame plainFrame(Kind kind, std::string_view data = {})
{
    SocketIoFrame frame;
    frame.kind = kind;
    frame.data = data;
    return frame;
}

} // namespace

SocketIoFrame parseSocketIoFrame(std::string_view frame)
{
    if (frame.empty())
        return kMalformedFrame;
    const auto rest = frame.substr(1);
    switch (frame.front()) {
    case '0':
        return plainFrame(Kind::Open, withoutSpace(rest));
    case '1':
        return plainFrame(Kind::Close);
    case '2':
        return plainFrame(Kind::Ping);
    case '3':
    case '5':
    case '6':
        return plainFrame(Kind::Other);
    case '4':
        return parseMessage(rest);
    default:
        return kMalformedFrame;
    }
}

std::optional<Millis> socketIoSilence(std::string_view data)
{
    constexpr double kShortestMs = 1000;
    constexpr double kLongestMs = 10.0 * 60 * 1000;
    const auto handshake =
        QJsonDocument::fromJson(QByteArray(data.data(), static_cast<qsizetype>(data.size()))).object();
    const auto interval = handshake.value(QLatin1String("pingInterval"));
    const auto timeout = handshake.value(QLatin1String("pingTimeout"));
    if (!interval.isDouble() || !timeout.isDouble())
        return std::nullopt;
    // Negative or not finite numbers end at the lower bound, so that the cast is always defined.
    const double sum = interval.toDouble() + timeout.toDouble();
    const double bounded = sum > kShortestMs ? std::min(sum, kLongestMs) : kShortestMs;
    return Millis{static_cast<Millis::rep>(bounded)};
}

} // namespace barograph
