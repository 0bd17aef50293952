// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/processors.h"

#include <cstdio>
#include <sched.h>

namespace bench {

Processors chooseProcessors()
{
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    ::sched_getaffinity(0, sizeof allowed, &allowed);
    Processors chosen;
    for (int i = 0; i < CPU_SETSIZE && !chosen.load; ++i) {
        if (CPU_ISSET(static_cast<std::size_t>(i), &allowed))
            (chosen.server ? chosen.load : chosen.server) = i;
    }
    if (!chosen.load) {
        std::puts("note: this process may use one processor only. Server and load generator share it, so figures are "
                  "of both together and lower than a server's own; ratios are nearer to 1 than they would be.");
        return {};
    }
    std::printf("server on processor %d, load generator on processor %d\n", *chosen.server, *chosen.load);
    std::fflush(stdout);
    return chosen;
}

void pinTo(std::optional<int> processor)
{
    if (!processor)
        return;
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(static_cast<std::size_t>(*processor), &set);
    if (::sched_setaffinity(0, sizeof set, &set) != 0)
        std::printf("note: cannot be pinned to processor %d, expect more noise\n", *processor);
}

} // namespace bench
