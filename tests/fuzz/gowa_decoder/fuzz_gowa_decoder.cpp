// SPDX-License-Identifier: GPL-3.0-or-later
#include "../decoder_harness.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    barograph::fuzz::runDecoder(barograph::NodeKind::Gowa, data, size);
    return 0;
}
