// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/side_windows.h"

#include "dialogs/capture_dialog.h"
#include "dialogs/certificate_dialog.h"
#include "dialogs/database_stats_dialog.h"
#include "dialogs/export_dialog.h"
#include "dialogs/storm_calculator.h"
#include "widgets/side_window.h"

namespace barograph {

namespace {

constexpr Seconds kCaptureLength{600};

bool isCapturing(const NodeFrame &node, UtcTime now)
{
    return node.route.captureUntil && *node.route.captureUntil > now;
}

} // namespace

SideWindows::SideWindows(QWidget *window)
    : QObject(window)
    , m_window(window)
{}

void SideWindows::openExport(const Frame &frame, const QString &chosenId, UtcTime now,
                             const std::pair<UtcSecond, UtcSecond> &chartRange)
{
    if (m_export) {
        bringToFront(*m_export);
        return;
    }
    std::vector<std::pair<QString, QString>> nodes;
    nodes.reserve(frame.nodes.size());
    for (const NodeFrame &node : frame.nodes)
        nodes.emplace_back(node.id, node.name);
    m_export = new ExportDialog(nodes, chosenId, now, m_window);
    m_export->setAttribute(Qt::WA_DeleteOnClose);
    m_export->setChartRange(chartRange.first, chartRange.second);
    connect(m_export, &ExportDialog::exportRequested, this, &SideWindows::exportReportRequested);
    m_export->show();
}

bool SideWindows::reportFinished(bool ok, const QString &text)
{
    if (!m_export)
        return false;
    m_export->finish(ok, text);
    return true;
}

void SideWindows::openCertificate(const QString &sha256)
{
    if (m_certificate) {
        bringToFront(*m_certificate);
        return;
    }
    m_certificate = new CertificateDialog(sha256, m_window);
    m_certificate->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_certificate, &CertificateDialog::saveRequested, this, &SideWindows::saveCertificateRequested);
    m_certificate->show();
}

bool SideWindows::certificateSaved(bool ok, const QString &text)
{
    if (!m_certificate)
        return false;
    m_certificate->finish(ok, text);
    return true;
}

void SideWindows::openDatabaseStats(const NodeFrame &node)
{
    if (m_databaseStats && m_databaseStats->nodeId() == node.id) {
        bringToFront(*m_databaseStats);
        return;
    }
    if (m_databaseStats)
        m_databaseStats->close();
    m_databaseStats = new DatabaseStatsDialog(node.id, node.name, m_window);
    m_databaseStats->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_databaseStats, &DatabaseStatsDialog::requested, this, &SideWindows::databaseStatsRequested);
    m_databaseStats->show();
}

void SideWindows::showDatabaseStats(const DatabaseStats &stats)
{
    if (m_databaseStats && m_databaseStats->nodeId() == stats.nodeId)
        m_databaseStats->finish(stats);
}

void SideWindows::openStormCalculator(const NodeFrame &node)
{
    if (!m_calculator) {
        m_calculator = new StormCalculator(m_window);
        m_calculator->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_calculator->setNode(node);
    bringToFront(*m_calculator);
}

void SideWindows::setNode(const NodeFrame &node)
{
    if (m_calculator)
        m_calculator->setNode(node);
}

void SideWindows::startOrStopCapture(const NodeFrame &node, UtcTime now)
{
    if (isCapturing(node, now)) {
        Q_EMIT captureRequested(node.id, false, Seconds{0});
        return;
    }
    if (raiseIfOpen(m_window, QStringLiteral("captureDialog"), node.id))
        return;
    auto *dialog = new CaptureDialog(node.name, m_captureFolder, m_window);
    dialog->setObjectName(QStringLiteral("captureDialog"));
    markAbout(*dialog, node.id);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The number that was asked about, whichever is chosen by then.
    connect(dialog, &QDialog::accepted, this,
            [this, id = node.id] { Q_EMIT captureRequested(id, true, kCaptureLength); });
    bringToFront(*dialog);
}

} // namespace barograph
