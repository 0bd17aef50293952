// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <string>

namespace barograph::sim {

/// A file of lines, each written at once and whole: what was logged survives the end of this process.
class EventLog
{
public:
    EventLog() = default;
    ~EventLog();
    EventLog(const EventLog &) = delete;
    EventLog &operator=(const EventLog &) = delete;

    /// Made anew. The error says what to do.
    tl::expected<void, std::string> open(const std::string &path);
    bool isOpen() const { return m_descriptor >= 0; }
    /// `line` ends with a newline. False: could not be written.
    bool write(const std::string &line);

private:
    int m_descriptor = -1;
};

} // namespace barograph::sim
