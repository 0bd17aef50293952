// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ingest_server.h"

#include "config/paths.h"
#include "ingest/ingest_service.h"

#include <QUrl>

#include <csignal>
#include <cstdio>
#include <thread>

namespace bench {

namespace {

const QString kNodeId = QStringLiteral("bench");
constexpr qint64 kJournalBytes = qint64{512} << 20;

barograph::IngestOptions optionsOf(const IngestSetup &setup)
{
    const auto paths = barograph::pathsBelow(setup.folder);
    barograph::IngestOptions options;
    options.journalFolder = paths.journalDir();
    options.installationKeyFile = paths.installationKeyFile();
    options.listener.port = 0;
    options.journal.keepBytes = kJournalBytes;
    options.clock = setup.clock;
    barograph::NodeConfig node;
    node.id = kNodeId;
    node.kind = setup.kind;
    node.allocatedTps = 20;
    if (!setup.secret.empty())
        node.webhook.auth = barograph::WebhookAuth::HubSha256;
    options.nodes = {node};
    return options;
}

} // namespace

int serveIngest(const IngestSetup &setup)
{
    // Blocked before the service starts its threads, so that sigwait() below gets it.
    sigset_t stopSignals;
    sigemptyset(&stopSignals);
    sigaddset(&stopSignals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stopSignals, nullptr);

    barograph::IngestService service(optionsOf(setup));
    service.start();
    if (!setup.secret.empty())
        service.setWebhookSecret(kNodeId, barograph::Secret(QByteArray::fromStdString(setup.secret)));
    QString url;
    while ((url = service.webhookUrl(kNodeId)).isEmpty())
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    std::printf("port %d %s\n", QUrl(url).port(), qPrintable(QUrl(url).path()));
    std::fflush(stdout);
    int signal = 0;
    sigwait(&stopSignals, &signal);
    service.stop();
    if (const auto frame = service.latestFrame())
        std::printf("received %llu redelivered %llu\n", static_cast<unsigned long long>(frame->ingest.received),
                    static_cast<unsigned long long>(frame->ingest.redelivered));
    return 0;
}

} // namespace bench
