// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace bench {

/// Lets the calling thread, and all that it starts, run on one processor only.
void pinToProcessor(int processor);

/// A server that runs in a process of its own, pinned to one processor, and ends with this object.
class ServedProcess
{
public:
    ServedProcess(const std::vector<std::string> &command, int processor);
    ~ServedProcess();
    ServedProcess(const ServedProcess &) = delete;
    ServedProcess &operator=(const ServedProcess &) = delete;

    /// One line of what it writes to standard output; waits for it.
    std::string readLine();

private:
    pid_t m_pid = -1;
    int m_output = -1;
};

} // namespace bench
