// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/paths.h"
#include "controls/control_service.h"
#include "core/node_config.h"
#include "frame/frame.h"
#include "ingest/ingest_service.h"
#include "markers/annotation.h"
#include "nodes/poller.h"
#include "report/report_request.h"
#include "runtime/node_names.h"
#include "secrets/secret_store.h"
#include "setup/route_offer.h"
#include "storage/curve_keeper.h"
#include "storage/history_writer.h"
#include "storage/settings_memory.h"
#include "storage/tile_reader.h"
#include "storage/usual_traffic_reader.h"
#include "taps/tap_hub.h"
#include "timeline/timeline_tile.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

namespace barograph {

/// Everything behind the screen, wired: webhooks in, polls, queues, controls, history, reports. Needs no GUI, so tests
/// and a collector without a window run the same thing.
///
/// Lives on one thread with an event loop; its functions do not wait, except stop(). Signals arrive on that thread.
class Backend : public QObject
{
    Q_OBJECT

public:
    /// `secrets` must outlive this object.
    Backend(Paths paths, SecretStore &secrets, QObject *parent = nullptr);
    ~Backend() override; ///< stop()

    /// Once. The error says why the folders cannot be used and what to do; all other trouble is in frames and signals.
    tl::expected<void, QString> start(const Config &config);
    /// Orderly: takes no more requests, makes everything durable, joins all threads.
    void stop();

    /// Adds, changes and removes nodes. The listener's address is fixed once started. A node that is not enabled is
    /// neither asked nor tapped, but keeps its webhook route.
    void setNodes(const std::vector<NodeConfig> &nodes);
    /// Gives the first and only node its webhook route before it is known well enough to be asked.
    void reserveRoute(const NodeConfig &node);

    /// See IngestService. Null before the start.
    FramePtr latestFrame() { return m_ingest ? m_ingest->latestFrame() : nullptr; }
    QString webhookUrl(const QString &nodeId) const { return m_ingest->webhookUrl(nodeId); }
    QString verifyToken(const QString &nodeId) const { return m_ingest->verifyToken(nodeId); }
    QString webhookUrlMasked(const QString &nodeId) const { return m_ingest->webhookUrlMasked(nodeId); }
    QByteArray listenerCertificatePem() const { return m_ingest->certificatePem(); }
    void resetPeak(const QString &nodeId) { m_ingest->resetPeak(nodeId); }
    /// Redacted bodies of this node's webhooks go to a file below captureDir(), for at most an hour; see IngestService.
    void startCapture(const QString &nodeId, Seconds duration) { m_ingest->startCapture(nodeId, duration); }
    void stopCapture(const QString &nodeId) { m_ingest->stopCapture(nodeId); }
    /// The operator has seen the settings that somebody else changed.
    void dismissDrift(const QString &nodeId) { m_ingest->dismissDrift(nodeId); }
    /// How to point this node's webhooks here; routeOffered() follows.
    void offerRoute(const QString &nodeId);
    /// Calls the own listener as this node would, see runSelfTest(); selfTested() follows.
    void selfTest(const QString &nodeId);
    /// Secrets of this node were stored or removed.
    void credentialsChanged(const QString &nodeId);

    /// See Poller; databaseStatsSeen() follows.
    void askDatabaseStats(const QString &nodeId) { m_poller.askDatabaseStats(nodeId); }

    /// Keeps, rewrites or takes away a note of the operator; annotationAnswered() follows. On disk within seconds.
    void annotate(const AnnotationRequest &request);
    void removeAnnotation(const AnnotationRemoval &removal);
    /// Stored markers and controls of [from, to); markersRead() follows.
    void readMarkers(const QString &nodeId, UtcTime from, UtcTime to);

    ControlService &controls() { return m_controls; }
    const Paths &paths() const { return m_paths; }
    /// Waits until everything handed to the history so far is in the file.
    bool flushHistory() { return m_history->flush(); }

    /// All pieces of the past that are wanted now, the most wanted first; see TileReader. tilesRead() follows.
    void requestTiles(const std::vector<TileKey> &keys);

    /// Writes on a worker thread; then reportFinished.
    void exportReport(const ExportReportRequest &request);

Q_SIGNALS:
    /// `text` says where the report is or, not ok, what went wrong.
    void reportFinished(bool ok, const QString &text);
    void historyStatusChanged(const barograph::HistoryStatus &status);
    void tilesRead(const std::vector<barograph::TimelineTile> &tiles);
    void databaseStatsSeen(const barograph::DatabaseStats &stats);
    void routeOffered(const barograph::RouteOffer &offer);
    void selfTested(const barograph::SelfTestResult &result);
    void annotationAnswered(const barograph::AnnotationAnswer &answer);
    void markersRead(const barograph::MarkerSpan &span);

private:
    template<typename News> void applyToNode(const News &news);
    /// Hands the secret that webhooks have to prove they know to the listener, for nodes that ask for one.
    void fetchWebhookSecrets(const std::vector<NodeConfig> &nodes);
    void fetchWebhookSecret(const NodeConfig &node);
    void lookForMissingSecrets();
    /// Has the history read for what is usual at each node, on a thread of its own.
    void learnUsualTraffic();
    void restoreSettings(const std::vector<NodeConfig> &nodes);
    void readSecretsAnew();
    std::vector<NodeConfig>::const_iterator findNode(const QString &id) const;
    /// With the numbers that the ingest service gave them.
    std::vector<PolledNode> numbered(const std::vector<NodeConfig> &nodes) const;
    /// The same without those that are switched off; the poller knows itself what that means.
    std::vector<PolledNode> tapped(const std::vector<NodeConfig> &nodes) const;

    Paths m_paths;
    SecretStore &m_secrets;
    ListenerConfig m_listener; ///< as it runs
    std::vector<NodeConfig> m_nodes;
    QSet<QString> m_secretsAwaited; ///< ids of nodes whose webhook secret is not stored yet
    QTimer m_secretTimer;
    NodeNames m_names;
    Poller m_poller;
    ControlService m_controls;
    std::unique_ptr<HistoryWriter> m_history;
    std::unique_ptr<TileReader> m_tiles;
    std::unique_ptr<CurveKeeper> m_curves;
    std::unique_ptr<IngestService> m_ingest;
    TapHub m_taps;
    SettingsMemory m_settings;
    std::map<QString, DriftMemory> m_settingsOfEarlierRuns; ///< of nodes that were not given yet
    UsualTrafficReader m_usual;                             ///< on the background thread only
    QTimer m_usualTimer;
    QThreadPool m_background; ///< one thread, for what must neither wait nor be waited for
    QThreadPool m_reports;
};

} // namespace barograph
