// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/peers.h"

#include "bench/load_generator.h"

#include <cstdlib>
#include <fstream>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace bench {

namespace {

constexpr const char *kSupportFolder = BENCH_SUPPORT_DIR;

std::uint16_t freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
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

void awaitPort(const Target &target)
{
    constexpr int kAttempts = 500;
    for (int i = 0;; ++i) {
        try {
            ::close(connectTo(target));
            return;
        } catch (const std::runtime_error &) {
            if (i == kAttempts)
                throw;
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
}

/// Servers say "port NUMBER" and, where it matters, the path.
Target parseTarget(const std::string &line)
{
    const auto path = line.find('/');
    return {static_cast<std::uint16_t>(std::atoi(line.c_str() + std::string("port ").size())),
            path == std::string::npos ? "/hook" : line.substr(path)};
}

Served startTelling(const std::vector<std::string> &command, std::optional<int> processor)
{
    auto process = std::make_unique<ServedProcess>(command, processor);
    const auto target = parseTarget(process->readLine());
    return {std::move(process), target};
}

} // namespace

Served startIngest(const std::string &program, const std::vector<std::string> &arguments, std::optional<int> processor)
{
    std::vector<std::string> command{program};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return startTelling(command, processor);
}

Served startNginx(const std::string &folder, std::optional<int> processor)
{
    const Target target{freePort(), "/hook"};
    const std::string file = folder + "/nginx.conf";
    std::ofstream(file) << "daemon off; worker_processes 1; pid " << folder << "/nginx.pid; error_log " << folder
                        << "/nginx.log;\nevents { worker_connections 1024; }\n"
                        << "http { access_log off; keepalive_requests 1000000000; client_max_body_size 8m; "
                        << "client_body_temp_path " << folder << "/n0;\nproxy_temp_path " << folder
                        << "/n1; fastcgi_temp_path " << folder << "/n2; uwsgi_temp_path " << folder
                        << "/n3; scgi_temp_path " << folder << "/n4;\nserver { listen 127.0.0.1:" << target.port
                        << "; location / { return 200; } } }\n";
    auto process = std::make_unique<ServedProcess>(
        std::vector<std::string>{"/usr/sbin/nginx", "-e", folder + "/nginx.log", "-c", file}, processor);
    awaitPort(target);
    return {std::move(process), target};
}

Served startCountingNode(std::optional<int> processor)
{
    return startTelling({"node", std::string(kSupportFolder) + "/counting_server.js"}, processor);
}

Served startReceivingNode(const std::string &file, const std::string &secret, Appending appending,
                          std::optional<int> processor)
{
    const std::string how = appending == Appending::EachRequest ? "each" : "together";
    return startTelling({"node", std::string(kSupportFolder) + "/receiving_server.js", file, secret, how}, processor);
}

} // namespace bench
