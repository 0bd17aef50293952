// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/config_file.h"

#include "config/config_words.h"
#include "config/toml_reader.h"
#include "net/tls_trust.h"

#include <QFile>

#include <limits>

namespace barograph {

namespace {

constexpr qint64 kLargestConfigBytes = 4 << 20;
constexpr qint64 kMaxInt = std::numeric_limits<int>::max();

/// Its range is checked with all others, in checkConfig().
void readInt(TomlReader &reader, const char *key, int &target)
{
    qint64 value = target;
    reader.readInteger(key, 0, kMaxInt, value);
    target = static_cast<int>(value);
}

void readListener(const toml::table &table, TomlFindings &findings, ListenerConfig &listener)
{
    TomlReader reader(table, QStringLiteral("listener."), findings);
    reader.readString("address", listener.address);
    qint64 port = listener.port;
    reader.readInteger("port", 0, 65535, port);
    listener.port = static_cast<quint16>(port);
    reader.readBool("tls", listener.tls);
    reader.readString("certificate", listener.certificateFile);
    reader.readString("key", listener.keyFile);
    reader.readString("client_ca", listener.clientCaFile);
    reader.readBool("allow_unprotected", listener.allowUnprotected);
    readInt(reader, "max_connections", listener.maxConnections);
    reader.finish();
}

void readJournal(const toml::table &table, TomlFindings &findings, JournalConfig &journal)
{
    TomlReader reader(table, QStringLiteral("journal."), findings);
    readInt(reader, "keep_hours", journal.keepHours);
    readInt(reader, "keep_megabytes", journal.keepMegabytes);
    readInt(reader, "latency_budget_ms", journal.latencyBudgetMs);
    readInt(reader, "dedupe_megabytes", journal.dedupeMegabytes);
    reader.finish();
}

void readTls(const toml::table &table, const QString &prefix, TomlFindings &findings, TlsTrust &tls)
{
    TomlReader reader(table, prefix, findings);
    QString fingerprint;
    reader.readString("pinned_sha256", fingerprint);
    if (!fingerprint.isEmpty())
        tls.pinnedSha256 = normalisedFingerprint(fingerprint).value_or(fingerprint);
    reader.readString("ca_file", tls.caFile);
    if (!tls.pinnedSha256.isEmpty() && !tls.caFile.isEmpty()) {
        findings.warnings << ConfigWords::tr(
                                 "%1ca_file has no effect on trust: the pinned certificate alone is accepted")
                                 .arg(prefix);
    }
    reader.finish();
}

void readQueue(const toml::table &table, const QString &prefix, TomlFindings &findings, QueueConfig &queue)
{
    TomlReader reader(table, prefix, findings);
    reader.readString("name", queue.name);
    reader.readUrl("status_url", queue.statusUrl);
    reader.readString("depth_pointer", queue.depthPointer);
    reader.readString("oldest_age_pointer", queue.oldestAgePointer);
    reader.readString("paused_pointer", queue.pausedPointer);
    reader.readUrl("pause_url", queue.pauseUrl);
    reader.readUrl("resume_url", queue.resumeUrl);
    if (queue.name.isEmpty())
        queue.name = QStringLiteral("outbound");
    reader.finish();
}

void readTap(const toml::table &table, const QString &prefix, TomlFindings &findings, TapConfig &tap)
{
    TomlReader reader(table, prefix, findings);
    reader.readUrl("url", tap.url);
    if (!reader.has("url"))
        reader.fail("url", ConfigWords::tr("The address of the tap is missing. Add url = \"wss://HOST:PORT\"."));
    reader.readStrings("events", tap.events);
    reader.readString("instance", tap.instance);
    reader.readBool("beside_webhooks", tap.besideWebhooks);
    reader.finish();
}

void readWebhook(const toml::table &table, const QString &prefix, TomlFindings &findings, WebhookConfig &webhook)
{
    TomlReader reader(table, prefix, findings);
    QString auth = webhookAuthName(webhook.auth);
    reader.readString("auth", auth);
    if (const auto known = webhookAuthFromName(auth))
        webhook.auth = *known;
    else
        reader.fail("auth", ConfigWords::tr("\"%1\" is no way to prove where a request comes from. Write one of: %2.")
                                .arg(auth, webhookAuthNames().join(QLatin1String(", "))));
    reader.readString("user", webhook.user);
    reader.readStrings("allow_from", webhook.allowFrom);
    reader.readString("client_name", webhook.clientName);
    reader.finish();
}

void readBotServer(const toml::table &table, const QString &prefix, TomlFindings &findings, ServerSize &server)
{
    TomlReader reader(table, prefix, findings);
    readInt(reader, "cpus", server.cpus);
    reader.readNumber("memory_gb", server.memoryGb);
    for (const char *key : {"cpus", "memory_gb"}) {
        if (!reader.has(key))
            reader.fail(key, ConfigWords::tr("The size of the bot's server needs both cpus and memory_gb. Add it, or "
                                             "remove [node.bot_server]."));
    }
    reader.finish();
}

NodeConfig readNode(const toml::table &table, const QString &prefix, TomlFindings &findings)
{
    NodeConfig node;
    TomlReader reader(table, prefix, findings);
    reader.readString("id", node.id);
    reader.readString("name", node.name);
    QString kind = nodeKindName(node.kind);
    reader.readString("kind", kind);
    if (const auto known = nodeKindFromName(kind))
        node.kind = *known;
    else
        reader.fail("kind", ConfigWords::tr("\"%1\" is not a kind of node. Write one of: %2.")
                                .arg(kind, nodeKindNames().join(QLatin1String(", "))));
    reader.readUrl("url", node.baseUrl);
    if (!reader.has("url") && node.kind == NodeKind::OnPremises)
        reader.fail("url", ConfigWords::tr("The address of the node is missing. Add url = \"https://HOST:PORT\"."));
    reader.readString("group", node.group);
    reader.readBool("enabled", node.enabled);
    reader.readString("account", node.account);
    reader.readString("api_version", node.apiVersion);
    reader.readString("user", node.userName);
    reader.readNumber("allocated_tps", node.allocatedTps);
    qint64 shards = 0;
    reader.readInteger("expected_shards", 0, 32, shards);
    node.expectedShards = static_cast<int>(shards);
    reader.readBool("simulated", node.simulated);
    reader.readInteger("incoming_capacity", 0, std::numeric_limits<qint64>::max(), node.incomingCapacity);
    qint64 healthMs = node.healthIntervalMs;
    reader.readInteger("health_interval_ms", 0, kMaxInt, healthMs);
    node.healthIntervalMs = static_cast<int>(healthMs);
    qint64 statsMs = node.statsIntervalMs;
    reader.readInteger("stats_interval_ms", 0, kMaxInt, statsMs);
    node.statsIntervalMs = static_cast<int>(statsMs);
    if (const toml::table *tls = reader.readTable("tls"))
        readTls(*tls, prefix % QLatin1String("tls."), findings, node.tls);
    if (const toml::table *queue = reader.readTable("outbound_queue"))
        readQueue(*queue, prefix % QLatin1String("outbound_queue."), findings, node.outboundQueue.emplace());
    if (const toml::table *webhook = reader.readTable("webhook"))
        readWebhook(*webhook, prefix % QLatin1String("webhook."), findings, node.webhook);
    if (const toml::table *server = reader.readTable("bot_server"))
        readBotServer(*server, prefix % QLatin1String("bot_server."), findings, node.botServer.emplace());
    if (const toml::table *tap = reader.readTable("tap"))
        readTap(*tap, prefix % QLatin1String("tap."), findings, node.tap.emplace());
    reader.finish();
    if (node.name.isEmpty())
        node.name = node.id;
    return node;
}

tl::expected<LoadedConfig, ConfigError> readRoot(const toml::table &root)
{
    TomlFindings findings;
    LoadedConfig loaded;
    TomlReader reader(root, QString(), findings);
    if (const toml::table *listener = reader.readTable("listener"))
        readListener(*listener, findings, loaded.config.listener);
    if (const toml::table *journal = reader.readTable("journal"))
        readJournal(*journal, findings, loaded.config.journal);
    const auto tables = reader.readTables("node");
    for (std::size_t i = 0; i < tables.size(); ++i)
        loaded.config.nodes.push_back(readNode(*tables[i], QStringLiteral("node[%1].").arg(i), findings));
    reader.finish();
    if (findings.error)
        return tl::unexpected(*findings.error);
    if (auto error = checkConfig(loaded.config)) {
        const TextPosition at = findings.positionOf(error->field);
        error->line = at.line;
        error->column = at.column;
        return tl::unexpected(*error);
    }
    loaded.warnings = findings.warnings;
    return loaded;
}

} // namespace

tl::expected<LoadedConfig, ConfigError> parseConfig(const QByteArray &toml)
{
    try {
        const toml::table root = toml::parse(std::string_view(toml.constData(), static_cast<std::size_t>(toml.size())));
        return readRoot(root);
    } catch (const toml::parse_error &error) {
        const auto begin = error.source().begin;
        const auto why = error.description();
        return tl::unexpected(ConfigError{static_cast<int>(begin.line), static_cast<int>(begin.column), QString(),
                                          ConfigWords::tr("This is not valid TOML: %1.")
                                              .arg(QString::fromUtf8(why.data(), static_cast<int>(why.size())))});
    } catch (const std::exception &error) {
        return tl::unexpected(
            ConfigError{0, 0, QString(), ConfigWords::tr("Reading failed: %1.").arg(QString::fromUtf8(error.what()))});
    }
}

tl::expected<LoadedConfig, ConfigError> loadConfig(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return tl::unexpected(ConfigError{0, 0, QString(),
                                          ConfigWords::tr("%1 cannot be read: %2. Check the path and its permissions.")
                                              .arg(path, file.errorString())});
    }
    if (file.size() > kLargestConfigBytes) {
        return tl::unexpected(
            ConfigError{0, 0, QString(),
                        ConfigWords::tr("%1 is larger than 4 MiB and is no configuration. Check --config.").arg(path)});
    }
    return parseConfig(file.readAll());
}

} // namespace barograph
