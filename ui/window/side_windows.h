// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "health/database_stats.h"
#include "report/report_request.h"

#include <QObject>
#include <QPointer>

#include <utility>

namespace barograph {

class CertificateDialog;
class DatabaseStatsDialog;
class ExportDialog;
class StormCalculator;

/// Keeps the windows beside the main one that ask for something: opens each at most once, and hands it the answer that
/// it waits for. None of them blocks the dashboard. GUI thread.
class SideWindows : public QObject
{
    Q_OBJECT

public:
    /// The windows stand beside this one and go with it.
    explicit SideWindows(QWidget *window);

    void openExport(const Frame &frame, const QString &chosenId, UtcTime now,
                    const std::pair<UtcSecond, UtcSecond> &chartRange);
    /// Empty: there is no certificate now.
    void openCertificate(const QString &sha256);
    void openDatabaseStats(const NodeFrame &node);
    void openStormCalculator(const NodeFrame &node);
    /// Asks before raw bodies are recorded; stops at once where that goes on.
    void startOrStopCapture(const NodeFrame &node, UtcTime now);
    /// Told before a recording starts.
    void setCaptureFolder(const QString &path) { m_captureFolder = path; }

    /// The chosen node as it stands now.
    void setNode(const NodeFrame &node);
    /// False: nobody waits for it any more.
    bool reportFinished(bool ok, const QString &text);
    bool certificateSaved(bool ok, const QString &text);
    void showDatabaseStats(const DatabaseStats &stats);

Q_SIGNALS:
    void exportReportRequested(const barograph::ExportReportRequest &request);
    void saveCertificateRequested(const QString &path);
    void databaseStatsRequested(const QString &nodeId);
    /// `on`: for this long, agreed to. Not `on`: stop now.
    void captureRequested(const QString &nodeId, bool on, barograph::Seconds length);

private:
    QWidget *m_window;
    QPointer<ExportDialog> m_export;
    QPointer<CertificateDialog> m_certificate;
    QPointer<DatabaseStatsDialog> m_databaseStats;
    QPointer<StormCalculator> m_calculator;
    QString m_captureFolder;
};

} // namespace barograph
