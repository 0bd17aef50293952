// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace barograph {

/// One line of the Prometheus text format 0.0.4.
struct PrometheusSample
{
    std::string name;
    std::vector<std::pair<std::string, std::string>> labels; ///< in the order of the text, unescaped
    double value = 0;                                        ///< may be NaN or ±infinity

    friend bool operator==(const PrometheusSample &, const PrometheusSample &) = default;
};

struct PrometheusLimits
{
    std::size_t maxSamples = 20'000;
    std::size_t maxLineBytes = std::size_t{16} * 1024;
    std::size_t maxLabels = 64;
};

struct PrometheusText
{
    std::vector<PrometheusSample> samples;
    std::size_t rejectedLines = 0; ///< not empty, no comment, and not readable as a sample
    bool truncated = false;        ///< maxSamples was reached; the rest was not read
};

/// Reads the text format tolerantly: a line that cannot be read is counted and left out, the others stand. Accepts
/// CRLF, missing or extra blanks, a trailing comma in labels, timestamps (ignored), exponents, NaN and ±Inf.
/// Pure, bounded by `limits` and by the input's size, never throws but for lack of memory. No input is undefined.
PrometheusText parsePrometheusText(std::string_view text, const PrometheusLimits &limits = {});

} // namespace barograph
