// SPDX-License-Identifier: GPL-3.0-or-later
// Any frame: no read outside of it, views point into it, and whatever is a right event for Qt's JSON parser is one
// here, with the same second element.

#include "taps/evolution_tap.h"
#include "taps/socketio_frame.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdlib>
#include <cstring>
#include <functional>

using namespace barograph;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

bool isWithin(std::string_view part, std::string_view whole)
{
    const std::less_equal<const char *> notBehind;
    return part.empty() ||
           (notBehind(whole.data(), part.data()) && notBehind(part.data() + part.size(), whole.data() + whole.size()));
}

QByteArray bytesOf(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

/// What is behind "42" read by a full parser: an array of two elements with a text in front, or null.
QJsonArray fullyParsed(std::string_view frame)
{
    if (frame.substr(0, 3) != "42[")
        return {};
    const auto array = QJsonDocument::fromJson(bytesOf(frame.substr(2))).array();
    return array.size() == 2 && array.at(0).isString() ? array : QJsonArray();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // On the heap and of the exact size, so that reads behind the end are found.
    const auto exact = std::make_unique<char[]>(size);
    if (size > 0)
        std::memcpy(exact.get(), data, size);
    const std::string_view text(exact.get(), size);

    const auto frame = parseSocketIoFrame(text);
    require(!frame.nameSpace.empty() && frame.nameSpace.front() == '/');
    require(frame.nameSpace == "/" || isWithin(frame.nameSpace, text));
    require(isWithin(frame.event, text) && isWithin(frame.data, text));
    if (frame.kind == SocketIoFrame::Kind::Open) {
        const auto silence = socketIoSilence(frame.data);
        require(!silence || (silence->count() >= 1000 && silence->count() <= 600'000));
    }
    if (const auto known = fullyParsed(text); !known.isEmpty()) {
        require(frame.kind == SocketIoFrame::Kind::Event);
        const auto wrapped = QJsonDocument::fromJson('[' + bytesOf(frame.data) + ']').array();
        require(wrapped.size() == 1 && wrapped.at(0) == known.at(1));
    }

    TapConfig tap;
    tap.url = QUrl(QStringLiteral("ws://127.0.0.1/shop"));
    EvolutionTap protocol(tap);
    protocol.received(bytesOf(text));
    return 0;
}
