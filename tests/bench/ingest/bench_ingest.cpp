// SPDX-License-Identifier: GPL-3.0-or-later
// Acknowledged webhook requests per second, one status each, beside nginx that only says 200, a Node server that parses
// and counts, and one that also checks signatures and appends to a file, both in batches and request by request. Every
// server has one processor for itself, the load generator another. Barograph's journal is on the disk of the build
// folder, with fdatasync before every answer.
//
// Run without arguments: 5 interleaved rounds of 2 s each. `--serve FOLDER [SECRET]` is the server's own process, and
// with `--load PORT PATH CONNECTIONS MILLISECONDS` in another one the server can be looked at under a profiler.

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

const std::string kSecret = "a-secret-for-this-benchmark-only";

/// Places in the list of contestants.
enum : std::size_t { kOpen, kNginx, kNode, kNodeSigned, kNodeEach, kSigned };

int load(char **argv)
{
    const bench::Target target{static_cast<std::uint16_t>(std::atoi(argv[2])), argv[3]};
    bench::NumberedRequests source(target, bench::onPremStatusBody());
    const auto result =
        bench::runLoad(target, source, std::atoi(argv[4]), std::chrono::milliseconds(std::atoi(argv[5])));
    std::printf("%8.0f req/s  p50 %.2f ms  p99 %.2f ms, %llu answers other than 200\n", result.perSecond(),
                result.p50Millis, result.p99Millis, static_cast<unsigned long long>(result.otherAnswers));
    return 0;
}

bench::Contestant contestant(const char *name, bench::Served served, const std::string &secret = {})
{
    bench::NumberedRequests source(served.target, bench::onPremStatusBody(), secret);
    return {name, std::move(served), std::move(source), {}, {}, {}, {}, 0};
}

/// A server that lets a wrong signature pass must not be praised for how fast it checks signatures.
bool refusesWrongSignature(const bench::Contestant &server)
{
    return bench::statusOfOne(server.served.target, server.source.text()) == 401;
}

int compare(const char *self)
{
    const QString folder = QStringLiteral(BENCH_WORK_DIR "/run");
    QDir(folder).removeRecursively();
    for (const char *part : {"open", "signed", "nginx", "node"})
        QDir().mkpath(folder + QLatin1Char('/') + QLatin1String(part));
    const std::string run = folder.toStdString();

    const auto processors = bench::chooseProcessors();
    std::vector<bench::Contestant> all;
    all.push_back(contestant("barograph", bench::startIngest(self, {"--serve", run + "/open"}, processors.server)));
    all.push_back(contestant("nginx", bench::startNginx(run + "/nginx", processors.server)));
    all.push_back(contestant("node", bench::startCountingNode(processors.server)));
    all.push_back(contestant(
        "node_hmac",
        bench::startReceivingNode(run + "/node/events.log", kSecret, bench::Appending::Together, processors.server),
        kSecret));
    if (!refusesWrongSignature(all.back()))
        throw std::runtime_error("node_hmac takes wrong signatures");
    all.push_back(contestant(
        "node_hmac_each",
        bench::startReceivingNode(run + "/node/each.log", kSecret, bench::Appending::EachRequest, processors.server),
        kSecret));
    all.push_back(contestant(
        "barograph_hmac", bench::startIngest(self, {"--serve", run + "/signed", kSecret}, processors.server), kSecret));
    if (!refusesWrongSignature(all.back()))
        throw std::runtime_error("barograph_hmac takes wrong signatures");
    bench::pinTo(processors.load);

    const bench::RoundPlan plan{.length = std::chrono::milliseconds(2000)};
    std::printf("%d connections, one status per POST, %d rounds of %lld ms\n", plan.connections, plan.rounds,
                static_cast<long long>(plan.length.count()));
    bench::runRounds(all, plan);
    for (const auto &one : all)
        bench::printFigures(one, 1, "req/s");
    bench::printRatios(all[kOpen], all[kNginx]);
    bench::printRatios(all[kOpen], all[kNode]);
    bench::printRatios(all[kSigned], all[kNginx]);
    bench::printRatios(all[kSigned], all[kNodeSigned]);
    bench::printRatios(all[kSigned], all[kNodeEach]);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        if (argc >= 3 && std::string(argv[1]) == "--serve")
            return bench::serveIngest(
                {QString::fromLocal8Bit(argv[2]), barograph::NodeKind::OnPremises, argc > 3 ? argv[3] : ""});
        if (argc == 6 && std::string(argv[1]) == "--load")
            return load(argv);
        return compare(argv[0]);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "bench_ingest: %s\n", error.what());
        return 1;
    }
}
