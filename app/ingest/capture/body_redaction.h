// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace barograph {

/// Keys the short hashes that stand for identifiers. Made anew for each capture and never stored, so that nobody can
/// test a guess against a file afterwards, and identifiers of two captures cannot be brought together.
struct RedactionKey
{
    std::array<unsigned char, 16> bytes{};

    static RedactionKey random();
};

/// A webhook body without anything that is somebody's: its structure, keys, types and lengths, so that a fault can be
/// found in it. Works on any bytes, also where they are no JSON; needs no recursion and time in proportion to `body`.
///
/// What is kept literally is a short list (docs/durability.md): keys that look like names in a program; true, false and
/// null; numbers of up to five digits; error codes; timestamps; short words under keys such as "status" and "type".
/// Everything else becomes a placeholder with its kind and its length in bytes: ‹text 23›, ‹digits 11›, ‹number 12›,
/// ‹address 27›, ‹url 80›, ‹token 64›, ‹bytes 9›. Under keys that hold identifiers it is ‹id 56 abcdefghijkl›, with
/// twelve letters that are the same for the same identifier. A body that is no object or array is told by what it
/// begins with. The result is UTF-8 and holds no control characters.
///
/// `body` may be the first part of one of `wholeSize` bytes.
std::string redactedBody(std::string_view body, std::size_t wholeSize, const RedactionKey &key);

} // namespace barograph
