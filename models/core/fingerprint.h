// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <functional>

namespace barograph {

/// 128-bit hash of an identifier (message id, phone number, group id) under this installation's key.
/// The identifier itself is never kept. All zero means "no such identifier".
struct Fingerprint
{
    quint64 high = 0;
    quint64 low = 0;

    constexpr bool isNull() const { return high == 0 && low == 0; }
    friend constexpr auto operator<=>(const Fingerprint &, const Fingerprint &) = default; // NOLINT(*-use-nullptr)
};

} // namespace barograph

template<> struct std::hash<barograph::Fingerprint>
{
    // Already uniformly distributed: any part of it is a hash.
    std::size_t operator()(const barograph::Fingerprint &print) const noexcept { return print.low; }
};
