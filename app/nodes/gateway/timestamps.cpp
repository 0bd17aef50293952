// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/gateway/timestamps.h"

#include <charconv>

namespace barograph::gateway {

namespace {

constexpr qint64 kEndOf9999 = 253'402'300'799;
constexpr qint64 kLeastMillis = 100'000'000'000; // as seconds: in the year 5138; as milliseconds: in 1973

/// Takes exactly `count` digits from the front.
bool takeNumber(std::string_view &text, std::size_t count, int &number)
{
    if (text.size() < count)
        return false;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    number = value;
    return true;
}

bool takeSign(std::string_view &text, char sign)
{
    if (text.empty() || text.front() != sign)
        return false;
    text.remove_prefix(1);
    return true;
}

/// Takes the digits behind a point; further ones than milliseconds are cut off.
bool takeFraction(std::string_view &text, qint64 &millis)
{
    qint64 weight = 100;
    bool any = false;
    millis = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1)) {
        millis += weight * (text.front() - '0');
        weight /= 10;
        any = true;
    }
    return any;
}

/// "Z", "+02:00" or "-0300", and nothing behind.
bool takeOffset(std::string_view text, Seconds &offset)
{
    if (text == "Z" || text == "z") {
        offset = {};
        return true;
    }
    const bool east = takeSign(text, '+');
    if (!east && !takeSign(text, '-'))
        return false;
    int hours = 0;
    int minutes = 0;
    if (!takeNumber(text, 2, hours))
        return false;
    takeSign(text, ':');
    if (!takeNumber(text, 2, minutes) || !text.empty() || hours > 23 || minutes > 59)
        return false;
    offset = Seconds{(hours * 60 + minutes) * 60};
    if (!east)
        offset = -offset;
    return true;
}

bool isAfterEpoch(UtcTime time)
{
    return time > UtcTime{};
}

} // namespace

std::optional<UtcTime> unixTime(std::string_view text)
{
    qint64 whole = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
    if (error != std::errc() || whole <= 0)
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    qint64 fraction = 0;
    if (!text.empty() && (!takeSign(text, '.') || !takeFraction(text, fraction) || !text.empty()))
        return std::nullopt;
    if (whole >= kLeastMillis)
        return whole / 1'000 <= kEndOf9999 ? std::optional(fromUnixMillis(whole)) : std::nullopt;
    return UtcTime{Seconds{whole}} + Millis{fraction};
}

std::optional<UtcTime> isoTime(std::string_view text)
{
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    const bool wellFormed = takeNumber(text, 4, year) && takeSign(text, '-') && takeNumber(text, 2, month) &&
                            takeSign(text, '-') && takeNumber(text, 2, day) &&
                            (takeSign(text, 'T') || takeSign(text, 't') || takeSign(text, ' ')) &&
                            takeNumber(text, 2, hour) && takeSign(text, ':') && takeNumber(text, 2, minute) &&
                            takeSign(text, ':') && takeNumber(text, 2, second);
    if (!wellFormed)
        return std::nullopt;
    qint64 millis = 0;
    Seconds offset{};
    if ((takeSign(text, '.') && !takeFraction(text, millis)) || !takeOffset(text, offset))
        return std::nullopt;
    using namespace std::chrono;
    const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    // 60 is a leap second, which Unix time does not have.
    if (!date.ok() || hour > 23 || minute > 59 || second > 60)
        return std::nullopt;
    const UtcTime time = sys_days{date} + hours{hour} + minutes{minute} + Seconds{second} + Millis{millis} - offset;
    return isAfterEpoch(time) ? std::optional(time) : std::nullopt;
}

} // namespace barograph::gateway
