// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/config_file.h"

#include "config/config_words.h"
#include "config/paths.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace barograph {

namespace {

/// A TOML basic string, always on one line.
QByteArray quoted(const QString &text)
{
    QString escaped = QStringLiteral("\"");
    for (const QChar c : text) {
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            escaped += QLatin1Char('\\');
        const ushort code = c.unicode();
        if (code < 0x20 || code == 0x7f)
            escaped += QStringLiteral("\\u%1").arg(code, 4, 16, QLatin1Char('0'));
        else
            escaped += c;
    }
    return (escaped % QLatin1Char('"')).toUtf8();
}

class TomlWriter
{
public:
    void header(const char *text) { m_text += QByteArray(m_text.isEmpty() ? "" : "\n") + text + '\n'; }
    void text(const char *key, const QString &value) { line(key, quoted(value)); }
    void textUnlessEmpty(const char *key, const QString &value)
    {
        if (!value.isEmpty())
            text(key, value);
    }
    void textsUnlessEmpty(const char *key, const QStringList &values)
    {
        QByteArray list;
        for (const auto &value : values)
            list += (list.isEmpty() ? "" : ", ") + quoted(value);
        if (!list.isEmpty())
            line(key, '[' + list + ']');
    }
    void url(const char *key, const QUrl &value) { textUnlessEmpty(key, value.toString(QUrl::FullyEncoded)); }
    void texts(const char *key, const QStringList &values)
    {
        QByteArrayList list;
        for (const auto &value : values)
            list << quoted(value);
        line(key, '[' + list.join(", ") + ']');
    }
    void number(const char *key, double value)
    {
        QByteArray digits = QByteArray::number(value, 'g', 17);
        // TOML has whole numbers and floats; "2e+01" would be a float, "20" is what people write.
        const QByteArray shorter = QByteArray::number(value, 'g', 15);
        if (shorter.toDouble() == value)
            digits = shorter;
        line(key, digits);
    }
    void integer(const char *key, qint64 value) { line(key, QByteArray::number(value)); }
    void boolean(const char *key, bool value) { line(key, value ? "true" : "false"); }
    QByteArray take() { return std::move(m_text); }

private:
    void line(const char *key, const QByteArray &value) { m_text += QByteArray(key) + " = " + value + '\n'; }

    QByteArray m_text;
};

void writeNode(TomlWriter &writer, const NodeConfig &node)
{
    writer.header("[[node]]");
    writer.text("id", node.id);
    writer.text("name", node.name);
    writer.text("kind", nodeKindName(node.kind));
    writer.textUnlessEmpty("group", node.group);
    if (!node.enabled)
        writer.boolean("enabled", false);
    writer.url("url", node.baseUrl);
    writer.textUnlessEmpty("account", node.account);
    writer.textUnlessEmpty("api_version", node.apiVersion);
    writer.text("user", node.userName);
    writer.number("allocated_tps", node.allocatedTps);
    writer.integer("expected_shards", node.expectedShards);
    if (node.simulated)
        writer.boolean("simulated", true);
    if (node.incomingCapacity != NodeConfig().incomingCapacity)
        writer.integer("incoming_capacity", node.incomingCapacity);
    writer.integer("health_interval_ms", node.healthIntervalMs);
    writer.integer("stats_interval_ms", node.statsIntervalMs);
    if (!node.tls.pinnedSha256.isEmpty() || !node.tls.caFile.isEmpty()) {
        writer.header("[node.tls]");
        writer.textUnlessEmpty("pinned_sha256", node.tls.pinnedSha256);
        writer.textUnlessEmpty("ca_file", node.tls.caFile);
    }
    if (node.webhook != WebhookConfig{}) {
        writer.header("[node.webhook]");
        writer.text("auth", webhookAuthName(node.webhook.auth));
        writer.textUnlessEmpty("user", node.webhook.user);
        writer.textsUnlessEmpty("allow_from", node.webhook.allowFrom);
        writer.textUnlessEmpty("client_name", node.webhook.clientName);
    }
    if (node.outboundQueue) {
        const QueueConfig &queue = *node.outboundQueue;
        writer.header("[node.outbound_queue]");
        writer.text("name", queue.name);
        writer.url("status_url", queue.statusUrl);
        // Written even when empty: that means "not supported", which is not the default.
        writer.text("depth_pointer", queue.depthPointer);
        writer.text("oldest_age_pointer", queue.oldestAgePointer);
        writer.text("paused_pointer", queue.pausedPointer);
        writer.url("pause_url", queue.pauseUrl);
        writer.url("resume_url", queue.resumeUrl);
    }
    if (node.botServer) {
        writer.header("[node.bot_server]");
        writer.integer("cpus", node.botServer->cpus);
        writer.number("memory_gb", node.botServer->memoryGb);
    }
    if (node.tap) {
        writer.header("[node.tap]");
        writer.url("url", node.tap->url);
        if (!node.tap->events.isEmpty())
            writer.texts("events", node.tap->events);
        writer.textUnlessEmpty("instance", node.tap->instance);
        if (node.tap->besideWebhooks)
            writer.boolean("beside_webhooks", true);
    }
}

tl::expected<void, ConfigError> cannotWrite(const QString &path, const QString &why)
{
    return tl::unexpected(
        ConfigError{0, 0, QString(),
                    ConfigWords::tr("%1 cannot be written: %2. Check the folder's permissions and the "
                                    "space on the disk.")
                        .arg(path, why)});
}

} // namespace

QByteArray configToToml(const Config &config)
{
    TomlWriter writer;
    writer.header("# Barograph's configuration. Its keys are explained in docs/configuration.md.");
    writer.header("[listener]");
    writer.text("address", config.listener.address);
    writer.integer("port", config.listener.port);
    if (config.listener.tls)
        writer.boolean("tls", true);
    writer.textUnlessEmpty("certificate", config.listener.certificateFile);
    writer.textUnlessEmpty("key", config.listener.keyFile);
    writer.textUnlessEmpty("client_ca", config.listener.clientCaFile);
    if (config.listener.allowUnprotected)
        writer.boolean("allow_unprotected", true);
    writer.integer("max_connections", config.listener.maxConnections);
    writer.header("[journal]");
    writer.integer("keep_hours", config.journal.keepHours);
    writer.integer("keep_megabytes", config.journal.keepMegabytes);
    writer.integer("latency_budget_ms", config.journal.latencyBudgetMs);
    writer.integer("dedupe_megabytes", config.journal.dedupeMegabytes);
    for (const NodeConfig &node : config.nodes)
        writeNode(writer, node);
    return writer.take();
}

tl::expected<void, ConfigError> saveConfig(const QString &path, const Config &config)
{
    if (auto error = checkConfig(config))
        return tl::unexpected(*error);
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder) && !makePrivateFolder(folder))
        return cannotWrite(path, ConfigWords::tr("its folder cannot be made"));
    if (QFile::exists(path)) {
        const QString backup = path % QLatin1String(".bak");
        QFile::remove(backup);
        if (!QFile::copy(path, backup))
            return cannotWrite(backup, ConfigWords::tr("the old configuration cannot be kept"));
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(path, file.errorString());
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray text = configToToml(config);
    if (file.write(text) != text.size() || !file.commit())
        return cannotWrite(path, file.errorString());
    return {};
}

} // namespace barograph
