// SPDX-License-Identifier: GPL-3.0-or-later
#include "directory.h"

#include "random.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace barograph::sim {
namespace {

constexpr std::uint32_t kFictionalNumbers = 80'000; // area codes 200…999, a hundred numbers each
constexpr std::uint32_t kFirstStranger = 1'000'000;
constexpr std::size_t kMaxStrangers = 100'000;
constexpr std::size_t kMaxNumberLength = 20;
constexpr std::int64_t kFirstGroupCreated = 1'530'825'318;

constexpr std::array<std::string_view, 16> kFirstNames{"Ana",   "Bruno", "Chidi", "Dalia", "Emre",  "Fatima",
                                                       "Goran", "Hana",  "Ines",  "Jamal", "Kavya", "Luis",
                                                       "Mei",   "Nuno",  "Olga",  "Priya"};

bool isNumber(const std::string &text)
{
    return !text.empty() && text.size() <= kMaxNumberLength &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::uint32_t digits(const std::string &text, std::size_t from, std::size_t count)
{
    std::uint32_t value = 0;
    for (std::size_t i = from; i < from + count; ++i)
        value = value * 10 + static_cast<std::uint32_t>(text[i] - '0');
    return value;
}

} // namespace

std::string Directory::number(std::uint32_t participant) const
{
    if (participant >= kFirstStranger)
        return m_strangers.at(participant - kFirstStranger);
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "1%03u55501%02u", 200 + participant / 100 % 800, participant % 100);
    return text.data();
}

std::optional<std::uint32_t> Directory::participant(const std::string &number)
{
    const std::string bare = !number.empty() && number.front() == '+' ? number.substr(1) : number;
    if (!isNumber(bare))
        return std::nullopt;
    if (bare.size() == 11 && bare[0] == '1' && bare.compare(4, 5, "55501") == 0 && bare[1] >= '2') {
        const std::uint32_t index = (digits(bare, 1, 3) - 200) * 100 + digits(bare, 9, 2);
        if (index < kFictionalNumbers)
            return index;
    }
    if (const auto known = m_strangerIndex.find(bare); known != m_strangerIndex.end())
        return known->second;
    if (m_strangers.size() >= kMaxStrangers)
        return std::nullopt;
    const auto index = kFirstStranger + static_cast<std::uint32_t>(m_strangers.size());
    m_strangers.push_back(bare);
    m_strangerIndex.emplace(bare, index);
    return index;
}

std::string Directory::profileName(std::uint32_t participant)
{
    return std::string(kFirstNames[mix(participant) % kFirstNames.size()]);
}

std::string Directory::groupId(std::uint32_t group)
{
    return businessNumber() + "-" + std::to_string(groupCreated(group));
}

std::optional<std::uint32_t> Directory::group(const std::string &id)
{
    for (std::uint32_t group = 1; group <= kGroups; ++group) {
        if (groupId(group) == id)
            return group;
    }
    return std::nullopt;
}

std::string Directory::groupSubject(std::uint32_t group)
{
    return "Subscribers " + std::to_string(group);
}

std::int64_t Directory::groupCreated(std::uint32_t group)
{
    return kFirstGroupCreated + group;
}

std::string messageId(std::uint64_t message, bool inbound, std::uint64_t salt)
{
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    constexpr int kCharsPerWord = 10;
    std::string id = inbound ? "ABGG" : "gBEG";
    std::uint64_t word = mix(salt ^ mix(message));
    for (int half = 0; half < 2; ++half) {
        for (int i = 0; i < kCharsPerWord; ++i)
            id += kAlphabet[(word >> (6 * i)) & 63U];
        word = mix(word + salt);
    }
    return id;
}

} // namespace barograph::sim
