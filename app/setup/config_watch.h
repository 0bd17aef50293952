// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace barograph {

/// Tells that a file may have changed, come or gone, once things have been quiet for a moment. Editors write another
/// file and put it in the first one's place, so that the folder is watched too. Whether it really changed is for who
/// hears it to find out. Lives on a thread with an event loop; reads nothing.
class ConfigWatch : public QObject
{
    Q_OBJECT

public:
    explicit ConfigWatch(const QString &path, QObject *parent = nullptr);

Q_SIGNALS:
    void maybeChanged();

private:
    void watch();

    QString m_path;
    QFileSystemWatcher m_watcher;
    QTimer m_quiet;
};

} // namespace barograph
