// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace barograph {

enum class Base64 : unsigned char {
    Standard, ///< + and /, padded with =
    Url       ///< - and _, never padded (RFC 7515, appendix C)
};

/// Decodes into `out`; the part that was written. Nothing if it is not exactly what an encoder makes (other characters,
/// white space, wrong padding, bits left over that are not zero) or does not fit.
std::optional<std::string_view> decodeBase64(std::string_view text, Base64 form, std::span<char> out);

} // namespace barograph
