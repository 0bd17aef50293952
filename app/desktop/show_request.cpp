// SPDX-License-Identifier: GPL-3.0-or-later
#include "show_request.h"

#include <QtGlobal>

#include <algorithm>

namespace barograph {

namespace {

bool isActivationToken(const QByteArray &token)
{
    return !token.isEmpty() && token.size() <= kMostActivationToken &&
           std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c <= '~'; });
}

} // namespace

QByteArray givenActivationToken()
{
    for (const char *variable : {"XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"}) {
        QByteArray token = qgetenv(variable);
        if (isActivationToken(token))
            return token;
    }
    return {};
}

QByteArray showRequest(const QByteArray &token)
{
    QByteArray request("show");
    if (isActivationToken(token))
        request.append(' ').append(token);
    return request.append('\n');
}

std::optional<QByteArray> readShowRequest(const QByteArray &said)
{
    if (said == "show\n")
        return QByteArray();
    if (said.size() > kMostShowRequest || !said.startsWith("show ") || !said.endsWith('\n'))
        return std::nullopt;
    QByteArray token = said.mid(5).chopped(1);
    if (!isActivationToken(token))
        return std::nullopt;
    return token;
}

} // namespace barograph
