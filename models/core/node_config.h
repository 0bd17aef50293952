// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

namespace barograph {

/// What kind of endpoint a WhatsApp number runs on.
enum class NodeKind : quint8 { OnPremises, CloudApi, PickyAssist, Waha, Evolution, Gowa };
/// Name in the configuration file and on the command line, e.g. "on-premises".
QString nodeKindName(NodeKind kind);
std::optional<NodeKind> nodeKindFromName(const QString &name);

/// Number of a node inside one run of the program: dense, from 0, never reused within a run.
using NodeIndex = quint16;

/// An outbound queue reached by plain HTTP with JSON answers (the portable adapter).
struct QueueConfig
{
    QString name;                                    ///< shown on screen, e.g. "outbound"
    QUrl statusUrl;                                  ///< GET; see pointers below
    QString depthPointer = QStringLiteral("/depth"); ///< JSON pointer to a number of messages
    QString oldestAgePointer =
        QStringLiteral("/oldest_age_ms");              ///< JSON pointer to milliseconds; empty = not supported
    QString pausedPointer = QStringLiteral("/paused"); ///< JSON pointer to a bool; empty = not supported
    QUrl pauseUrl;                                     ///< POST, body {"reason": "..."}; empty = pausing not supported
    QUrl resumeUrl;                                    ///< POST; empty = not supported

    friend bool operator==(const QueueConfig &, const QueueConfig &) = default;
};

/// How the certificate of a node is trusted. Nothing set: the system's CAs.
struct TlsTrust
{
    QString pinnedSha256; ///< lower-case hex of the certificate's SHA-256, 64 digits; empty = not pinned
    QString caFile;       ///< PEM file with one or more CAs; empty = system CAs

    friend bool operator==(const TlsTrust &, const TlsTrust &) = default;
};

/// One node as the operator configured it. Holds no secret: those live in the keychain under the node's id.
struct NodeConfig
{
    QString id;   ///< [a-z0-9-]{1,40}, unique; also the webhook route
    QString name; ///< what the operator calls it
    NodeKind kind = NodeKind::OnPremises;
    QUrl baseUrl; ///< https://host:port, no path
    QString userName = QStringLiteral("admin");
    double allocatedTps = 0; ///< transactions per second; 0 = not given, shown as unknown
    int expectedShards = 0;  ///< 0 = single container or High Availability; else MultiConnect with this many
    bool simulated = false;  ///< shown as SIMULATED wherever the node appears
    TlsTrust tls;
    std::optional<QueueConfig> outboundQueue;
    int healthIntervalMs = 5000; ///< ≥ 1000
    int statsIntervalMs = 2000;  ///< ≥ 500

    friend bool operator==(const NodeConfig &, const NodeConfig &) = default;
};

/// Where webhooks are received.
struct ListenerConfig
{
    QString address = QStringLiteral("127.0.0.1"); ///< loopback unless told otherwise
    /// 0 = any free port. The default lies below the range from which Linux takes the ports of outgoing connections: a
    /// sender that keeps trying to reach a listener that is away would sooner or later connect to itself there.
    quint16 port = 28080;

    friend bool operator==(const ListenerConfig &, const ListenerConfig &) = default;
};

/// The whole configuration file.
struct Config
{
    ListenerConfig listener;
    std::vector<NodeConfig> nodes;

    friend bool operator==(const Config &, const Config &) = default;
};

} // namespace barograph

Q_DECLARE_METATYPE(barograph::NodeConfig)
