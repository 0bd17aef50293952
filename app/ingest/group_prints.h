// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "health/told_by_node.h"
#include "storms/known_group.h"

namespace barograph {

class Fingerprinter;

/// The group with its identifiers hashed as this kind's decoder hashes those of receipts: a phone number by its digits
/// (a leading "+" is taken off) on-premises, for the Cloud API and for Picky Assist; an address "user[:device]@server"
/// without the device for the gateways. Called on the ingest thread; nothing of `seen` but its subject is kept.
KnownGroup hashedGroup(const GroupSeen &seen, NodeKind kind, const Fingerprinter &prints);

} // namespace barograph
