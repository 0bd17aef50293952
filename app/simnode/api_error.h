// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace barograph::sim {

/// A refused call: HTTP status, and code as in the API's `errors[]`.
struct ApiError
{
    int status = 500;
    int code = 1000;
    std::string details;
};

/// The documented title of a code. Source: WhatsApp Business API reference, "Errors".
const char *errorTitle(int code);

} // namespace barograph::sim
