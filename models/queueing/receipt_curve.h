// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queueing/model_time.h"

#include <optional>

namespace barograph::queueing {

/// Uniform numbers in [0, 1) that decide what one recipient does with one message.
struct RecipientDraws
{
    double online = 0;
    double deliveryDelay = 0;
    double reads = 0;
    double readMode = 0;
    double readDelay = 0;
    double coincides = 0;
};

/// How an audience differs from the curve below.
struct ReadingHabits
{
    double pace = 1;      ///< reads this many times as fast
    double readShare = 1; ///< of those who would read, this share does; up to 1.1

    friend bool operator==(const ReadingHabits &, const ReadingHabits &) = default;
};

/// When a recipient's receipts come, after the message was sent. Nothing: never.
struct RecipientReceipts
{
    std::optional<ModelTime> delivered;
    std::optional<ModelTime> read;

    friend bool operator==(const RecipientReceipts &, const RecipientReceipts &) = default;
};

/// How people receive and read. Most phones are online and get a message within seconds; some only minutes later, a
/// few never. Of those that got it 88 % read it: half within the first minute (exponential, mean 25 s), the others
/// over a long tail (log-normal, median 8 min), cut off at six hours. Two in a hundred reads come with no delivered
/// before them, as the status reference says can happen. Pure: the same draws give the same receipts.
RecipientReceipts receiptsOf(const RecipientDraws &draws, const ReadingHabits &habits = {});

/// Share (0..1) of those that a message was delivered to who have read it within `after` from its delivery. The curve
/// that receiptsOf() draws from; for forecasts of what a storm still has to bring.
double readShareAfter(ModelTime after);

} // namespace barograph::queueing
