// SPDX-License-Identifier: GPL-3.0-or-later
// Events per second out of Cloud API bodies of 100 statuses each, on one processor, journal on with fdatasync before
// every answer, beside a Node server that is fed the same bodies and parses, counts and appends to a file. Neither
// checks signatures here; tests/bench/ingest compares that.
//
// Run without arguments: 5 interleaved rounds of 2 s each. `--serve FOLDER` is the server's own process, and
// with `--load PORT PATH CONNECTIONS MILLISECONDS` in another one it can be looked at under a profiler.

#include "bench/figures.h"
#include "bench/ingest_server.h"
#include "bench/processors.h"
#include "bench/rounds.h"
#include "bench/webhook_bodies.h"

#include <QDir>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace {

constexpr std::size_t kStatuses = 100;

bench::Contestant contestant(const char *name, bench::Served served)
{
    bench::NumberedRequests source(served.target, bench::cloudBatchBody(kStatuses));
    return {name, std::move(served), std::move(source), {}, {}, {}, {}, 0};
}

int load(char **argv)
{
    const bench::Target target{static_cast<std::uint16_t>(std::atoi(argv[2])), argv[3]};
    bench::NumberedRequests source(target, bench::cloudBatchBody(kStatuses));
    const auto result =
        bench::runLoad(target, source, std::atoi(argv[4]), std::chrono::milliseconds(std::atoi(argv[5])));
    std::printf("%8.0f events/s\n", kStatuses * result.perSecond());
    return 0;
}

int compare(const char *self)
{
    const QString folder = QStringLiteral(BENCH_WORK_DIR "/run");
    QDir(folder).removeRecursively();
    for (const char *part : {"barograph", "node"})
        QDir().mkpath(folder + QLatin1Char('/') + QLatin1String(part));
    const std::string run = folder.toStdString();

    const auto processors = bench::chooseProcessors();
    std::vector<bench::Contestant> all;
    all.push_back(
        contestant("cloud_batch", bench::startIngest(self, {"--serve", run + "/barograph"}, processors.server)));
    all.push_back(contestant("node_batch", bench::startReceivingNode(run + "/node/events.log", {},
                                                                     bench::Appending::Together, processors.server)));
    bench::pinTo(processors.load);

    const bench::RoundPlan plan{.connections = 32, .length = std::chrono::milliseconds(2000)};
    std::printf("%d connections, %zu statuses per POST (%zu bytes), %d rounds of %lld ms\n", plan.connections,
                kStatuses, all.front().source.text().size(), plan.rounds, static_cast<long long>(plan.length.count()));
    bench::runRounds(all, plan);
    for (const auto &one : all)
        bench::printFigures(one, kStatuses, "events/s");
    bench::printRatios(all[0], all[1]);
    const auto answered = static_cast<unsigned long long>(all[0].answered * kStatuses);
    all[0].served.process->askToEnd();
    std::printf("check: %llu events were acknowledged; the service says: %s\n", answered,
                all[0].served.process->readLine().c_str());
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        if (argc == 3 && std::string(argv[1]) == "--serve")
            return bench::serveIngest({QString::fromLocal8Bit(argv[2]), barograph::NodeKind::CloudApi, {}});
        if (argc == 6 && std::string(argv[1]) == "--load")
            return load(argv);
        return compare(argv[0]);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "bench_cloud_batch: %s\n", error.what());
        return 1;
    }
}
