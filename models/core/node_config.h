// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <vector>

namespace barograph {

/// What kind of endpoint a WhatsApp number runs on.
enum class NodeKind : quint8 { OnPremises, CloudApi, PickyAssist, Waha, Evolution, Gowa };
/// Name in the configuration file and on the command line, e.g. "on-premises".
QString nodeKindName(NodeKind kind);
std::optional<NodeKind> nodeKindFromName(const QString &name);
/// All of them, for a message.
QStringList nodeKindNames();

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

/// How a webhook request has to prove where it comes from, beside the secret in its address.
enum class WebhookAuth : quint8 {
    AddressOnly, ///< the secret address alone
    HubSha256,   ///< X-Hub-Signature-256: sha256=HEX of the body (Cloud API: the app secret; GOWA: its webhook secret)
    WahaSha512,  ///< X-Webhook-Hmac: HEX, SHA-512 of the body
    JwtHs256,    ///< Authorization: Bearer JWT, HS256 (Evolution API's `jwt_key`)
    Bearer,      ///< Authorization: Bearer TOKEN
    Basic        ///< Authorization: Basic, with `user` and the stored secret as password
};
/// Name in the configuration file, e.g. "hub-sha256".
QString webhookAuthName(WebhookAuth auth);
std::optional<WebhookAuth> webhookAuthFromName(const QString &name);
QStringList webhookAuthNames();

/// What is asked of webhook requests for one node. The secret itself (key, token, password) is stored under
/// SecretName::kWebhookSecret.
struct WebhookConfig
{
    WebhookAuth auth = WebhookAuth::AddressOnly;
    QString user;          ///< Basic only
    QStringList allowFrom; ///< IP addresses or networks ("10.0.0.0/8", "::1"); empty = any
    QString clientName; ///< CN of the client certificate, which a CA of ListenerConfig::clientCaFile signed; "" = none

    friend bool operator==(const WebhookConfig &, const WebhookConfig &) = default;
};

/// An outgoing WebSocket over which a gateway sends a copy of its events, for where webhooks cannot reach us. Known for
/// WAHA and Evolution. Trust is the node's TlsTrust; the key is stored under SecretName::kTapKey.
struct TapConfig
{
    QUrl url;           ///< wss://host:port with a path as TapEndpoint reads it; ws:// for this machine only
    QStringList events; ///< WAHA: names to ask for; empty = those that can be counted
    QString instance;   ///< Evolution: whose events; empty = as the path says, else those of all instances
    /// The gateway also posts its events to the node's webhook address, so that what happens is known by either.
    bool besideWebhooks = false;

    friend bool operator==(const TapConfig &, const TapConfig &) = default;
};

/// A machine's size as the operator entered it.
struct ServerSize
{
    int cpus = 0;        ///< 1..1024
    double memoryGb = 0; ///< 0.25..16,384

    friend bool operator==(const ServerSize &, const ServerSize &) = default;
};

/// One node as the operator configured it. Holds no secret: those live in the keychain under the node's id.
struct NodeConfig
{
    QString id;   ///< [a-z0-9-]{1,40}, unique; also the webhook route
    QString name; ///< what the operator calls it
    NodeKind kind = NodeKind::OnPremises;
    QString group; ///< heading under which the list shows it; empty = none
    /// False: it is neither asked nor tapped and raises no alarm. Webhooks that it goes on sending are still received,
    /// acknowledged and counted, so that no sender starts to repeat itself.
    bool enabled = true;
    QUrl baseUrl; ///< https://host:port, no path; empty = not asked, or the kind's own public address
    /// Which one at `baseUrl`: phone number id (Cloud API), session (WAHA), instance (Evolution), device (GOWA),
    /// application number (Picky Assist). Empty on-premises.
    QString account;
    QString apiVersion; ///< Cloud API, e.g. "v23.0"; empty = the probe's default
    QString userName = QStringLiteral("admin");
    double allocatedTps = 0; ///< transactions per second; 0 = not given, shown as unknown
    int expectedShards = 0;  ///< 0 = single container or High Availability; else MultiConnect with this many
    bool simulated = false;  ///< shown as SIMULATED wherever the node appears
    TlsTrust tls;
    std::optional<QueueConfig> outboundQueue;
    WebhookConfig webhook;
    std::optional<TapConfig> tap;
    /// How many incoming messages can wait, at WhatsApp's or at the node's end, before further ones are lost: 1 to
    /// 100,000,000. The default is what an on-premises client holds.
    qint64 incomingCapacity = 100'000;
    std::optional<ServerSize>
        botServer;               ///< the machine that answers this number's webhooks, to compare with what it needs
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
    bool tls = false;
    /// PEM files of the operator's; empty = one is made on the spot, kept, and can be saved for upload to the node.
    QString certificateFile; ///< may hold the chain behind the certificate
    QString keyFile;         ///< readable by its owner only
    QString clientCaFile;    ///< PEM with the CAs of client certificates; empty = none are asked for
    /// Listening beyond this machine without TLS, or with a route that its address alone protects, is refused unless
    /// this is set.
    bool allowUnprotected = false;
    int maxConnections = 1024; ///< 16..60,000, together; one peer may have a quarter of them, this machine all

    friend bool operator==(const ListenerConfig &, const ListenerConfig &) = default;
};

/// What is kept of acknowledged events, and how.
struct JournalConfig
{
    int keepHours = 48;       ///< 1..87,600; older files go
    int keepMegabytes = 2048; ///< 192..1,048,576; beyond, the oldest files go
    int latencyBudgetMs = 2;  ///< 0..1000: how long a request may wait for company on its way to the disk
    int dedupeMegabytes = 32; ///< 1..4096, rounded down to a power of two: memory for the window of known events

    friend bool operator==(const JournalConfig &, const JournalConfig &) = default;
};

/// The whole configuration file.
struct Config
{
    ListenerConfig listener;
    JournalConfig journal;
    std::vector<NodeConfig> nodes;

    friend bool operator==(const Config &, const Config &) = default;
};

} // namespace barograph

Q_DECLARE_METATYPE(barograph::NodeConfig)
