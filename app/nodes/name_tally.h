// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace barograph {

/// Counts names (JSON keys, type values) that a decoder did not know, in fixed memory.
///
/// Space-saving algorithm: when the table is full, the rarest name gives its place and its count to the newcomer, so
/// frequent names are always there and their counts are too high by at most the smallest count. Names that are not
/// plain identifiers, or hold digits in a row as a phone number does, are counted together as "(other)".
/// Not thread-safe.
class NameTally
{
public:
    static constexpr std::size_t kPlaces = 32;
    static constexpr std::size_t kMaxNameBytes = 48;

    /// `where` is fixed text such as "statuses"; the name is kept as "statuses.name".
    void add(std::string_view where, std::string_view name);

    /// Takes over what another one has counted.
    void add(const NameTally &other);

    /// Most frequent first.
    std::vector<std::pair<std::string, quint64>> top() const;
    quint64 total() const { return m_total; }

private:
    struct Place
    {
        std::string name;
        quint64 count = 0;
    };
    Place &placeFor(const std::string &name);

    std::array<Place, kPlaces> m_places;
    std::size_t m_used = 0;
    quint64 m_total = 0;
    std::string m_scratch;
};

} // namespace barograph
