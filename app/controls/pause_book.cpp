// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/pause_book.h"

#include "config/paths.h"
#include "controls/controls_words.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSaveFile>

namespace barograph {

namespace {

Q_LOGGING_CATEGORY(lcPauses, "barograph.controls.pauses")

QJsonObject toJson(const PauseEntry &entry)
{
    QJsonObject object{{QStringLiteral("control"), entry.controlId},
                       {QStringLiteral("reason"), entry.reason},
                       {QStringLiteral("since_ms"), unixMillis(entry.since)}};
    if (entry.resumesAt)
        object.insert(QStringLiteral("resumes_at_ms"), unixMillis(*entry.resumesAt));
    return object;
}

PauseEntry fromJson(const QJsonObject &object)
{
    PauseEntry entry;
    entry.controlId = object.value(QLatin1String("control")).toString();
    entry.reason = object.value(QLatin1String("reason")).toString();
    entry.since = fromUnixMillis(object.value(QLatin1String("since_ms")).toInteger());
    if (const QJsonValue at = object.value(QLatin1String("resumes_at_ms")); at.isDouble())
        entry.resumesAt = fromUnixMillis(at.toInteger());
    return entry;
}

} // namespace

PauseBook::PauseBook(QString file)
    : m_file(std::move(file))
{
    load();
}

void PauseBook::load()
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject()) {
        qCWarning(lcPauses) << m_file << "cannot be read and is moved aside: look whether a queue is still paused";
        const QString aside = m_file % QLatin1String(".broken");
        QFile::remove(aside);
        file.rename(aside);
        return;
    }
    const QJsonObject pauses = document.object();
    for (auto it = pauses.begin(); it != pauses.end(); ++it)
        m_entries.insert_or_assign(it.key(), fromJson(it.value().toObject()));
}

const PauseEntry *PauseBook::find(const QString &nodeId) const
{
    const auto found = m_entries.find(nodeId);
    return found == m_entries.end() ? nullptr : &found->second;
}

tl::expected<void, QString> PauseBook::put(const QString &nodeId, const PauseEntry &entry)
{
    m_entries.insert_or_assign(nodeId, entry);
    return save();
}

tl::expected<void, QString> PauseBook::remove(const QString &nodeId)
{
    if (m_entries.erase(nodeId) == 0)
        return {};
    return save();
}

tl::expected<void, QString> PauseBook::save() const
{
    makePrivateFolder(QFileInfo(m_file).absolutePath());
    QJsonObject pauses;
    for (const auto &[nodeId, entry] : m_entries)
        pauses.insert(nodeId, toJson(entry));
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(QJsonDocument(pauses).toJson());
        if (file.commit())
            return {};
    }
    return tl::unexpected(
        ControlWords::tr("The timed resume cannot be kept in %1 (%2). Check the folder and the space on "
                         "the disk.")
            .arg(m_file, file.errorString()));
}

} // namespace barograph
