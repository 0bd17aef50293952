// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/audit_record.h"

#include <QString>

#include <tl/expected.hpp>

#include <vector>

namespace barograph {

/// Append-only audit trail: JSON lines, mode 0600, every record synced to disk before `append` returns.
///
/// Several processes may append to one file. Nothing is ever rewritten: a line torn by a crash stays, and the next
/// record starts on a line of its own. Not thread-safe; several objects on one file are fine.
class AuditLog
{
public:
    explicit AuditLog(QString file);
    ~AuditLog();
    AuditLog(const AuditLog &) = delete;
    AuditLog &operator=(const AuditLog &) = delete;

    /// The error is a sentence that says what to do. After an error the record must be taken as not written.
    tl::expected<void, QString> append(const AuditRecord &record);

private:
    tl::expected<void, QString> open();
    tl::expected<void, QString> appendLocked(const AuditRecord &record);
    QString failure(const QString &doing) const;

    QString m_file;
    int m_fd = -1;
    qint64 m_knownSize = -1; ///< size after our last append; another size means that somebody else appended
    QString m_lastHash;
};

/// Controls of `nodeId` (empty = all nodes) with a time in [from, to), oldest first. A control whose result is missing
/// comes back as Unverified. Lines that cannot be read are left out. Blocking; any thread.
std::vector<ControlResult> loadAudit(const QString &file, const QString &nodeId, UtcTime from, UtcTime to);

/// Number (from 1) of the first line that does not follow from the one before; 0 if the whole chain holds or there is
/// no file. A torn last line breaks nothing. Blocking; any thread.
qint64 firstBrokenAuditLine(const QString &file);

} // namespace barograph
