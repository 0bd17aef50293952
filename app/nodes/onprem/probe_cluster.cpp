// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_cluster.h"

#include "net/http_fault.h"

namespace barograph {

bool saysClusterIsChanging(const QByteArray &body)
{
    constexpr int kNotPrimaryMaster = 1017;
    constexpr int kNotPrimaryCoreApp = 1018;
    if (!body.contains("\"errors\"")) // all good answers, and they may be long
        return false;
    const int code = onPremErrorCode(body);
    return code == kNotPrimaryMaster || code == kNotPrimaryCoreApp;
}

bool ClusterChange::isBearable(Clock::time_point now)
{
    constexpr std::chrono::seconds kLongestFailover{120};
    constexpr std::chrono::seconds kAnotherOne{60};
    if (!m_since || now - m_last > kAnotherOne)
        m_since = now;
    m_last = now;
    return now - *m_since <= kLongestFailover;
}

} // namespace barograph
