// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/served_process.h"

#include "bench/processors.h"

#include <array>
#include <csignal>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {

namespace {

std::string readAll(const std::string &file)
{
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

double processorSecondsOf(pid_t pid)
{
    const std::string folder = "/proc/" + std::to_string(pid);
    const auto stat = readAll(folder + "/stat");
    const auto nameEnd = stat.rfind(')'); // the name may hold anything, also spaces
    if (nameEnd == std::string::npos)
        return 0;
    std::istringstream fields(stat.substr(nameEnd + 1));
    constexpr int kFieldsBeforeTimes = 11;
    std::string skipped;
    for (int i = 0; i < kFieldsBeforeTimes; ++i)
        fields >> skipped;
    long user = 0;
    long system = 0;
    fields >> user >> system;
    double seconds = static_cast<double>(user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    std::istringstream children(readAll(folder + "/task/" + std::to_string(pid) + "/children"));
    for (pid_t child = 0; children >> child;)
        seconds += processorSecondsOf(child);
    return seconds;
}

} // namespace

ServedProcess::ServedProcess(const std::vector<std::string> &command, std::optional<int> processor)
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        throw std::runtime_error("no pipe");
    m_pid = ::fork();
    if (m_pid == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        pinTo(processor);
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
    askToEnd();
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

void ServedProcess::askToEnd() const
{
    ::kill(m_pid, SIGTERM);
}

double ServedProcess::processorSeconds() const
{
    return processorSecondsOf(m_pid);
}

double ServedProcess::residentMegabytes() const
{
    std::istringstream fields(readAll("/proc/" + std::to_string(m_pid) + "/statm"));
    long size = 0;
    long resident = 0;
    fields >> size >> resident;
    return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace bench
