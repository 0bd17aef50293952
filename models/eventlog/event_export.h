// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventlog/event_log_model.h"

namespace barograph {

/// More rows than this are not copied at once.
inline constexpr int kMostRowsCopied = 10'000;

/// These rows with a heading, oldest first: groups, participants and messages as hashes only. `at` writes times.
QString rowsAsCsv(const EventLogModel &model, const std::vector<int> &rows, const EventLogModel::ClockText &at);
/// The same in columns of spaces, for a chat or a ticket.
QString rowsAsText(const EventLogModel &model, const std::vector<int> &rows, const EventLogModel::ClockText &at);

} // namespace barograph
