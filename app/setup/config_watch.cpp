// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/config_watch.h"

#include <QFileInfo>

namespace barograph {

namespace {

constexpr int kQuietMs = 250;

} // namespace

ConfigWatch::ConfigWatch(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuietMs);
    const auto stir = [this] { m_quiet.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, stir);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, stir);
    connect(&m_quiet, &QTimer::timeout, this, [this] {
        watch(); // a file that was replaced is another one
        Q_EMIT maybeChanged();
    });
    watch();
}

void ConfigWatch::watch()
{
    const QFileInfo file(m_path);
    QStringList wanted{file.absolutePath(), m_path};
    // What a symbolic link points to changes in a folder of its own.
    if (const QString target = file.canonicalFilePath(); !target.isEmpty() && target != m_path)
        wanted << target << QFileInfo(target).absolutePath();
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    for (const QString &path : wanted) {
        if (!watched.contains(path) && QFileInfo::exists(path))
            m_watcher.addPath(path);
    }
}

} // namespace barograph
