// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control_run.h"
#include "controls/node_turns.h"
#include "core/probe_result.h"

#include <map>

namespace barograph {

class PollerWorker;
class TimedResumes;

/// The part of ControlService that lives on the poller thread: previews and what became of them.
class ControlWorker : public QObject
{
    Q_OBJECT

public:
    /// `poller` must outlive this object.
    ControlWorker(PollerWorker &poller, const QString &auditFile, const QString &dataDir);

    void prepare(const ControlRequest &request);
    void confirm(quint64 ticket, const ControlRequest &request);
    void cancel(quint64 ticket);

Q_SIGNALS:
    void previewReady(const barograph::ControlPreview &preview);
    void previewFailed(const barograph::ControlResult &result);
    void finished(const barograph::ControlResult &result);
    void pauseNoted(const barograph::PauseNote &note);

private:
    struct Previewed
    {
        ControlRequest request;
        QJsonObject state;
        QString title;
    };

    void readAndPlan(const NodeRuntimePtr &runtime, const ControlRequest &request, const std::function<void()> &done);
    void offer(const NodeRuntime &runtime, const ControlRequest &request, const QJsonObject &state,
               const ControlPlan &plan);
    void carryOut(const NodeRuntimePtr &runtime, quint64 ticket, const ControlRequest &request,
                  const Previewed &previewed, const std::function<void()> &done);
    void failPreview(const ControlRequest &request, const QString &detail);
    void failConfirmed(quint64 ticket, const ControlRequest &request, const QString &title, const QString &detail);

    PollerWorker &m_poller;
    ControlStores m_stores;
    NodeTurns m_turns;
    TimedResumes *m_resumes;
    quint64 m_lastTicket = 0;
    std::map<quint64, Previewed> m_previewed;
};

} // namespace barograph
