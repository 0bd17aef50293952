// SPDX-License-Identifier: GPL-3.0-or-later
#include "event_log.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace barograph::sim {

EventLog::~EventLog()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

tl::expected<void, std::string> EventLog::open(const std::string &path)
{
    constexpr mode_t kOwnerOnly = 0600;
    m_descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, kOwnerOnly);
    if (m_descriptor < 0)
        return tl::unexpected("--log: cannot write " + path + ": " + std::strerror(errno));
    return {};
}

bool EventLog::write(const std::string &line)
{
    std::size_t written = 0;
    while (written < line.size()) {
        const ssize_t count = ::write(m_descriptor, line.data() + written, line.size() - written);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        written += static_cast<std::size_t>(count);
    }
    return true;
}

} // namespace barograph::sim
