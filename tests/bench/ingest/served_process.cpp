// SPDX-License-Identifier: GPL-3.0-or-later
#include "served_process.h"

#include <array>
#include <csignal>
#include <sched.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {

void pinToProcessor(int processor)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(static_cast<std::size_t>(processor), &set);
    ::sched_setaffinity(0, sizeof set, &set);
}

ServedProcess::ServedProcess(const std::vector<std::string> &command, int processor)
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        throw std::runtime_error("no pipe");
    m_pid = ::fork();
    if (m_pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        pinToProcessor(processor);
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        std::vector<char *> arguments;
        for (const auto &part : command)
            arguments.push_back(const_cast<char *>(part.c_str()));
        arguments.push_back(nullptr);
        ::execvp(arguments[0], arguments.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    m_output = ends[0];
}

ServedProcess::~ServedProcess()
{
    ::kill(m_pid, SIGTERM);
    ::waitpid(m_pid, nullptr, 0);
    ::close(m_output);
}

std::string ServedProcess::readLine()
{
    std::string line;
    char c = 0;
    while (::read(m_output, &c, 1) == 1 && c != '\n')
        line.push_back(c);
    if (line.empty())
        throw std::runtime_error("a server did not start; are nginx and node installed?");
    return line;
}

} // namespace bench
