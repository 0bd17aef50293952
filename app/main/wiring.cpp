// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring.h"

#include "controls/audit_log.h"
#include "main_window.h"
#include "runtime/backend.h"
#include "runtime/demo.h"
#include "secrets/session_store.h"
#include "setup/node_admin.h"
#include "setup/node_tester.h"
#include "timeline/timeline_store.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace barograph {

namespace {

struct WiringWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Wiring)
};

/// The certificate is public: an ordinary file, for upload to a node.
void saveCertificate(MainWindow &window, const QByteArray &pem, const QString &path)
{
    if (pem.isEmpty()) {
        window.certificateSaved(false,
                                WiringWords::tr("The listener has no certificate at present. See why it does not "
                                                "receive webhooks."));
        return;
    }
    QSaveFile file(path);
    const bool ok = file.open(QIODevice::WriteOnly) && file.write(pem) == pem.size() && file.commit();
    window.certificateSaved(ok, ok ? WiringWords::tr("Saved as %1.").arg(path)
                                   : WiringWords::tr("%1 cannot be written: %2.").arg(path, file.errorString()));
}

} // namespace

void connectScreen(MainWindow &window, Backend &backend)
{
    window.setFrameSource([&backend] { return backend.latestFrame(); });
    window.setConfigPath(backend.paths().configFile);
    window.setControlHistory(loadAudit(backend.paths().auditFile(), {}, UtcTime::min(), UtcTime::max()));

    auto &controls = backend.controls();
    QObject::connect(&window, &MainWindow::controlRequested, &controls, &ControlService::prepare);
    QObject::connect(&window, &MainWindow::controlConfirmed, &controls, &ControlService::confirm);
    QObject::connect(&window, &MainWindow::controlCancelled, &controls, &ControlService::cancel);
    QObject::connect(&controls, &ControlService::previewReady, &window, &MainWindow::showPreview);
    QObject::connect(&controls, &ControlService::previewFailed, &window, &MainWindow::showResult);
    QObject::connect(&controls, &ControlService::finished, &window, &MainWindow::showResult);

    QObject::connect(&window, &MainWindow::webhookUrlRequested, &backend,
                     [&window, &backend](const QString &nodeId) { window.copyWebhookUrl(backend.webhookUrl(nodeId)); });
    window.setCaptureFolder(backend.paths().captureDir());
    QObject::connect(&window, &MainWindow::captureRequested, &backend,
                     [&backend](const QString &nodeId, bool on, Seconds length) {
                         if (on)
                             backend.startCapture(nodeId, length);
                         else
                             backend.stopCapture(nodeId);
                     });
    QObject::connect(&window, &MainWindow::verifyTokenRequested, &backend, [&window, &backend](const QString &nodeId) {
        window.copyVerifyToken(backend.verifyToken(nodeId));
    });
    QObject::connect(
        &window, &MainWindow::saveCertificateRequested, &backend,
        [&window, &backend](const QString &path) { saveCertificate(window, backend.listenerCertificatePem(), path); });
    QObject::connect(&window, &MainWindow::resetPeakRequested, &backend, &Backend::resetPeak);
    QObject::connect(&window, &MainWindow::driftDismissed, &backend, &Backend::dismissDrift);
    QObject::connect(&window, &MainWindow::exportReportRequested, &backend, &Backend::exportReport);
    QObject::connect(&window, &MainWindow::databaseStatsRequested, &backend, &Backend::askDatabaseStats);
    QObject::connect(&backend, &Backend::databaseStatsSeen, &window, &MainWindow::showDatabaseStats);
    QObject::connect(&backend, &Backend::reportFinished, &window, &MainWindow::reportFinished);
    QObject::connect(&backend, &Backend::historyStatusChanged, &window, [&window](const HistoryStatus &status) {
        if (!status.message.isEmpty())
            window.showError(status.message);
    });
    connectTimeline(window.timeline(), backend);
    connectMarkers(window, backend);
}

void connectTimeline(TimelineStore &store, Backend &backend)
{
    QObject::connect(&store, &TimelineStore::wanted, &backend, &Backend::requestTiles);
    QObject::connect(&backend, &Backend::tilesRead, &store, [&store](const std::vector<TimelineTile> &tiles) {
        for (const auto &tile : tiles)
            store.setTile(tile);
    });
}

void connectSetup(MainWindow &window, Backend &backend, NodeAdmin &admin, NodeTester &tester)
{
    QObject::connect(&admin, &NodeAdmin::nodesChanged, &backend, &Backend::setNodes);
    QObject::connect(&admin, &NodeAdmin::nodesChanged, &window, &MainWindow::setNodeConfigs);
    QObject::connect(&admin, &NodeAdmin::secretsChanged, &backend, &Backend::credentialsChanged);
    QObject::connect(&admin, &NodeAdmin::edited, &window, [&window](const ConfigEditResult &result) {
        if (result.ticket != Demo::kTicket)
            window.configEdited(result);
    });
    QObject::connect(&window, &MainWindow::configEditRequested, &admin, &NodeAdmin::edit);

    QObject::connect(&window, &MainWindow::nodeTestRequested, &tester, &NodeTester::start);
    QObject::connect(&window, &MainWindow::nodeTestCancelled, &tester, &NodeTester::cancel);
    QObject::connect(&tester, &NodeTester::reported, &window, &MainWindow::showNodeTest);

    QObject::connect(&window, &MainWindow::routeOfferRequested, &backend, &Backend::offerRoute);
    QObject::connect(&backend, &Backend::routeOffered, &window, &MainWindow::showRouteOffer);
    QObject::connect(&window, &MainWindow::selfTestRequested, &backend, &Backend::selfTest);
    QObject::connect(&backend, &Backend::selfTested, &window, &MainWindow::showSelfTest);
}

void connectMarkers(MainWindow &window, Backend &backend)
{
    QObject::connect(&window, &MainWindow::annotationRequested, &backend, &Backend::annotate);
    QObject::connect(&window, &MainWindow::annotationRemovalRequested, &backend, &Backend::removeAnnotation);
    QObject::connect(&window, &MainWindow::markersWanted, &backend, &Backend::readMarkers);
    QObject::connect(&backend, &Backend::annotationAnswered, &window, &MainWindow::takeAnnotationAnswer);
    // Also to somebody who went on to another page meanwhile.
    QObject::connect(&backend, &Backend::annotationAnswered, &window, [&window](const AnnotationAnswer &answer) {
        if (!answer.ok)
            window.showError(
                WiringWords::tr("The change of a note of %1 is not stored. %2").arg(answer.nodeId, answer.error));
    });
    QObject::connect(&backend, &Backend::markersRead, &window, &MainWindow::takeMarkers);
}

void connectSecrets(MainWindow &window, SessionSecretStore &secrets)
{
    const auto show = [&window, &secrets] { window.setSecretsStatus(secrets.status()); };
    QObject::connect(&secrets, &SecretStore::statusChanged, &window, show);
    QObject::connect(&window, &MainWindow::secretsChosen, &secrets, &SessionSecretStore::applyChoice);
    show();
}

} // namespace barograph
