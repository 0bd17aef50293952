// SPDX-License-Identifier: GPL-3.0-or-later
#include "taps/evolution_tap.h"

#include "taps/socketio_frame.h"
#include "taps/tap_endpoint.h"
#include "taps/taps_words.h"

namespace barograph {

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

QByteArray bytesOf(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

TapStep uselessStep(const QString &why)
{
    TapStep step;
    step.failure = why;
    return step;
}

} // namespace

EvolutionTap::EvolutionTap(TapConfig tap)
    : m_tap(std::move(tap))
    , m_nameSpace(evolutionNameSpace(m_tap).toUtf8())
{}

QNetworkRequest EvolutionTap::request(const Secret &key) const
{
    return evolutionTapRequest(m_tap, key);
}

TapStep EvolutionTap::greeted(std::string_view handshake) const
{
    const auto silence = socketIoSilence(handshake);
    if (!silence)
        return uselessStep(TapWords::tr("The server does not speak socket.io as Evolution does. Check the address."));
    TapStep step;
    step.silence = silence;
    step.send = m_nameSpace == "/" ? QByteArrayLiteral("40") : "40" + m_nameSpace + ',';
    return step;
}

QString EvolutionTap::refusedText() const
{
    if (m_nameSpace == "/")
        return TapWords::tr("Evolution refused the connection. Check the key (barograph secret --name tap-key).");
    // Name spaces are made by the first emit (`io.of("/NAME")`), so a right one can be unknown for a while.
    return TapWords::tr("Evolution does not know the instance \"%1\" here. It does from its first event after a "
                        "start on, if websocket is enabled for it (POST /websocket/set/%1). Check the name.")
        .arg(QString::fromUtf8(m_nameSpace.mid(1)));
}

TapStep EvolutionTap::received(const QByteArray &text)
{
    using Kind = SocketIoFrame::Kind;
    const auto frame = parseSocketIoFrame(viewOf(text));
    const bool isOurs = frame.nameSpace == viewOf(m_nameSpace);
    TapStep step;
    switch (frame.kind) {
    case Kind::Open:
        return greeted(frame.data);
    case Kind::Ping:
        step.send = bytesOf(kSocketIoPong);
        break;
    case Kind::Connected:
        step.ready = isOurs;
        break;
    case Kind::ConnectError:
        return uselessStep(refusedText());
    case Kind::Close:
    case Kind::Disconnected:
        return uselessStep(TapWords::tr("Evolution ended the connection."));
    case Kind::Event:
        if (isOurs)
            step.body = bytesOf(frame.data);
        break;
    case Kind::Malformed:
        // Is handed over as it stands, to be counted like any other body that nobody can read.
        step.body = text;
        break;
    case Kind::Other:
        break;
    }
    return step;
}

} // namespace barograph
