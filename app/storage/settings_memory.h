// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/drift.h"

#include <QString>

#include <map>
#include <mutex>

namespace barograph {

/// The settings of each node as they were last seen, in a private JSON file: so that a change is noticed that was made
/// while Barograph did not run. No secrets: what probes see is masked already.
///
/// Thread-safe. Only load() and write() touch the disk. A file that cannot be read counts as empty: then the first look
/// is the first.
class SettingsMemory
{
public:
    explicit SettingsMemory(QString file);

    std::map<QString, DriftMemory> load();
    void remember(const QString &nodeId, const DriftMemory &memory);
    /// What was remembered since the last time. False, and tried again with the next call, if it cannot be written.
    bool write();

private:
    QString m_file;
    std::mutex m_mutex;
    std::mutex m_writing; ///< one writer at a time, without holding up remember()
    std::map<QString, DriftMemory> m_nodes;
    bool m_changed = false;
};

} // namespace barograph
