// SPDX-License-Identifier: GPL-3.0-or-later
#include "taps/tap_check.h"

#include "taps/tap_endpoint.h"
#include "taps/taps_words.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

namespace barograph {

namespace {

using Wrong = std::optional<ConfigError>;

ConfigError wrongTap(const char *field, const QString &text)
{
    return {0, 0, QLatin1String("tap.") % QLatin1String(field), text};
}

bool isThisMachine(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

bool holdsKey(const QUrl &url)
{
    const auto items = QUrlQuery(url).queryItems();
    return std::any_of(items.begin(), items.end(), [](const auto &item) {
        const QString name = item.first.toLower();
        return name.contains(QLatin1String("key")) || name.contains(QLatin1String("token"));
    });
}

Wrong checkTapUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return wrongTap("url", TapWords::tr("This is not a complete address. Write it like wss://10.0.0.5:3000."));
    if (url.scheme() != QLatin1String("wss") && url.scheme() != QLatin1String("ws"))
        return wrongTap("url", TapWords::tr("Only wss:// (and ws:// on this machine) can be used."));
    if (url.scheme() == QLatin1String("ws") && !isThisMachine(url)) {
        return wrongTap("url", TapWords::tr("Plain ws:// is accepted for this machine only (127.0.0.1, ::1, "
                                            "localhost), because it would show the key on the network. Use wss://."));
    }
    if (!url.userInfo().isEmpty() || holdsKey(url)) {
        return wrongTap("url", TapWords::tr("A key does not belong into an address. Remove it and store it with: "
                                            "barograph secret --node ID --name tap-key"));
    }
    return std::nullopt;
}

Wrong checkTapInstance(NodeKind kind, const QString &instance)
{
    if (instance.isEmpty())
        return std::nullopt;
    if (kind != NodeKind::Evolution)
        return wrongTap("instance", TapWords::tr("Only Evolution has instances. WAHA's session goes into the "
                                                 "address: wss://HOST:PORT/ws?session=NAME."));
    // The characters that end a name in socket.io's frames.
    static const QRegularExpression pattern(QStringLiteral("\\A[^,?/\\x00-\\x1f]{1,100}\\z"));
    if (!pattern.match(instance).hasMatch())
        return wrongTap("instance", TapWords::tr("This is not the name of an instance."));
    return std::nullopt;
}

Wrong checkTapEvents(NodeKind kind, const QStringList &events)
{
    if (events.isEmpty())
        return std::nullopt;
    if (kind != NodeKind::Waha)
        return wrongTap("events", TapWords::tr("Which events Evolution sends is set there: POST "
                                               "/websocket/set/INSTANCE. Remove this key."));
    static const QRegularExpression pattern(QStringLiteral("\\A(\\*|[a-z0-9._-]{1,60})\\z"));
    const bool allRight =
        std::all_of(events.begin(), events.end(), [](const QString &name) { return pattern.match(name).hasMatch(); });
    if (!allRight)
        return wrongTap("events", TapWords::tr("Write names of WAHA's events, e.g. [\"message.any\", "
                                               "\"message.ack\"]."));
    return std::nullopt;
}

} // namespace

std::optional<ConfigError> checkTap(NodeKind kind, const TapConfig &tap)
{
    if (!kindHasTap(kind))
        return wrongTap("url", TapWords::tr("Only nodes of kind \"waha\" and \"evolution\" send their events over a "
                                            "WebSocket. Remove [node.tap]; docs/receiving-webhooks.md has other "
                                            "ways."));
    if (auto found = checkTapUrl(tap.url))
        return found;
    if (auto found = checkTapInstance(kind, tap.instance))
        return found;
    return checkTapEvents(kind, tap.events);
}

} // namespace barograph
