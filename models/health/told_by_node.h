// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"
#include "health/session_state.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace barograph {

// What nodes tell when they are asked, beside their members. Made by probes, read by meters. No secrets.

/// State of a gateway's session (WAHA, Evolution, GOWA, Picky Assist), as asked for.
struct SessionReport
{
    SessionState state = SessionState::Unknown;
    QString word;   ///< the node's own, e.g. "SCAN_QR_CODE"
    QString why;    ///< a sentence of ours where the node gave a reason, e.g. of a disconnection; may be empty
    QString engine; ///< e.g. "NOWEB"; may be empty
    QString version;
    QString trouble{};    ///< a sentence about what the session's server says is wrong with itself; may be empty
    QString serverNote{}; ///< what else that server tells, e.g. "2 of 3 instances are up"; may be empty

    friend bool operator==(const SessionReport &, const SessionReport &) = default;
};

/// `can_send_message` of the Cloud API. Source: Meta, "Messaging health status".
enum class SendPermission : quint8 { Unknown, Available, Limited, Blocked };

/// What the Cloud API says about one of the things that sending hangs on.
struct AccountEntity
{
    QString type; ///< e.g. "PHONE_NUMBER", "WABA", "BUSINESS", "APP"
    SendPermission permission = SendPermission::Unknown;
    QString why; ///< error codes and what to do, as far as told

    friend bool operator==(const AccountEntity &, const AccountEntity &) = default;
};

/// What one combined GET of a Cloud API number said. It is permission to send, not a sign of life.
struct AccountReport
{
    SendPermission permission = SendPermission::Unknown;
    std::vector<AccountEntity> entities;
    QString throughputLevel; ///< STANDARD or HIGH; may be empty
    QString quality;         ///< GREEN, YELLOW, RED; may be empty

    friend bool operator==(const AccountReport &, const AccountReport &) = default;
};

/// Callbacks that an on-premises client has made so far, in CoreApp's memory (starts at 0 again when it restarts).
/// Source: `callback_requests_duration_ms_count` and `_sum` by `result`; anything but "success" failed.
struct CallbackCounters
{
    quint64 succeeded = 0;
    quint64 failed = 0;
    double durationMs = 0; ///< of both together

    friend bool operator==(const CallbackCounters &, const CallbackCounters &) = default;
};

/// One setting of a node as it may be shown: never a secret, addresses by shownWebhookUrl() plus a short hash, so that
/// a change of what is hidden can still be seen.
struct SettingSeen
{
    QString key;   ///< e.g. "webhooks.url"
    QString value; ///< e.g. "off"

    friend bool operator==(const SettingSeen &, const SettingSeen &) = default;
};

/// A group and who is in it. Raw identifiers: they go from the probe to the ingest thread, which hashes them, and
/// nowhere else; never logged.
struct GroupSeen
{
    QByteArray id;
    QString subject;                      ///< what its members call it; may be empty
    quint32 members = 0;                  ///< without the number itself
    std::vector<QByteArray> participants; ///< as receipts name them; empty where the node does not tell
};

/// What a node's clock showed, and when by ours.
struct ClockSample
{
    UtcTime theirs{}; ///< cut to a whole second (HTTP `Date`)
    UtcTime sentAt{}; ///< by our clock
    UtcTime receivedAt{};

    friend bool operator==(const ClockSample &, const ClockSample &) = default;
};

enum class ExpiringThing : quint8 { LoginToken, AccessToken, NodeCertificate };
/// Something without which the node cannot be asked any more, and when it ends.
struct Expiry
{
    ExpiringThing what = ExpiringThing::AccessToken;
    UtcTime at{};
    bool renewsItself = false; ///< Barograph gets another one by itself: no news until that fails

    friend bool operator==(const Expiry &, const Expiry &) = default;
};

/// The HTTP side of an on-premises client (`GET /metrics`).
struct WebAppReport
{
    std::optional<qint64> queueLength;      ///< web_queue_len: requests waiting
    std::optional<quint64> sendRequests;    ///< POST /v1/messages answered so far, all results
    std::optional<quint64> refusedRequests; ///< of these, those with a status of 400 or more

    friend bool operator==(const WebAppReport &, const WebAppReport &) = default;
};

} // namespace barograph
