// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/cloud/decoder.h"
#include "nodes/decoder.h"
#include "nodes/evolution/decoder.h"
#include "nodes/gowa/decoder.h"
#include "nodes/onprem/decoder.h"
#include "nodes/picky/decoder.h"
#include "nodes/waha/decoder.h"

#include <array>

namespace barograph {

namespace {

struct DecoderEntry
{
    NodeKind kind;
    std::unique_ptr<Decoder> (*make)(const DecodeLimits &limits);
};

/// A new kind of node adds its folder and one line here.
constexpr std::array kDecoders{
    DecoderEntry{NodeKind::OnPremises, &makeOnPremDecoder},   DecoderEntry{NodeKind::CloudApi, &makeCloudDecoder},
    DecoderEntry{NodeKind::PickyAssist, &makePickyDecoder},   DecoderEntry{NodeKind::Waha, &makeWahaDecoder},
    DecoderEntry{NodeKind::Evolution, &makeEvolutionDecoder}, DecoderEntry{NodeKind::Gowa, &makeGowaDecoder},
};

} // namespace

std::unique_ptr<Decoder> makeDecoder(NodeKind kind, const DecodeLimits &limits)
{
    for (const auto &entry : kDecoders) {
        if (entry.kind == kind)
            return entry.make(limits);
    }
    return nullptr;
}

} // namespace barograph
