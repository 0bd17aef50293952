// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace bench {

/// A server that runs in a process of its own, pinned to one processor, and ends with this object.
class ServedProcess
{
public:
    ServedProcess(const std::vector<std::string> &command, std::optional<int> processor);
    ~ServedProcess();
    ServedProcess(const ServedProcess &) = delete;
    ServedProcess &operator=(const ServedProcess &) = delete;

    /// One line of what it writes to standard output; waits for it.
    std::string readLine();
    /// Asks it to end; what it still has to say can be read.
    void askToEnd() const;
    /// Processor time of it and its children so far, in steps of 10 ms.
    double processorSeconds() const;
    double residentMegabytes() const;

private:
    pid_t m_pid = -1;
    int m_output = -1;
};

} // namespace bench
