// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include "webhook_url.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <string_view>

namespace barograph::sim {
namespace {

using Result = tl::expected<void, std::string>;

struct Option
{
    std::string_view name;
    std::string_view value; ///< what --help calls it; empty = a switch
    std::string_view help;
    Result (*take)(Options &, const std::string &);
};

Result wrong(std::string_view option, const std::string &expected)
{
    return tl::unexpected(std::string(option) + ": " + expected);
}

tl::expected<double, std::string> number(std::string_view option, const std::string &text, double low, double high)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value >= low && value <= high)) {
        const auto limit = [](double bound) {
            std::array<char, 32> digits{};
            std::snprintf(digits.data(), digits.size(), "%g", bound);
            return std::string(digits.data());
        };
        return tl::unexpected(std::string(option) + ": a number from " + limit(low) + " to " + limit(high) +
                              " is expected, not \"" + text + '"');
    }
    return value;
}

tl::expected<std::uint64_t, std::string> count(std::string_view option, const std::string &text, std::uint64_t high)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value > high) {
        return tl::unexpected(std::string(option) + ": a whole number up to " + std::to_string(high) +
                              " is expected, not \"" + text + '"');
    }
    return value;
}

Result takeListen(Options &options, const std::string &text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string::npos)
        return wrong("--listen", "ADDRESS:PORT is expected, not \"" + text + '"');
    std::string address = text.substr(0, colon);
    if (address.size() > 2 && address.front() == '[' && address.back() == ']')
        address = address.substr(1, address.size() - 2);
    const auto port = count("--listen", text.substr(colon + 1), 65535);
    if (!port)
        return tl::unexpected(port.error());
    options.address = address;
    options.port = static_cast<std::uint16_t>(*port);
    return {};
}

Result takeWebhook(Options &options, const std::string &text)
{
    if (const auto url = parseWebhookUrl(text); !url)
        return wrong("--webhook", url.error());
    options.webhook = text;
    return {};
}

Result takeScenario(Options &options, const std::string &text)
{
    const auto names = scenarioNames();
    if (std::find(names.begin(), names.end(), text) == names.end()) {
        std::string known;
        for (const auto &name : names)
            known += ' ' + name;
        return wrong("--scenario", "\"" + text + "\" is not one of" + known);
    }
    auto &scenarios = options.simulation.scenarios;
    if (std::find(scenarios.begin(), scenarios.end(), text) == scenarios.end())
        scenarios.push_back(text);
    return {};
}

Result takeShards(Options &options, const std::string &text)
{
    constexpr std::array<std::uint64_t, 7> kAllowed{0, 1, 2, 4, 8, 16, 32};
    const auto shards = count("--shards", text, 32);
    if (!shards || std::find(kAllowed.begin(), kAllowed.end(), *shards) == kAllowed.end())
        return wrong("--shards", "one of 0, 1, 2, 4, 8, 16, 32 is expected, not \"" + text + '"');
    options.simulation.shards = static_cast<int>(*shards);
    return {};
}

Result takeMaxConcurrent(Options &options, const std::string &text)
{
    constexpr std::array<std::uint64_t, 4> kAllowed{6, 12, 18, 24};
    const auto workers = count("--max-concurrent", text, 24);
    if (!workers || std::find(kAllowed.begin(), kAllowed.end(), *workers) == kAllowed.end())
        return wrong("--max-concurrent", "one of 6, 12, 18, 24 is expected, not \"" + text + '"');
    options.maxConcurrent = static_cast<int>(*workers);
    return {};
}

template<typename Into>
Result takeNumber(std::string_view option, const std::string &text, double low, double high, Into into)
{
    const auto value = number(option, text, low, high);
    if (!value)
        return tl::unexpected(value.error());
    into(*value);
    return {};
}

template<typename Into>
Result takeCount(std::string_view option, const std::string &text, std::uint64_t high, Into into)
{
    const auto value = count(option, text, high);
    if (!value)
        return tl::unexpected(value.error());
    into(*value);
    return {};
}

