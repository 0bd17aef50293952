// SPDX-License-Identifier: GPL-3.0-or-later
#include "simnode.h"

#include "api.h"
#include "callback_body.h"
#include "callback_sender.h"
#include "event_log.h"
#include "http_server.h"
#include "self_signed.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/json/serialize.hpp>

#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <iostream>
#include <optional>
#include <sys/prctl.h>
#include <unistd.h>

namespace barograph::sim {
namespace {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;
using namespace std::chrono_literals;

constexpr auto kShortestTick = 1ms;
constexpr auto kLongestTick = 50ms;
// So many things at a time, so that sockets are served in between when the simulation has to catch up.
constexpr int kStepsAtOnce = 2'000;

std::string environment(const char *name)
{
    const char *value = std::getenv(name);
    return value != nullptr ? value : "";
}

// Differs between runs, see messageId().
std::uint64_t runSalt()
{
    const auto now = static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count());
    return mix(now ^ mix(static_cast<std::uint64_t>(::getpid())));
}

} // namespace

struct SimNode::State
{
    explicit State(const Options &given)
        : options(given)
        , node(given.simulation, given.compress, environment("BAROGRAPH_SIMNODE_PASSWORD"), environment("WA_API_KEY"),
               runSalt())
        , api(node)
        , sender(io)
        , timer(io)
        , signals(io)
        , input(io)
    {}

    void handle(const HttpRequest &request, Respond respond);
    void tick();
    void scheduleTick(bool caughtUp);
    void pump();
    void answered(const queueing::CallbackQueue::Attempt &attempt, const std::string &result, double tookMs);
    void watchInput();

    Options options;
    asio::io_context io{1};
    NodeState node;
    Api api;
    CallbackSender sender;
    std::optional<SelfSigned> identity;
    std::unique_ptr<HttpServer> server;
    EventLog log;
    asio::steady_timer timer;
    asio::signal_set signals;
    asio::posix::stream_descriptor input;
    std::array<char, 256> ignoredInput{};
    std::string webhookText;
    std::optional<WebhookUrl> webhook;
};

SimNode::SimNode(const Options &options)
    : m_state(std::make_unique<State>(options))
{}

SimNode::~SimNode() = default;

tl::expected<void, std::string> SimNode::start()
{
    State &state = *m_state;
    const Options &options = state.options;
    if (!options.http) {
        auto identity = makeSelfSigned({"barograph-simnode", {}, {options.address}});
        if (!identity)
            return tl::unexpected(identity.error());
        state.identity = *std::move(identity);
    }
    if (!options.tlsCertificateOut.empty() && state.identity) {
        std::ofstream file(options.tlsCertificateOut, std::ios::trunc);
        file << state.identity->certificatePem;
        if (!file.flush())
            return tl::unexpected("--tls-cert-out: cannot write " + options.tlsCertificateOut);
    }
    if (!options.log.empty()) {
        if (auto opened = state.log.open(options.log); !opened)
            return opened;
    }
    if (auto trusted = state.sender.setTrust({options.webhookCa, options.webhookInsecure}); !trusted)
        return trusted;

    // By environment when it holds a secret that the list of processes must not show.
    const std::string privateWebhook = environment("BAROGRAPH_SIMNODE_WEBHOOK");
    if (!privateWebhook.empty() && !parseWebhookUrl(privateWebhook))
        return tl::unexpected(std::string("BAROGRAPH_SIMNODE_WEBHOOK is no address for callbacks"));
    state.node.settings.webhookUrl = privateWebhook.empty() ? options.webhook : privateWebhook;
    state.node.settings.maxConcurrentRequests = options.maxConcurrent;
    state.node.defaults = state.node.settings;
    applySettings(state.node, true);

    state.server = std::make_unique<HttpServer>(
        state.io, state.identity ? &*state.identity : nullptr,
        [&state](const HttpRequest &request, Respond respond) { state.handle(request, std::move(respond)); });
    return state.server->listen(options.address, options.port);
}

