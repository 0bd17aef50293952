// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"
#include "core/probe_result.h"

#include <QObject>

namespace barograph {

class ControlWorker;
class Poller;

/// Changes nodes and queues, step by step and with a trail: preview, confirmation, intent on disk, write, read back,
/// result on disk. A queue paused for a time is resumed by itself, also by a later run of the program.
///
/// Functions return at once and are called on the thread this object lives on; signals arrive there. The work is done
/// on the poller's thread, one control per node at a time. Controls need a running poller; while it is stopped,
/// prepare() fails.
class ControlService : public QObject
{
    Q_OBJECT

public:
    /// Keeps the audit trail in `auditFile`, and snapshots/ and pauses.json in `dataDir`. `poller` must outlive this.
    ControlService(Poller &poller, QString auditFile, QString dataDir, QObject *parent = nullptr);
    ~ControlService() override;

    /// Reads the present state; then previewReady or previewFailed (with ticket 0) comes.
    void prepare(const ControlRequest &request);
    /// `request` as finally edited: reason and resumeAfter may differ from the preview's. Then finished comes.
    /// If the state is no longer the previewed one, nothing is written and the outcome is Failed.
    void confirm(quint64 ticket, const ControlRequest &request);
    /// Then finished comes with Cancelled, if the ticket was still open.
    void cancel(quint64 ticket);

Q_SIGNALS:
    void previewReady(const barograph::ControlPreview &preview);
    void previewFailed(const barograph::ControlResult &result);
    /// Also for timed resumes, with ticket 0.
    void finished(const barograph::ControlResult &result);
    /// What is known about pauses made from here; also at start, for pauses of earlier runs.
    void pauseNoted(const barograph::PauseNote &note);

private:
    void attach();
    void detach();

    Poller &m_poller;
    QString m_auditFile;
    QString m_dataDir;
    ControlWorker *m_worker = nullptr;
};

} // namespace barograph
