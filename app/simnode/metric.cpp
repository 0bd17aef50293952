// SPDX-License-Identifier: GPL-3.0-or-later
#include "metric.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace barograph::sim {
namespace {

namespace json = boost::json;

bool isWhole(double value)
{
    constexpr double kExact = 9007199254740992.0; // 2^53
    return std::floor(value) == value && std::abs(value) < kExact;
}

json::value number(double value)
{
    return isWhole(value) ? json::value(static_cast<std::int64_t>(value)) : json::value(value);
}

std::string numberText(double value)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), isWhole(value) ? "%.0f" : "%.9g", value);
    return text.data();
}

std::string escaped(const std::string &text)
{
    std::string result;
    for (const char c : text) {
        if (c == '\\' || c == '"')
            result += '\\';
        result += c;
    }
    return result;
}

} // namespace

void mergeInto(Metrics &all, Metrics more)
{
    for (Metric &metric : more) {
        const auto same =
            std::find_if(all.begin(), all.end(), [&metric](const Metric &known) { return known.name == metric.name; });
        if (same == all.end())
            all.push_back(std::move(metric));
        else
            same->samples.insert(same->samples.end(), metric.samples.begin(), metric.samples.end());
    }
}

json::object toJson(const Metrics &metrics)
{
    json::object object;
    for (const Metric &metric : metrics) {
        json::array data;
        for (const MetricSample &sample : metric.samples) {
            json::object entry;
            if (!sample.labels.empty()) {
                json::object labels;
                for (const auto &[name, value] : sample.labels)
                    labels[name] = value;
                entry["labels"] = std::move(labels);
            }
            entry["value"] = number(sample.value);
            data.push_back(std::move(entry));
        }
        object[metric.name] = json::object{{"type", metric.type}, {"help", metric.help}, {"data", std::move(data)}};
    }
    return object;
}

std::string toPrometheus(const Metrics &metrics)
{
    std::string text;
    for (const Metric &metric : metrics) {
        text += "# HELP " + metric.name + ' ' + metric.help + '\n';
        text += "# TYPE " + metric.name + ' ' + metric.type + '\n';
        for (const MetricSample &sample : metric.samples) {
            text += metric.name;
            char separator = '{';
            for (const auto &[name, value] : sample.labels) {
                text += separator + name + "=\"" + escaped(value) + '"';
                separator = ',';
            }
            text += sample.labels.empty() ? " " : "} ";
            text += numberText(sample.value) + '\n';
        }
    }
    return text;
}

} // namespace barograph::sim
