// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/object.hpp>

#include <string>
#include <utility>
#include <vector>

namespace barograph::sim {

struct MetricSample
{
    std::vector<std::pair<std::string, std::string>> labels;
    double value = 0;
};

struct Metric
{
    std::string name;
    const char *type = "gauge"; ///< "gauge" or "counter"
    const char *help = "";
    std::vector<MetricSample> samples;
};
using Metrics = std::vector<Metric>;

/// Appends, with the samples of equally named metrics together, as the text format demands.
void mergeInto(Metrics &all, Metrics more);

/// `{"<metric>":{"type":…,"help":…,"data":[{"labels":{…},"value":N}]}}`; no `labels` where there are none.
boost::json::object toJson(const Metrics &metrics);
/// The text format as the client writes it: no space after commas, empty label values kept.
std::string toPrometheus(const Metrics &metrics);

} // namespace barograph::sim
