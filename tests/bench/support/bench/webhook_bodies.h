// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <cstddef>
#include <string>

namespace bench {

/// Bodies with kNumberMark in each message id, as an on-premises client and the Cloud API post them.
std::string onPremStatusBody();
std::string onPremBatchBody(std::size_t statuses, barograph::UtcTime at);
std::string cloudBatchBody(std::size_t statuses);

} // namespace bench
