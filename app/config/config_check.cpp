// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/config_file.h"

#include "config/config_words.h"
#include "listener/auth/ip_network.h"
#include "net/json_pointer.h"
#include "net/tls_trust.h"
#include "taps/tap_check.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QSet>

#include <cmath>

namespace barograph {

namespace {

using Found = std::optional<ConfigError>;

ConfigError wrong(const QString &field, const QString &text)
{
    return {0, 0, field, text};
}

bool isLoopbackUrl(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

Found checkUrl(const QString &field, const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return wrong(field, ConfigWords::tr("This is not a complete address. Write it like https://10.0.0.5:9090."));
    if (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http"))
        return wrong(field, ConfigWords::tr("Only https:// (and http:// on this machine) can be used."));
    if (url.scheme() == QLatin1String("http") && !isLoopbackUrl(url)) {
        return wrong(field,
                     ConfigWords::tr("Plain http:// is accepted for this machine only (127.0.0.1, ::1, localhost), "
                                     "because it would show passwords on the network. Use https://."));
    }
    if (!url.userInfo().isEmpty()) {
        return wrong(field,
                     ConfigWords::tr("A user name or password does not belong into an address. Remove it and store "
                                     "the password with: barograph secret --node ID --name password"));
    }
    return std::nullopt;
}

Found checkTls(const TlsTrust &tls)
{
    if (!tls.pinnedSha256.isEmpty() && normalisedFingerprint(tls.pinnedSha256) != tls.pinnedSha256) {
        return wrong(
            QStringLiteral("tls.pinned_sha256"),
            ConfigWords::tr("A SHA-256 fingerprint has 64 hex digits, with or without colons. Get it with: "
                            "openssl s_client -connect HOST:PORT </dev/null | openssl x509 -noout -fingerprint "
                            "-sha256"));
    }
    return std::nullopt;
}

Found checkPointer(const QString &field, const QString &pointer, bool mandatory)
{
    if (pointer.isEmpty() && mandatory)
        return wrong(field, ConfigWords::tr("Say where the depth is in the answer, e.g. \"/depth\"."));
    if (!isJsonPointer(pointer))
        return wrong(field, ConfigWords::tr("This is not a JSON pointer. Write it like \"/stats/depth\"."));
    return std::nullopt;
}

Found checkQueue(const QueueConfig &queue)
{
    const QString prefix = QStringLiteral("outbound_queue.");
    if (auto found = checkUrl(prefix % QLatin1String("status_url"), queue.statusUrl))
        return found;
    if (!queue.pauseUrl.isEmpty()) {
        if (auto found = checkUrl(prefix % QLatin1String("pause_url"), queue.pauseUrl))
            return found;
    }
    if (!queue.resumeUrl.isEmpty()) {
        if (auto found = checkUrl(prefix % QLatin1String("resume_url"), queue.resumeUrl))
            return found;
    }
    if (queue.pauseUrl.isEmpty() != queue.resumeUrl.isEmpty()) {
        return wrong(
            prefix % QLatin1String("resume_url"),
            ConfigWords::tr("pause_url and resume_url go together: a queue that can be paused from here must also "
                            "be resumable from here. Give both or neither."));
    }
    if (auto found = checkPointer(prefix % QLatin1String("depth_pointer"), queue.depthPointer, true))
        return found;
    if (auto found = checkPointer(prefix % QLatin1String("oldest_age_pointer"), queue.oldestAgePointer, false))
        return found;
    return checkPointer(prefix % QLatin1String("paused_pointer"), queue.pausedPointer, false);
}

Found checkJournal(const JournalConfig &journal)
{
    struct Range
    {
        const char *key;
        int value;
        int lowest;
        int highest;
        const char *what;
    };
    const Range ranges[] = {
        {"keep_hours", journal.keepHours, 1, 87'600, "hours that acknowledged events are kept for"},
        {"keep_megabytes", journal.keepMegabytes, 192, 1'048'576,
         "MiB for the journal: room for three files of 64 MiB at least"},
        {"latency_budget_ms", journal.latencyBudgetMs, 0, 1000, "milliseconds that a request may wait for others"},
        {"dedupe_megabytes", journal.dedupeMegabytes, 1, 4096, "MiB for the memory of known events"},
    };
    for (const auto &range : ranges) {
        if (range.value < range.lowest || range.value > range.highest) {
            return wrong(QLatin1String("journal.") % QLatin1String(range.key), ConfigWords::tr("Use %1 to %2: %3.")
                                                                                   .arg(range.lowest)
                                                                                   .arg(range.highest)
                                                                                   .arg(QLatin1String(range.what)));
        }
    }
    return std::nullopt;
}

bool isPlainText(const QString &text, int longest)
{
    return text.size() <= longest && std::none_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20; });
}

Found checkWebhook(const WebhookConfig &webhook)
{
    const QString prefix = QStringLiteral("webhook.");
    const bool basic = webhook.auth == WebhookAuth::Basic;
    if (basic && (webhook.user.isEmpty() || webhook.user.contains(QLatin1Char(':')) || !isPlainText(webhook.user, 128)))
        return wrong(
            prefix % QLatin1String("user"),
            ConfigWords::tr("auth = \"basic\" needs the user name that the node sends: 1 to 128 characters and "
                            "no colon."));
    if (!basic && !webhook.user.isEmpty())
        return wrong(prefix % QLatin1String("user"),
                     ConfigWords::tr("A user name is compared with auth = \"basic\" only. Remove it, or set that."));
    constexpr int kMostNetworks = 256; // looked through for every request
    if (webhook.allowFrom.size() > kMostNetworks)
        return wrong(prefix % QLatin1String("allow_from"), ConfigWords::tr("At most 256 networks can be allowed."));
    for (const auto &network : webhook.allowFrom) {
        if (!IpNetwork::parse(network.toStdString()))
            return wrong(
                prefix % QLatin1String("allow_from"),
                ConfigWords::tr("\"%1\" is no IP address or network. Write it like 10.0.0.5, 10.0.0.0/8, ::1 or "
                                "2001:db8::/32.")
                    .arg(network));
    }
    if (!isPlainText(webhook.clientName, 256))
        return wrong(prefix % QLatin1String("client_name"),
                     ConfigWords::tr("The name in a client certificate has at most 256 characters."));
    return std::nullopt;
}

/// What makes up an address below the node's: nothing that could leave its place in a path or a header.
Found checkAccount(const NodeConfig &node)
{
    if (node.account.isEmpty())
        return std::nullopt;
    const QString field = QStringLiteral("account");
    static const QRegularExpression number(QStringLiteral("\\A[0-9]{1,20}\\z"));
    switch (node.kind) {
    case NodeKind::OnPremises:
        return wrong(field, ConfigWords::tr("An on-premises client has one number only. Remove the account."));
    case NodeKind::CloudApi:
        if (!number.match(node.account).hasMatch())
            return wrong(field, ConfigWords::tr("For the Cloud API this is the phone number id: 1 to 20 digits, as the "
                                                "app's console shows it under WhatsApp, API setup."));
        return std::nullopt;
    case NodeKind::PickyAssist:
        if (!number.match(node.account).hasMatch())
            return wrong(field, ConfigWords::tr("For Picky Assist this is the number of the application, e.g. 10 for "
                                                "WhatsApp web automation."));
        return std::nullopt;
    case NodeKind::Waha:
    case NodeKind::Evolution:
    case NodeKind::Gowa:
        break;
    }
    if (!isPlainText(node.account, 128) || node.account.contains(QLatin1Char('/')))
        return wrong(field, ConfigWords::tr("The name of a session, instance or device has at most 128 characters and "
                                            "no slash."));
    return std::nullopt;
}

Found checkApiVersion(const NodeConfig &node)
{
    static const QRegularExpression version(QStringLiteral("\\Av[0-9]{1,3}\\.[0-9]{1,2}\\z"));
    if (node.apiVersion.isEmpty())
        return std::nullopt;
    const QString field = QStringLiteral("api_version");
    if (node.kind != NodeKind::CloudApi)
        return wrong(field, ConfigWords::tr("Only the Cloud API has versions to choose from. Remove it."));
    if (!version.match(node.apiVersion).hasMatch())
        return wrong(field, ConfigWords::tr("Write the version of the Graph API like \"v23.0\"."));
    return std::nullopt;
}

Found checkIncoming(const NodeConfig &node)
{
    constexpr qint64 kMostWaiting = 100'000'000;
    if (node.incomingCapacity < 1 || node.incomingCapacity > kMostWaiting)
        return wrong(QStringLiteral("incoming_capacity"),
                     ConfigWords::tr("Use 1 to 100000000: how many incoming messages can wait before further ones are "
                                     "lost."));
    if (!node.botServer)
        return std::nullopt;
    if (node.botServer->cpus < 1 || node.botServer->cpus > 1024)
        return wrong(QStringLiteral("bot_server.cpus"), ConfigWords::tr("Use 1 to 1024 CPUs."));
    if (!std::isfinite(node.botServer->memoryGb) || node.botServer->memoryGb < 0.25 ||
        node.botServer->memoryGb > 16'384)
        return wrong(QStringLiteral("bot_server.memory_gb"), ConfigWords::tr("Use 0.25 to 16384 gigabytes."));
    return std::nullopt;
}

bool isShardCount(int shards)
{
    // MultiConnect knows these only (WhatsApp Business API, "Setting shards").
    return shards == 0 || shards == 1 || shards == 2 || shards == 4 || shards == 8 || shards == 16 || shards == 32;
}

Found checkNumbers(const NodeConfig &node)
{
    if (!std::isfinite(node.allocatedTps) || node.allocatedTps < 0 || node.allocatedTps > 100'000) {
        return wrong(QStringLiteral("allocated_tps"),
                     ConfigWords::tr("The allocated TPS is a number from 0 (not known) to 100000, e.g. 20."));
    }
    if (!isShardCount(node.expectedShards)) {
        return wrong(QStringLiteral("expected_shards"),
                     ConfigWords::tr("Use 0 for a single container or High Availability, else 1, 2, 4, 8, 16 or 32."));
    }
    if (node.healthIntervalMs < 1000 || node.healthIntervalMs > 3'600'000)
        return wrong(QStringLiteral("health_interval_ms"), ConfigWords::tr("Use 1000 to 3600000 milliseconds."));
    if (node.statsIntervalMs < 500 || node.statsIntervalMs > 3'600'000)
        return wrong(QStringLiteral("stats_interval_ms"), ConfigWords::tr("Use 500 to 3600000 milliseconds."));
    return std::nullopt;
}

/// Whether the listener is safe enough to be opened is not decided here: the program has to start and show why not.
Found checkListener(const ListenerConfig &listener)
{
    if (QHostAddress(listener.address).isNull()) {
        return wrong(QStringLiteral("listener.address"),
                     ConfigWords::tr("Write an IP address of this machine: 127.0.0.1, ::1, 0.0.0.0 or the like."));
    }
    if (listener.certificateFile.isEmpty() != listener.keyFile.isEmpty()) {
        return wrong(listener.keyFile.isEmpty() ? QStringLiteral("listener.certificate")
                                                : QStringLiteral("listener.key"),
                     ConfigWords::tr("certificate and key go together. Give both, or neither for a certificate that is "
                                     "made on the spot."));
    }
    if (listener.tls)
        return std::nullopt;
    const QString needsTls =
        ConfigWords::tr("This has no effect without TLS. Add tls = true under [listener], or remove it.");
    if (!listener.certificateFile.isEmpty())
        return wrong(QStringLiteral("listener.certificate"), needsTls);
    if (!listener.clientCaFile.isEmpty())
        return wrong(QStringLiteral("listener.client_ca"), needsTls);
    return std::nullopt;
}

/// What one node asks of the listener.
Found checkTogether(const ListenerConfig &listener, const NodeConfig &node)
{
    if (node.webhook.clientName.isEmpty() || (listener.tls && !listener.clientCaFile.isEmpty()))
        return std::nullopt;
    return wrong(QStringLiteral("webhook.client_name"),
                 ConfigWords::tr("Client certificates are asked for only with tls = true and client_ca_file under "
                                 "[listener]; without them nobody could reach this node. Set both, or remove this."));
}

} // namespace

QString ConfigError::toString() const
{
    QString where;
    if (line > 0)
        where = ConfigWords::tr("line %1").arg(line);
    if (!field.isEmpty())
        where += where.isEmpty() ? field : QLatin1String(", ") % field;
    return where.isEmpty() ? text : where % QLatin1String(": ") % text;
}

std::optional<ConfigError> checkNode(const NodeConfig &node)
{
    static const QRegularExpression idPattern(QStringLiteral("\\A[a-z0-9-]{1,40}\\z"));
    if (!idPattern.match(node.id).hasMatch()) {
        return wrong(QStringLiteral("id"),
                     ConfigWords::tr("An id is 1 to 40 lower-case letters, digits and hyphens, e.g. "
                                     "\"support-eu\"."));
    }
    if (node.name.trimmed().isEmpty() || node.name.size() > 80)
        return wrong(QStringLiteral("name"), ConfigWords::tr("Give the node a name of 1 to 80 characters."));
    if (!isPlainText(node.group, 80))
        return wrong(QStringLiteral("group"), ConfigWords::tr("A group's name has at most 80 characters."));
    // The others have a public address of their own, or are known by their webhooks only.
    if (node.kind == NodeKind::OnPremises || !node.baseUrl.isEmpty()) {
        if (auto found = checkUrl(QStringLiteral("url"), node.baseUrl))
            return found;
    }
    if ((!node.baseUrl.path().isEmpty() && node.baseUrl.path() != QLatin1String("/")) || node.baseUrl.hasQuery() ||
        node.baseUrl.hasFragment()) {
        return wrong(QStringLiteral("url"),
                     ConfigWords::tr("Only scheme, host and port belong here: https://10.0.0.5:9090. "
                                     "The paths of the API are known."));
    }
    if (auto found = checkAccount(node))
        return found;
    if (auto found = checkApiVersion(node))
        return found;
    if (node.userName.isEmpty() || node.userName.contains(QLatin1Char(':')) || node.userName.size() > 128)
        return wrong(QStringLiteral("user"), ConfigWords::tr("A user name has 1 to 128 characters and no colon."));
    if (auto found = checkTls(node.tls))
        return found;
    if (node.outboundQueue) {
        if (auto found = checkQueue(*node.outboundQueue))
            return found;
    }
    if (auto found = checkWebhook(node.webhook))
        return found;
    if (node.tap) {
        if (auto found = checkTap(node.kind, *node.tap))
            return found;
    }
    if (auto found = checkIncoming(node))
        return found;
    return checkNumbers(node);
}

std::optional<ConfigError> checkConfig(const Config &config)
{
    if (config.listener.maxConnections < 16 || config.listener.maxConnections > 60'000)
        return wrong(QStringLiteral("listener.max_connections"), ConfigWords::tr("Use 16 to 60000 connections."));
    if (auto found = checkListener(config.listener))
        return found;
    if (auto found = checkJournal(config.journal))
        return found;
    constexpr std::size_t kMostNodes = 1000;
    if (config.nodes.size() > kMostNodes)
        return wrong(QStringLiteral("node"), ConfigWords::tr("At most 1000 nodes can be watched by one Barograph."));
    QSet<QString> ids;
    for (std::size_t i = 0; i < config.nodes.size(); ++i) {
        const QString prefix = QStringLiteral("node[%1].").arg(i);
        auto found = checkNode(config.nodes[i]);
        if (!found)
            found = checkTogether(config.listener, config.nodes[i]);
        if (found) {
            found->field.prepend(prefix);
            return found;
        }
        if (ids.contains(config.nodes[i].id)) {
            return wrong(
                prefix % QLatin1String("id"),
                ConfigWords::tr("The id \"%1\" is used twice. Every node needs its own.").arg(config.nodes[i].id));
        }
        ids.insert(config.nodes[i].id);
    }
    return std::nullopt;
}

} // namespace barograph
