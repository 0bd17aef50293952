// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/expiry.h"

#include "text/joined.h"
#include "text/numbers.h"

#include <QCoreApplication>

#include <algorithm>

namespace barograph {

namespace {

struct ExpiryWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::Expiry)
};

constexpr std::chrono::hours kExpiryDay{24};

QString endOf(const Expiry &expiry, UtcTime now)
{
    const bool ahead = expiry.at > now;
    const QString when =
        ahead ? formatDuration(std::chrono::floor<Seconds>(expiry.at - now)) : formatAge(expiry.at, now);
    const QString at = formatUtc(expiry.at);
    switch (expiry.what) {
    case ExpiringThing::LoginToken:
        return (ahead ? ExpiryWords::tr("The login at the node ends in %1 (%2).")
                      : ExpiryWords::tr("The login at the node ended %1 (%2)."))
            .arg(when, at);
    case ExpiringThing::AccessToken:
        return (ahead ? ExpiryWords::tr("The access token ends in %1 (%2).")
                      : ExpiryWords::tr("The access token ended %1 (%2)."))
            .arg(when, at);
    case ExpiringThing::NodeCertificate:
        break;
    }
    return (ahead ? ExpiryWords::tr("The node's certificate ends in %1 (%2).")
                  : ExpiryWords::tr("The node's certificate ended %1 (%2)."))
        .arg(when, at);
}

QString whatToDoAbout(const Expiry &expiry)
{
    switch (expiry.what) {
    case ExpiringThing::LoginToken:
        return expiry.renewsItself
                   ? ExpiryWords::tr("It should have been renewed by itself: check the stored password.")
                   : ExpiryWords::tr("Enter the password again.");
    case ExpiringThing::AccessToken:
        return ExpiryWords::tr("Make a new one and store it here; without it the node cannot be asked.");
    case ExpiringThing::NodeCertificate:
        break;
    }
    return ExpiryWords::tr("Renew it on the node, then compare and pin the new one here if it is pinned.");
}

} // namespace

void ExpiryBook::apply(const std::vector<Expiry> &expiries)
{
    if (expiries.empty())
        return;
    for (const auto &expiry : expiries) {
        const auto known = std::find_if(m_all.begin(), m_all.end(),
                                        [&expiry](const Expiry &other) { return other.what == expiry.what; });
        if (known == m_all.end())
            m_all.push_back(expiry);
        else
            *known = expiry;
    }
    std::sort(m_all.begin(), m_all.end(), [](const Expiry &a, const Expiry &b) { return a.at < b.at; });
}

ExpiryUrgency expiryUrgency(const Expiry &expiry, const ProbeState &probe, UtcTime now)
{
    const auto left = expiry.at - now;
    const bool refused = probe.fault == ProbeFault::Unauthorized || probe.fault == ProbeFault::NoCredentials ||
                         probe.fault == ProbeFault::Forbidden;
    if (expiry.renewsItself && left > Millis{0} && !(refused && left <= kExpiryDay))
        return ExpiryUrgency::None;
    if (left <= Millis{0})
        return ExpiryUrgency::Expired;
    if (left <= kExpiryDay)
        return ExpiryUrgency::Critical;
    if (left <= 7 * kExpiryDay)
        return ExpiryUrgency::Warning;
    return left <= 30 * kExpiryDay ? ExpiryUrgency::Notice : ExpiryUrgency::None;
}

QString expiryText(const Expiry &expiry, UtcTime now)
{
    return joinedSentences({endOf(expiry, now), whatToDoAbout(expiry)});
}

} // namespace barograph
