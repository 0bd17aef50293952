// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/name_tally.h"

#include <algorithm>

namespace barograph {

namespace {

bool isPlainName(std::string_view name)
{
    constexpr int kMaxDigitsInARow = 4;
    if (name.empty() || name.size() > NameTally::kMaxNameBytes)
        return false;
    int digits = 0;
    for (const char c : name) {
        const bool digit = c >= '0' && c <= '9';
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!digit && !letter && c != '_' && c != '-' && c != '.')
            return false;
        digits = digit ? digits + 1 : 0;
        if (digits > kMaxDigitsInARow)
            return false;
    }
    return true;
}

} // namespace

void NameTally::add(std::string_view where, std::string_view name)
{
    ++m_total;
    m_scratch.assign(where);
    if (!m_scratch.empty())
        m_scratch.push_back('.');
    m_scratch.append(isPlainName(name) ? name : std::string_view("(other)"));

    ++placeFor(m_scratch).count;
}

void NameTally::add(const NameTally &other)
{
    m_total += other.m_total;
    for (std::size_t i = 0; i < other.m_used; ++i)
        placeFor(other.m_places[i].name).count += other.m_places[i].count;
}

NameTally::Place &NameTally::placeFor(const std::string &name)
{
    const auto used = m_places.begin() + static_cast<std::ptrdiff_t>(m_used);
    auto place = std::find_if(m_places.begin(), used, [&name](const Place &p) { return p.name == name; });
    if (place == used) {
        if (m_used < kPlaces)
            ++m_used;
        else
            place = std::min_element(m_places.begin(), used,
                                     [](const Place &a, const Place &b) { return a.count < b.count; });
        place->name = name;
    }
    return *place;
}

std::vector<std::pair<std::string, quint64>> NameTally::top() const
{
    std::vector<std::pair<std::string, quint64>> names;
    names.reserve(m_used);
    for (std::size_t i = 0; i < m_used; ++i)
        names.emplace_back(m_places[i].name, m_places[i].count);
    std::sort(names.begin(), names.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    return names;
}

} // namespace barograph
