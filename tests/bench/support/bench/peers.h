// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/request_source.h"
#include "bench/served_process.h"

#include <memory>

namespace bench {

/// A server that takes part, in a process of its own.
struct Served
{
    std::unique_ptr<ServedProcess> process;
    Target target;
};

/// Our own ingest service: `program` is the benchmark's own, which runs serveIngest() when called with these.
Served startIngest(const std::string &program, const std::vector<std::string> &arguments, std::optional<int> processor);
/// nginx that says 200 to everything. `folder` exists and is for it alone.
Served startNginx(const std::string &folder, std::optional<int> processor);
/// A Node server that parses and counts, and no more.
Served startCountingNode(std::optional<int> processor);
/// What a Node server does before it answers: one append for each request, or one for all that wait.
enum class Appending { EachRequest, Together };
/// A Node server that checks signatures (where `secret` is given), parses, counts, and appends to `file` before it
/// answers.
Served startReceivingNode(const std::string &file, const std::string &secret, Appending appending,
                          std::optional<int> processor);

} // namespace bench
