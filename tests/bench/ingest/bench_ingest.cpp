// SPDX-License-Identifier: GPL-3.0-or-later
// Acknowledged webhook requests per second, beside nginx that only says 200 and beside a Node server that parses and
// counts. Every server has processor 0 for itself, the load generator processor 1. Barograph's journal is on the disk
// of the build folder, with fdatasync before every answer; the other two store nothing.
//
// Run without arguments: 5 interleaved rounds of 3 s each. `--serve FOLDER` is the server's own process, and with
// `--load PORT PATH CONNECTIONS MILLISECONDS` in another one the server can be looked at under a profiler.

#include "config/paths.h"
#include "ingest/ingest_service.h"
#include "load_generator.h"
#include "served_process.h"

#include <QDir>
#include <QFile>
#include <QUrl>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace {

constexpr int kServerProcessor = 0;
constexpr int kLoadProcessor = 1;
constexpr int kConnections = 192;
constexpr int kRounds = 5;
constexpr std::chrono::milliseconds kRoundLength{3000};
constexpr std::chrono::milliseconds kWarmUp{500};

int serve(const QString &folder)
{
    // Blocked before the service starts its threads, so that sigwait() below gets it.
    sigset_t stopSignals;
    sigemptyset(&stopSignals);
    sigaddset(&stopSignals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stopSignals, nullptr);

    const auto paths = barograph::pathsBelow(folder);
    barograph::IngestOptions options;
    options.journalFolder = paths.journalDir();
    options.installationKeyFile = paths.installationKeyFile();
    options.listener.port = 0;
    options.journal.keepBytes = qint64{512} << 20;
    barograph::NodeConfig node;
    node.id = QStringLiteral("bench");
    node.allocatedTps = 20;
    options.nodes = {node};
    barograph::IngestService service(options);
    service.start();
    QString url;
    while ((url = service.webhookUrl(node.id)).isEmpty())
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    std::printf("port %d %s\n", QUrl(url).port(), qPrintable(QUrl(url).path()));
    std::fflush(stdout);
    int signal = 0;
    sigwait(&stopSignals, &signal);
    service.stop();
    return 0;
}

bench::Target parseTarget(const std::string &line)
{
    const auto path = line.find('/');
    return {static_cast<std::uint16_t>(std::atoi(line.c_str() + std::string("port ").size())),
            path == std::string::npos ? "/hook" : line.substr(path)};
}

int freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(socket, reinterpret_cast<const sockaddr *>(&address), size) != 0 ||
        ::getsockname(socket, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        throw std::runtime_error("no free port");
    ::close(socket);
    return ntohs(address.sin_port);
}

QString writeNginxConfiguration(const QString &folder, int port)
{
    QFile file(folder + QLatin1String("/nginx.conf"));
    if (!file.open(QIODevice::WriteOnly))
        throw std::runtime_error("cannot write the configuration of nginx");
    const QString text =
        QStringLiteral("daemon off; worker_processes 1; pid %1/nginx.pid; error_log %1/nginx.log;\n"
                       "events { worker_connections 1024; }\n"
                       "http { access_log off; keepalive_requests 1000000000; client_body_temp_path %1/nginx-body;\n"
                       "proxy_temp_path %1/n1; fastcgi_temp_path %1/n2; uwsgi_temp_path %1/n3; scgi_temp_path %1/n4;\n"
                       "server { listen 127.0.0.1:%2; location / { return 200; } } }\n")
            .arg(folder)
            .arg(port);
    file.write(text.toUtf8());
    return file.fileName();
}

void awaitPort(int port)
{
    for (int i = 0; i < 500; ++i) {
        const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const bool up = ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
        ::close(socket);
        if (up)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    throw std::runtime_error("nginx did not start; is nginx-light installed?");
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

struct Contestant
{
    const char *name;
    bench::Target target;
    std::vector<double> perSecond;
};

void runRounds(std::vector<Contestant> &contestants)
{
    for (const auto &contestant : contestants)
        bench::runLoad(contestant.target, kConnections, kWarmUp);
    for (int round = 1; round <= kRounds; ++round) {
        for (auto &contestant : contestants) {
            const auto result = bench::runLoad(contestant.target, kConnections, kRoundLength);
            contestant.perSecond.push_back(result.perSecond());
            std::printf("round %d  %-10s %8.0f req/s  p50 %.2f ms  p99 %.2f ms\n", round, contestant.name,
                        result.perSecond(), result.p50Millis, result.p99Millis);
            std::fflush(stdout);
            if (result.otherAnswers > 0)
                throw std::runtime_error("answers other than 200");
        }
    }
}

/// Median of the ratios within a round: what else the machine does falls on neighbours alike.
double medianRatio(const Contestant &a, const Contestant &b)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < a.perSecond.size(); ++i)
        ratios.push_back(a.perSecond[i] / b.perSecond[i]);
    return median(ratios);
}

int load(char **argv)
{
    const auto result = bench::runLoad({static_cast<std::uint16_t>(std::atoi(argv[2])), argv[3]}, std::atoi(argv[4]),
                                       std::chrono::milliseconds(std::atoi(argv[5])));
    std::printf("%8.0f req/s  p50 %.2f ms  p99 %.2f ms, %llu answers other than 200\n", result.perSecond(),
                result.p50Millis, result.p99Millis, static_cast<unsigned long long>(result.otherAnswers));
    return 0;
}

int compare(const char *self)
{
    QDir(QStringLiteral(BENCH_WORK_DIR "/run")).removeRecursively();
    const QString folder = QStringLiteral(BENCH_WORK_DIR "/run");
    QDir().mkpath(folder);
    const int nginxPort = freePort();
    const QString nginxConfiguration = writeNginxConfiguration(folder, nginxPort);

    bench::ServedProcess barograph({self, "--serve", folder.toStdString()}, kServerProcessor);
    bench::ServedProcess nginx(
        {"/usr/sbin/nginx", "-e", folder.toStdString() + "/nginx.log", "-c", nginxConfiguration.toStdString()},
        kServerProcessor);
    bench::ServedProcess node({"node", BENCH_SOURCE_DIR "/counting_server.js"}, kServerProcessor);
    std::vector<Contestant> contestants{{"barograph", parseTarget(barograph.readLine()), {}},
                                        {"nginx", {static_cast<std::uint16_t>(nginxPort), "/hook"}, {}},
                                        {"node", parseTarget(node.readLine()), {}}};
    awaitPort(nginxPort);
    bench::pinToProcessor(kLoadProcessor);
    std::printf("%d connections, one status per POST, %d rounds of %lld ms, own load generator\n", kConnections,
                kRounds, static_cast<long long>(kRoundLength.count()));
    runRounds(contestants);
    for (const auto &contestant : contestants)
        std::printf("figure: %s %.0f req/s\n", contestant.name, median(contestant.perSecond));
    std::printf("ratio: barograph/nginx %.2f\n", medianRatio(contestants[0], contestants[1]));
    std::printf("ratio: barograph/node %.2f\n", medianRatio(contestants[0], contestants[2]));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        if (argc == 3 && std::string(argv[1]) == "--serve")
            return serve(QString::fromLocal8Bit(argv[2]));
        if (argc == 6 && std::string(argv[1]) == "--load")
            return load(argv);
        return compare(argv[0]);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "bench_ingest: %s\n", error.what());
        return 1;
    }
}
