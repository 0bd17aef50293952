// SPDX-License-Identifier: GPL-3.0-or-later
// Whether memory stays flat: 20 million events about 2 million messages go through the ingest service over sockets, in
// bodies of 100 statuses of 10 messages, of which 30 are redeliveries of statuses posted 1,000 bodies earlier. The
// service's clock runs 60 times as fast as ours, so that a minute passes in a second and what is kept for minutes and
// hours fills and empties too. Growth is the highest resident memory after the warm-up (a quarter of the events) less
// what was resident at its end.
//
// `--serve FOLDER` is the server's own process.

#include "bench/figures.h"
#include "bench/ingest_server.h"
#include "bench/load_generator.h"
#include "bench/peers.h"
#include "bench/processors.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string_view>
#include <thread>

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kConnections = 16;
constexpr std::uint64_t kEvents = 20'000'000;
constexpr std::size_t kMessagesInBody = 10;
constexpr std::size_t kNewPerMessage = 7;   ///< sent, and delivered and read by three participants
constexpr std::size_t kAgainPerMessage = 3; ///< of the message 1,000 bodies earlier: delivered to the three again
constexpr std::uint64_t kEventsInBody = kMessagesInBody * (kNewPerMessage + kAgainPerMessage);
constexpr std::uint64_t kWarmUpEvents = kEvents / 4;
constexpr int kSpeed = 60;

/// Ahead of ours by kSpeed, from the moment it is made.
class FastClock
{
public:
    barograph::UtcTime operator()() const
    {
        const auto passed = std::chrono::duration_cast<barograph::Millis>(Clock::now() - m_madeAt);
        return m_begin + passed * kSpeed;
    }

private:
    Clock::time_point m_madeAt = Clock::now();
    barograph::UtcTime m_begin = barograph::utcNow();
};

constexpr std::string_view kTimeMark = "##########";

std::string statusItem(std::size_t message, const char *status, std::size_t participant)
{
    const auto place = std::to_string(10 + message);
    return R"({"id":"gBGGFlA5FpafAgkOuJbRq5)" + std::string(bench::kNumberMark) + R"(","recipient_id":"163155501)" +
           std::to_string(10 + participant) + R"(","group_id":"16315550100-15000000)" + place + R"(","status":")" +
           status + R"(","timestamp":")" + std::string(kTimeMark) + R"(","type":"message"})";
}

/// One body's worth of items, first what is new, then what comes again.
std::string bodyTemplate()
{
    std::vector<std::string> items;
    for (std::size_t message = 0; message < kMessagesInBody; ++message) {
        items.push_back(statusItem(message, "sent", 0));
        for (const std::size_t participant : {1U, 2U, 3U}) {
            items.push_back(statusItem(message, "delivered", participant));
            items.push_back(statusItem(message, "read", participant));
        }
    }
    for (std::size_t message = 0; message < kMessagesInBody; ++message) {
        for (const std::size_t participant : {1U, 2U, 3U})
            items.push_back(statusItem(message, "delivered", participant));
    }
    std::string body = R"({"statuses":[)";
    for (const auto &item : items)
        body += (body.back() == '[' ? "" : ",") + item;
    return body + "]}";
}

class Receipts final : public bench::RequestSource
{
public:
    Receipts(const bench::Target &target, FastClock clock)
        : m_clock(clock)
    {
        const auto body = bodyTemplate();
        m_text = bench::requestHead(target, body.size(), false) + body;
        m_numbersAt = bench::numberMarks(m_text);
        for (auto at = m_text.find(kTimeMark); at != std::string::npos; at = m_text.find(kTimeMark, at + 1))
            m_timesAt.push_back(at);
    }

    const std::string &text() const override { return m_text; }

