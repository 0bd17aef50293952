// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/snapshot_store.h"

#include "config/paths.h"
#include "controls/controls_words.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>

namespace barograph {

namespace {

constexpr qsizetype kMostSnapshots = 500;

/// Control ids come from requests too, so they must not lead out of the folder.
bool isControlId(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[A-Za-z0-9-]{1,64}\\z"));
    return pattern.match(text).hasMatch();
}

} // namespace

SnapshotStore::SnapshotStore(QString folder)
    : m_folder(std::move(folder))
{}

QString SnapshotStore::fileOf(const QString &controlId) const
{
    return m_folder % QLatin1Char('/') % controlId % QLatin1String(".json");
}

tl::expected<void, QString> SnapshotStore::save(const QString &controlId, const ControlSnapshot &snapshot)
{
    const QString cannot =
        ControlWords::tr("The state before the change cannot be kept in %1, so nothing is changed. Check "
                         "the folder and the space on the disk.")
            .arg(m_folder);
    if (!isControlId(controlId) || !makePrivateFolder(m_folder))
        return tl::unexpected(cannot);
    QSaveFile file(fileOf(controlId));
    if (!file.open(QIODevice::WriteOnly))
        return tl::unexpected(cannot);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QJsonObject object{{QStringLiteral("node"), snapshot.nodeId},
                             {QStringLiteral("target"), snapshot.target},
                             {QStringLiteral("state"), snapshot.state}};
    file.write(QJsonDocument(object).toJson());
    if (!file.commit())
        return tl::unexpected(cannot);
    dropOldest();
    return {};
}

tl::expected<ControlSnapshot, QString> SnapshotStore::load(const QString &controlId) const
{
    QFile file(fileOf(controlId));
    if (!isControlId(controlId) || !file.open(QIODevice::ReadOnly))
        return tl::unexpected(ControlWords::tr("The state before that change was not kept, so it cannot be restored."));
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    ControlSnapshot snapshot{object.value(QLatin1String("node")).toString(),
                             object.value(QLatin1String("target")).toString(),
                             object.value(QLatin1String("state")).toObject()};
    if (snapshot.nodeId.isEmpty() || snapshot.state.isEmpty())
        return tl::unexpected(
            ControlWords::tr("The kept state %1 cannot be read, so it cannot be restored.").arg(file.fileName()));
    return snapshot;
}

void SnapshotStore::remove(const QString &controlId)
{
    if (isControlId(controlId))
        QFile::remove(fileOf(controlId));
}

void SnapshotStore::dropOldest()
{
    const QDir folder(m_folder);
    const QStringList newestFirst = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Time);
    for (qsizetype i = kMostSnapshots; i < newestFirst.size(); ++i)
        QFile::remove(folder.filePath(newestFirst.at(i)));
}

} // namespace barograph
