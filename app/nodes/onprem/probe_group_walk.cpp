// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/onprem/probe_group_walk.h"

#include "nodes/onprem/probe_cluster.h"
#include "nodes/onprem/probe_groups.h"
#include "nodes/probe_words.h"

namespace barograph {

namespace {

const QString kGroupsPath = QStringLiteral("/v1/groups");

/// What the node may well answer to this question alone. The others are for the whole node to deal with: a login that
/// is missing, too many requests, a failover.
bool isAboutGroups(const HttpReply &reply)
{
    switch (reply.fault) {
    case ProbeFault::None:
    case ProbeFault::NoCredentials:
    case ProbeFault::Unauthorized:
    case ProbeFault::TooManyRequests:
    case ProbeFault::Overloaded:
    case ProbeFault::CertificateRejected:
        return false;
    default:
        return !saysClusterIsChanging(reply.body);
    }
}

} // namespace

GroupWalk::GroupWalk(OnPremSession &session, Rhythm rhythm, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_rhythm(rhythm)
{
    m_timer.setSingleShot(true);
}

GroupWalk::Due GroupWalk::next() const
{
    Due due{m_listDue, {}};
    if (due.at <= Clock::now())
        return due;
    for (const QByteArray &id : m_ids) {
        const auto looked = m_lookedAt.find(id);
        if (looked == m_lookedAt.end())
            return {Clock::time_point{}, id};
        if (const auto again = looked->second + m_rhythm.againAfter; again < due.at)
            due = {again, id};
    }
    return due;
}

void GroupWalk::send(QObject *context, HttpClient::Done done)
{
    const auto wait = std::chrono::ceil<Millis>(next().at - Clock::now());
    m_timer.disconnect();
    connect(&m_timer, &QTimer::timeout, this, [this, context, done = std::move(done)] { ask(context, done); });
    m_timer.start(std::max(wait, Millis{0}));
}

void GroupWalk::ask(QObject *context, const HttpClient::Done &done)
{
    m_asked = next().id;
    const QString path =
        m_asked.isEmpty() ? kGroupsPath : kGroupsPath % QLatin1Char('/') % QString::fromLatin1(m_asked);
    m_session.send({HttpVerb::Get, path, {}, OnPremSession::Access::Admin}, context,
                   [this, done](const HttpReply &reply) { done(judged(reply)); });
}

HttpReply GroupWalk::judged(HttpReply reply)
{
    if (!isAboutGroups(reply))
        return reply;
    if (reply.fault != ProbeFault::Unreachable && reply.fault != ProbeFault::NameNotFound)
        putOff();
    // Neither a slow nor a missing answer about groups says anything about the node: other questions will tell.
    reply.fault = ProbeFault::BadAnswer;
    reply.status = 0;
    return reply;
}

void GroupWalk::putOff()
{
    const auto now = Clock::now();
    if (m_asked.isEmpty())
        m_listDue = now + m_rhythm.noGroupsFor;
    else
        m_lookedAt[m_asked] = now;
}

QString GroupWalk::digest(const HttpReply &reply, ProbeResult &result)
{
    if (saysClusterIsChanging(reply.body))
        return ProbeWords::tr("The cluster is changing."); // asked again soon, so nothing is put off
    if (m_asked.isEmpty()) {
        const auto ids = parseGroupList(reply.body);
        if (!ids) {
            putOff();
            return ids.error();
        }
        takeList(*ids);
        return {};
    }
    m_lookedAt[m_asked] = Clock::now();
    auto group = parseGroup(reply.body, m_asked, m_ownNumber);
    if (!group)
        return group.error();
    result.groups.push_back(std::move(*group));
    return {};
}

void GroupWalk::takeList(const std::vector<QByteArray> &ids)
{
    m_listDue = Clock::now() + m_rhythm.listEvery;
    m_ids = ids;
    std::map<QByteArray, Clock::time_point> looked;
    for (const QByteArray &id : m_ids) {
        if (const auto known = m_lookedAt.find(id); known != m_lookedAt.end())
            looked.insert(*known);
    }
    m_lookedAt = std::move(looked);
}

} // namespace barograph
