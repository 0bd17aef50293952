// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settings_memory.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSaveFile>

namespace barograph {

namespace {

Q_LOGGING_CATEGORY(lcSettingsMemory, "barograph.storage.settings")

constexpr qint64 kLargestFile = 4 << 20;

QJsonObject settingsToJson(const DriftMemory &memory)
{
    QJsonObject settings;
    for (const auto &setting : memory.settings)
        settings.insert(setting.key, setting.value);
    QJsonObject node{{QStringLiteral("settings"), settings}};
    if (memory.open) {
        QJsonArray changes;
        for (const auto &change : memory.open->changes) {
            changes.append(QJsonObject{{QStringLiteral("key"), change.key},
                                       {QStringLiteral("before"), change.before},
                                       {QStringLiteral("after"), change.after}});
        }
        node.insert(QStringLiteral("seen_at_ms"), unixMillis(memory.open->seenAt));
        node.insert(QStringLiteral("changes"), changes);
    }
    return node;
}

DriftMemory settingsFromJson(const QJsonObject &node)
{
    DriftMemory memory;
    const auto settings = node.value(QLatin1String("settings")).toObject();
    for (auto it = settings.begin(); it != settings.end(); ++it)
        memory.settings.push_back({it.key(), it.value().toString()});
    DriftView open;
    open.seenAt = fromUnixMillis(node.value(QLatin1String("seen_at_ms")).toInteger());
    for (const auto value : node.value(QLatin1String("changes")).toArray()) {
        const auto change = value.toObject();
        const auto text = [&change](const char *name) { return change.value(QLatin1String(name)).toString(); };
        if (!text("key").isEmpty())
            open.changes.push_back({text("key"), text("before"), text("after")});
    }
    if (!open.changes.empty())
        memory.open = std::move(open);
    return memory;
}

} // namespace

SettingsMemory::SettingsMemory(QString file)
    : m_file(std::move(file))
{}

std::map<QString, DriftMemory> SettingsMemory::load()
{
    std::map<QString, DriftMemory> nodes;
    QFile file(m_file);
    if (file.open(QIODevice::ReadOnly) && file.size() <= kLargestFile) {
        const auto root = QJsonDocument::fromJson(file.readAll()).object();
        for (auto it = root.begin(); it != root.end(); ++it)
            nodes.insert_or_assign(it.key(), settingsFromJson(it.value().toObject()));
    }
    const std::lock_guard lock(m_mutex);
    m_nodes = nodes;
    return nodes;
}

void SettingsMemory::remember(const QString &nodeId, const DriftMemory &memory)
{
    const std::lock_guard lock(m_mutex);
    m_nodes.insert_or_assign(nodeId, memory);
    m_changed = true;
}

bool SettingsMemory::write()
{
    const std::lock_guard writing(m_writing);
    std::map<QString, DriftMemory> nodes;
    {
        const std::lock_guard lock(m_mutex);
        if (!std::exchange(m_changed, false))
            return true;
        nodes = m_nodes;
    }
    QJsonObject root;
    for (const auto &[id, memory] : nodes)
        root.insert(id, settingsToJson(memory));
    const auto bytes = QJsonDocument(root).toJson(QJsonDocument::Indented);
    QSaveFile file(m_file);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.commit();
    if (!written) {
        qCWarning(lcSettingsMemory).noquote()
            << "The settings last seen of the nodes cannot be kept in" << m_file << ":" << file.errorString();
        const std::lock_guard lock(m_mutex);
        m_changed = true;
    }
    return written;
}

} // namespace barograph
