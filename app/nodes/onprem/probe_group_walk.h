// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe_result.h"
#include "nodes/onprem/probe_session.h"

#include <chrono>
#include <map>

namespace barograph {

/// Goes through the groups of a client, one request at a time, and does not hurry: how often it may ask is up to
/// whoever calls send(). Lists them from time to time; looks at new ones first, then at those that were not looked at
/// for the longest. Where a client has no groups, or does not let us see them, it asks again much later, and that is no
/// fault of the node. Lives on the poller thread.
class GroupWalk : public QObject
{
    Q_OBJECT

public:
    struct Rhythm
    {
        Millis listEvery{300'000};
        Millis againAfter{1'800'000};  ///< the same group
        Millis noGroupsFor{1'800'000}; ///< after the list was refused
    };

    GroupWalk(OnPremSession &session, Rhythm rhythm, QObject *parent);

    /// The number itself, once known; it is not counted as a member.
    void setOwnNumber(const QByteArray &number) { m_ownNumber = number; }
    /// Waits until something is due and asks it. Not while one is under way. `context` must outlive this object.
    void send(QObject *context, HttpClient::Done done);
    /// Reads the good answer to the latest question. A sentence if it cannot be read.
    QString digest(const HttpReply &reply, ProbeResult &result);

private:
    using Clock = std::chrono::steady_clock;
    /// In the order in which they are due: those that nobody has looked at yet, as listed, come first.
    struct Due
    {
        Clock::time_point at{};
        QByteArray id; ///< empty: the list
    };

    Due next() const;
    void ask(QObject *context, const HttpClient::Done &done);
    HttpReply judged(HttpReply reply);
    void putOff();
    void takeList(const std::vector<QByteArray> &ids);

    OnPremSession &m_session;
    Rhythm m_rhythm;
    QByteArray m_ownNumber;
    std::vector<QByteArray> m_ids;                      ///< as listed
    std::map<QByteArray, Clock::time_point> m_lookedAt; ///< no entry: not yet
    Clock::time_point m_listDue{};
    QByteArray m_asked; ///< empty: the list
    QTimer m_timer;
};

} // namespace barograph