std::string SimNode::readyLine() const
{
    const State &state = *m_state;
    const bool v6 = state.options.address.find(':') != std::string::npos;
    const std::string url = (state.options.http ? "http://" : "https://") +
                            (v6 ? '[' + state.options.address + ']' : state.options.address) + ':' +
                            std::to_string(state.server->port());
    return boost::json::serialize(boost::json::object{
        {"ready", true},
        {"url", url},
        {"sha256", state.identity ? state.identity->sha256 : std::string()},
        {"queue_url", url + "/queue"},
    });
}

void SimNode::run()
{
    State &state = *m_state;
    state.signals.add(SIGTERM);
    state.signals.add(SIGINT);
    state.signals.async_wait([&state](const ErrorCode &error, int) {
        if (!error)
            state.io.stop();
    });
    if (state.options.exitOnStdinClose) {
        // Also when the parent is killed while someone else still holds the other end of our input.
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
        const int descriptor = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
        if (descriptor < 0)
            return; // closed already
        // A plain file cannot be waited for, and never closes.
        ErrorCode notWatchable;
        state.input.assign(descriptor, notWatchable);
        if (!notWatchable)
            state.watchInput();
    }
    state.tick();
    state.io.run();
    state.sender.stop();
}

void SimNode::State::watchInput()
{
    input.async_read_some(asio::buffer(ignoredInput), [this](const ErrorCode &error, std::size_t) {
        if (error == asio::error::operation_aborted)
            return;
        if (error)
            io.stop();
        else
            watchInput();
    });
}

void SimNode::State::handle(const HttpRequest &request, Respond respond)
{
    // So that the request acts on the present, not on the last tick.
    const bool caughtUp = node.simulation.advance(node.clock.now(), kStepsAtOnce);
    const auto delay = api.delayFor(request);
    HttpReply reply = api.handle(request);
    scheduleTick(caughtUp);
    pump();
    if (delay <= std::chrono::milliseconds::zero()) {
        respond(std::move(reply));
        return;
    }
    auto held = std::make_shared<asio::steady_timer>(io, delay);
    held->async_wait([held, reply = std::move(reply), respond = std::move(respond)](const ErrorCode &error) mutable {
        if (!error)
            respond(std::move(reply));
    });
}

void SimNode::State::tick()
{
    const bool caughtUp = node.simulation.advance(node.clock.now(), kStepsAtOnce);
    pump();
    scheduleTick(caughtUp);
}

void SimNode::State::scheduleTick(bool caughtUp)
{
    auto wait = std::chrono::nanoseconds::zero();
    if (caughtUp) {
        const auto next = std::min(node.simulation.nextEvent(), node.simulation.nextCallbackChange());
        const auto ahead =
            next == kNever ? std::chrono::nanoseconds(kLongestTick) : node.clock.real(next - node.clock.now());
        wait = std::clamp<std::chrono::nanoseconds>(ahead, kShortestTick, kLongestTick);
    }
    timer.expires_after(wait);
    timer.async_wait([this](const ErrorCode &error) {
        if (!error)
            tick();
    });
}

void SimNode::State::pump()
{
    if (webhookText != node.settings.webhookUrl) {
        webhookText = node.settings.webhookUrl;
        const auto url = parseWebhookUrl(webhookText);
        webhook = url ? std::optional(*url) : std::nullopt;
    }
    if (!webhook)
        return;
    while (const auto attempt = node.simulation.nextCallback()) {
        sender.post(attempt->slot, *webhook, callbackBody(node, attempt->interaction),
                    [this, attempt = *attempt](const std::string &result, double tookMs) {
                        answered(attempt, result, tookMs);
                    });
    }
}

void SimNode::State::answered(const queueing::CallbackQueue::Attempt &attempt, const std::string &result, double tookMs)
{
    node.simulation.advance(node.clock.now(), kStepsAtOnce);
    const auto answer = node.simulation.callbackAnswered(attempt, result, tookMs);
    if (answer != Simulation::Answer::Failed && log.isOpen()) {
        const std::int64_t atMs = node.clock.wallMillis(node.clock.now());
        if (!log.write(logLine(node, attempt.interaction, atMs, answer == Simulation::Answer::Again))) {
            std::cerr << "barograph-simnode: cannot write to " << options.log << '\n';
            io.stop();
        }
    }
    // Not from inside the connection that has just answered: the queue may be long.
    asio::post(io, [this] { pump(); });
}

} // namespace barograph::sim
