// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "ingest/capture/body_redaction.h"

#include <QFile>
#include <QString>

#include <atomic>

namespace barograph {

/// One body on its way to a capture file; not redacted yet, so it never leaves memory.
struct CapturedBody
{
    UtcTime at{};
    int status = 0;             ///< what it was answered; 200 once its events are durable
    std::string_view reason;    ///< fixed text
    std::string bytes;          ///< its first part, see BodyCapture::Limits
    std::size_t wholeBytes = 0; ///< of the body as it came
};

/// `<folder>/<node>-<UTC time>.jsonl`, readable by its owner only: a line that says what it is, one line a body, and a
/// line that says how it ended. Lives on the writer thread but for isOver().
class CaptureFile
{
public:
    CaptureFile(QString folder, QString nodeId, UtcTime from, UtcTime until, qint64 maxBytes);

    void write(const CapturedBody &body);
    /// `dropped`: bodies that never came here because the writer was behind.
    void end(quint64 dropped);

    /// Nothing more can be written: full, or the disk refused. Any thread.
    bool isOver() const { return m_over; }

private:
    bool open();
    bool writeLine(const QByteArray &line);

    QString m_folder;
    QString m_nodeId;
    UtcTime m_from;
    UtcTime m_until;
    qint64 m_maxBytes;
    RedactionKey m_key = RedactionKey::random();
    QFile m_file;
    quint64 m_bodies = 0;
    quint64 m_lost = 0; ///< came here, but could not be written any more
    std::atomic<bool> m_over = false;
};

/// How long a capture stays on the disk.
inline constexpr std::chrono::hours kCaptureKeptFor{7 * 24};
/// Removes what is older; how many files that were. May take as long as the disk does.
int removeOldCaptures(const QString &folder, UtcTime now);

} // namespace barograph