const std::array<Option, 23> kOptions{{
    {"--listen", "ADDRESS:PORT", "where the API is served; port 0 = any (default 127.0.0.1:0)", takeListen},
    {"--http", "", "serve plain HTTP instead of HTTPS with a self-signed certificate",
     [](Options &o, const std::string &) {
         o.http = true;
         return Result();
     }},
    {"--tls-cert-out", "FILE", "write the certificate as PEM, for clients that import a CA",
     [](Options &o, const std::string &text) {
         o.tlsCertificateOut = text;
         return Result();
     }},
    {"--webhook", "URL", "initial webhooks.url; plain http:// for loopback addresses only", takeWebhook},
    {"--webhook-ca", "FILE", "PEM with the CAs that the webhook's certificate is checked against",
     [](Options &o, const std::string &text) {
         o.webhookCa = text;
         return Result();
     }},
    {"--webhook-insecure", "", "accept any certificate of the webhook",
     [](Options &o, const std::string &) {
         o.webhookInsecure = true;
         return Result();
     }},
    {"--max-concurrent", "N", "initial webhooks.max_concurrent_requests: 6, 12, 18 or 24 (default 6)",
     takeMaxConcurrent},
    {"--scenario", "NAME", "what happens; may be given several times, their traffic adds up (default steady)",
     takeScenario},
    {"--seed", "N", "same seed, same traffic (default 1)",
     [](Options &o, const std::string &text) {
         return takeCount("--seed", text, UINT64_MAX, [&](std::uint64_t value) { o.simulation.seed = value; });
     }},
    {"--compress", "X", "simulated seconds per real second (default 1)",
     [](Options &o, const std::string &text) {
         return takeNumber("--compress", text, 0.01, 100'000, [&](double value) { o.compress = value; });
     }},
    {"--tps", "N", "allocated transactions per second (default 20)",
     [](Options &o, const std::string &text) {
         return takeNumber("--tps", text, 0.1, 100'000, [&](double value) { o.simulation.tps = value; });
     }},
    {"--shards", "N", "MultiConnect with N shards: 1, 2, 4, 8, 16 or 32 (default 0: single container)", takeShards},
    {"--ha", "", "High Availability: two masters and a standby CoreApp (with --shards: one CoreApp to spare)",
     [](Options &o, const std::string &) {
         o.simulation.highAvailability = true;
         return Result();
     }},
    {"--varied-storms", "", "group storms differ by the seed: group sizes, times, how fast and how often they are read",
     [](Options &o, const std::string &) {
         o.simulation.variedStorms = true;
         return Result();
     }},
    {"--clock-skew", "S", "seconds that the node's own clock is ahead, as seen in Date and timestamps (default 0)",
     [](Options &o, const std::string &text) {
         return takeNumber("--clock-skew", text, -86'400, 86'400, [&](double value) {
             o.simulation.clockSkew = std::chrono::milliseconds(std::llround(value * 1000));
         });
     }},
    {"--incoming-capacity", "N", "what can wait at WhatsApp's end before it is lost (default 10000; overload: 1000)",
     [](Options &o, const std::string &text) {
         return takeCount("--incoming-capacity", text, 10'000'000, [&](std::uint64_t value) {
             o.simulation.incomingCapacity = static_cast<std::size_t>(value);
         });
     }},
    {"--duration", "S", "make no new traffic after S simulated seconds, then drain; 0 = no traffic of its own",
     [](Options &o, const std::string &text) {
         return takeNumber("--duration", text, 0, 1e8,
                           [&](double value) { o.simulation.duration = queueing::fromSeconds(value); });
     }},
    {"--redeliver", "P", "probability 0..1 that an acknowledged callback is sent again (default 0)",
     [](Options &o, const std::string &text) {
         return takeNumber("--redeliver", text, 0, 1, [&](double value) { o.simulation.redeliver = value; });
     }},
    {"--log", "FILE", "one JSON line per acknowledged callback item",
     [](Options &o, const std::string &text) {
         o.log = text;
         return Result();
     }},
    {"--exit-on-stdin-close", "", "end when standard input closes or the parent process dies",
     [](Options &o, const std::string &) {
         o.exitOnStdinClose = true;
         return Result();
     }},
    {"--version", "", "print the version and end",
     [](Options &o, const std::string &) {
         o.version = true;
         return Result();
     }},
    {"--help", "", "print this and end",
     [](Options &o, const std::string &) {
         o.help = true;
         return Result();
     }},
    {"-h", "", "the same",
     [](Options &o, const std::string &) {
         o.help = true;
         return Result();
     }},
}};

const Option *findOption(const std::string &name)
{
    for (const Option &option : kOptions) {
        if (option.name == name)
            return &option;
    }
    return nullptr;
}

} // namespace

tl::expected<Options, std::string> parseOptions(const std::vector<std::string> &arguments)
{
    Options options;
    options.simulation.scenarios.clear();
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto equals = arguments[i].find('=');
        const std::string name = arguments[i].substr(0, equals);
        const Option *option = findOption(name);
        if (option == nullptr)
            return tl::unexpected("\"" + name + "\" is not an option; --help lists them");
        std::string value;
        if (option->value.empty() && equals != std::string::npos)
            return tl::unexpected(name + " takes no value");
        if (!option->value.empty()) {
            if (equals == std::string::npos && i + 1 == arguments.size())
                return tl::unexpected(name + ": " + std::string(option->value) + " is missing");
            value = equals == std::string::npos ? arguments[++i] : arguments[i].substr(equals + 1);
        }
        if (const auto taken = option->take(options, value); !taken)
            return tl::unexpected(taken.error());
    }
    if (options.simulation.scenarios.empty())
        options.simulation.scenarios.emplace_back("steady");
    return options;
}

std::string helpText()
{
    constexpr std::size_t kColumn = 26;
    std::string text = "Usage: barograph-simnode [options]\n\n"
                       "A simulated WhatsApp Business API on-premises client over real sockets.\n\n";
    for (const Option &option : kOptions) {
        std::string line = "  " + std::string(option.name);
        if (!option.value.empty())
            line += ' ' + std::string(option.value);
        line += line.size() < kColumn ? std::string(kColumn - line.size(), ' ') : "\n" + std::string(kColumn, ' ');
        text += line + std::string(option.help) + '\n';
    }
    text += "\nScenarios:";
    for (const auto &name : scenarioNames())
        text += ' ' + name;
    return text +
           "\n\n"
           "Environment:\n"
           "  BAROGRAPH_SIMNODE_PASSWORD  password of admin; without it \"secret\", which the first login has to "
           "change\n"
           "  WA_API_KEY                  monitoring key for /v1/health, /metrics and /v1/stats\n\n"
           "One JSON line on standard output says when it is ready and where. Ends with 0 on SIGTERM and SIGINT,\n"
           "with 2 on bad arguments, with 1 when it cannot listen.\n";
}

} // namespace barograph::sim
