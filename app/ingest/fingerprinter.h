// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/fingerprint.h"
#include "ingest/installation_key.h"

#include <array>
#include <string_view>

namespace barograph {

/// Turns identifiers into 128-bit keyed hashes (SipHash-2-4-128) as soon as they are read. Each role has a key of its
/// own, so that a phone number as participant and the same digits as group give unrelated hashes.
/// An empty identifier gives the null fingerprint. Thread-safe: only reads.
class Fingerprinter
{
public:
    explicit Fingerprinter(const InstallationKey &key);

    Fingerprint message(std::string_view id) const { return hash(m_messageKey, id); }
    Fingerprint participant(std::string_view id) const { return hash(m_participantKey, id); }
    Fingerprint group(std::string_view id) const { return hash(m_groupKey, id); }
    /// Stands for a node across runs, in which its index may differ.
    quint64 nodeSalt(std::string_view nodeId) const { return hash(m_nodeKey, nodeId).low; }

private:
    using SipKey = std::array<unsigned char, 16>;
    static Fingerprint hash(const SipKey &key, std::string_view text);

    SipKey m_messageKey;
    SipKey m_participantKey;
    SipKey m_groupKey;
    SipKey m_nodeKey;
};

} // namespace barograph