    bool renew(std::string &request) override
    {
        const std::uint64_t body = m_bodies.load(std::memory_order_relaxed);
        if (body * kEventsInBody >= kEvents)
            return false;
        constexpr std::size_t kNew = kMessagesInBody * kNewPerMessage;
        for (std::size_t i = 0; i < m_numbersAt.size(); ++i) {
            const auto message = i < kNew ? i / kNewPerMessage : (i - kNew) / kAgainPerMessage;
            const auto bodyOfIt = i < kNew ? body : body - std::min(body, kBodiesBack);
            bench::writeNumber(request, m_numbersAt[i], bodyOfIt * kMessagesInBody + message);
        }
        const auto time = std::to_string(barograph::unixMillis(m_clock()) / 1000);
        for (const auto at : m_timesAt)
            std::memcpy(request.data() + at, time.data(), kTimeMark.size());
        m_bodies.store(body + 1, std::memory_order_relaxed);
        return true;
    }

    std::uint64_t events() const { return m_bodies.load(std::memory_order_relaxed) * kEventsInBody; }

private:
    static constexpr std::uint64_t kBodiesBack = 1000;

    FastClock m_clock;
    std::string m_text;
    std::vector<std::size_t> m_numbersAt;
    std::vector<std::size_t> m_timesAt;
    std::atomic<std::uint64_t> m_bodies{0};
};

/// Looks at the server's memory once per simulated minute.
class Watch
{
public:
    Watch(const bench::ServedProcess &server, const Receipts &receipts)
        : m_server(server)
        , m_receipts(receipts)
        , m_thread([this] { run(); })
    {}
    ~Watch() { end(); }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

    /// Looks for the last time.
    void end()
    {
        m_ended = true;
        if (m_thread.joinable())
            m_thread.join();
    }
    double growth() const { return m_most - m_afterWarmUp; }
    double last() const { return m_last; }

private:
    void run()
    {
        constexpr auto kMinute = std::chrono::milliseconds(60'000 / kSpeed);
        auto next = Clock::now();
        for (int minute = 0; !m_ended; ++minute) {
            look(minute);
            for (next += kMinute; Clock::now() < next && !m_ended;)
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        look(-1);
    }

    void look(int minute)
    {
        m_last = m_server.residentMegabytes();
        const auto events = m_receipts.events();
        if (events >= kWarmUpEvents) {
            m_afterWarmUp = m_afterWarmUp > 0 ? m_afterWarmUp : m_last;
            m_most = std::max(m_most, m_last);
        }
        if (minute >= 0)
            std::printf("minute %3d  %5.2f million events  resident %.1f MB%s\n", minute,
                        static_cast<double>(events) / 1e6, m_last, events < kWarmUpEvents ? "  (warm-up)" : "");
        std::fflush(stdout);
    }

    const bench::ServedProcess &m_server;
    const Receipts &m_receipts;
    double m_afterWarmUp = 0;
    double m_most = 0;
    double m_last = 0;
    std::atomic<bool> m_ended{false};
    std::thread m_thread; ///< last: it uses the ones above
};

int measure(const char *self)
{
    const QString folder = QStringLiteral(BENCH_WORK_DIR "/run");
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    const auto processors = bench::chooseProcessors();
    const FastClock clock; // some milliseconds older than the server's, so some simulated seconds ahead of it
    const auto server = bench::startIngest(self, {"--serve", folder.toStdString()}, processors.server);
    bench::pinTo(processors.load);
    Receipts receipts(server.target, clock);
    Watch watch(*server.process, receipts);
    const auto result = bench::runLoad(server.target, receipts, kConnections, std::chrono::hours(1));
    watch.end();
    server.process->askToEnd();
    const auto totals = server.process->readLine();
    if (result.otherAnswers > 0)
        throw std::runtime_error("answers other than 200");
    std::printf("%s; expected: 20000000, of which 6000000 again\n", totals.c_str());
    bench::printFigure("memory_events", static_cast<double>(result.answered * kEventsInBody), "events");
    bench::printFigure("memory_rate", result.perSecond() * kEventsInBody, "events/s");
    bench::printFigure("memory_growth", watch.growth(), "MB", 1);
    bench::printFigure("rss_end", watch.last(), "MB", 1);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        if (argc == 3 && std::string(argv[1]) == "--serve")
            return bench::serveIngest(
                {QString::fromLocal8Bit(argv[2]), barograph::NodeKind::OnPremises, {}, FastClock()});
        return measure(argv[0]);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "bench_memory: %s\n", error.what());
        return 1;
    }
}
