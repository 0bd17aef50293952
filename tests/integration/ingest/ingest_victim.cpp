// SPDX-License-Identifier: GPL-3.0-or-later
// `ingest_victim FOLDER`: runs an ingest service with one node until it is killed. Says where it listens in one line.

#include "ingest_options_below.h"

#include <QUrl>

#include <chrono>
#include <cstdio>
#include <thread>
#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    auto options = barograph::test::optionsBelow(QString::fromLocal8Bit(argv[1]));
    options.journal.segmentBytes = 64 << 10; // many files, so that some kills hit the change from one to the next
    barograph::IngestService service(options);
    service.start();
    QString url;
    while ((url = service.webhookUrl(QStringLiteral("node-a"))).isEmpty())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    std::printf("%d %s\n", QUrl(url).port(), qPrintable(QUrl(url).path()));
    std::fflush(stdout);
    while (true)
        ::pause();
}
