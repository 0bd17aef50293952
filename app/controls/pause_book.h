// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QString>

#include <tl/expected.hpp>

#include <map>
#include <optional>

namespace barograph {

/// A pause made from here that has not been ended from here.
struct PauseEntry
{
    QString controlId; ///< of the pause
    QString reason;
    UtcTime since{};
    std::optional<UtcTime> resumesAt;

    friend bool operator==(const PauseEntry &, const PauseEntry &) = default;
};

/// Pauses by node id, kept in a file through a temporary one, so that a timed resume survives the program's end.
/// An entry is written before the queue is paused: better a resume too many than a queue that nobody wakes.
/// Not thread-safe.
class PauseBook
{
public:
    /// Reads the file; a missing one is empty, an unreadable one is moved aside as ".broken".
    explicit PauseBook(QString file);

    const std::map<QString, PauseEntry> &entries() const { return m_entries; }
    const PauseEntry *find(const QString &nodeId) const;
    tl::expected<void, QString> put(const QString &nodeId, const PauseEntry &entry);
    tl::expected<void, QString> remove(const QString &nodeId);

private:
    tl::expected<void, QString> save() const;
    void load();

    QString m_file;
    std::map<QString, PauseEntry> m_entries;
};

} // namespace barograph
