// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event_feed.h"
#include "core/event_kind.h"
#include "core/node_config.h"
#include "core/reading.h"
#include "core/visibility.h"
#include "eventlog/event_log.h"
#include "frame/notices.h"
#include "frame/tap_view.h"
#include "health/health.h"
#include "health/notable.h"
#include "health/topology.h"
#include "incoming/incoming_view.h"
#include "markers/marker.h"
#include "series/gauge_series.h"
#include "series/second_series.h"
#include "storms/receipt_curve.h"
#include "storms/storm.h"

#include <QMetaType>
#include <QString>

#include <array>
#include <memory>
#include <vector>

namespace barograph {

/// Where a node's send count comes from. Never two at once.
enum class SendSource : quint8 { Unknown, SentStatuses, StatsCounter };

/// Which status callbacks an on-premises node sends (`webhooks.message.*`, client ≥ v2.41.2).
struct CallbackSettings
{
    bool sent = false;
    bool delivered = false;
    bool read = false;

    friend bool operator==(const CallbackSettings &, const CallbackSettings &) = default;
};

/// The bot's own send queue.
struct OutboundView
{
    bool configured = false;
    QString name;
    Reading<qint64> depthMessages;
    Reading<Millis> oldestAge;
    Reading<bool> paused;
    QString pausedWhy; ///< reason given when it was paused from here
    std::optional<UtcTime> pausedSince;
    std::optional<UtcTime> resumesAt; ///< timed resume, if one is set

    /// As told lately; what was told too long ago may have changed since.
    bool isPausedNow() const { return paused.truth() == Truth::Measured && paused.value(); }
};

struct PeakHold
{
    quint32 tps = 0;
    UtcSecond at{};

    friend bool operator==(const PeakHold &, const PeakHold &) = default;
};

/// Conservation: received == counted + apart + redelivered + rejected. All in events, except `badRequests`.
struct IngestTotals
{
    quint64 received = 0;    ///< array items that arrived in well-formed or malformed bodies
    quint64 counted = 0;     ///< the four kinds
    quint64 apart = 0;       ///< understood, but not one of the four
    quint64 redelivered = 0; ///< seen before
    quint64 rejected = 0;    ///< items of no readable shape
    quint64 badRequests = 0; ///< whole requests answered 4xx

    friend bool operator==(const IngestTotals &, const IngestTotals &) = default;
};

/// A group that the node has told of.
struct GroupView
{
    Fingerprint id;
    QString subject;     ///< what its members call it; may be empty
    quint32 members = 0; ///< without the number itself

    friend bool operator==(const GroupView &, const GroupView &) = default;
};

/// All that the screen needs about one node.
struct NodeFrame
{
    NodeIndex index = 0;
    QString id;
    QString name;
    NodeKind kind = NodeKind::OnPremises;
    bool simulated = false;
    QString group;                ///< heading in the list; may be empty
    bool enabled = true;          ///< false: switched off by the operator
    Reading<double> allocatedTps; ///< transactions per second

    Judgement judgement;
    ProbeState probe;
    Reading<HealthReport> health;
    TopologyView topology;
    Reading<SessionReport> sessionAsked; ///< gateways; notSupported for other kinds and for those that are not asked
    Reading<AccountReport> account;      ///< Cloud API; likewise
    SilenceView silence;
    std::optional<DriftView> drift; ///< the latest change that was not made from here
    std::vector<Expiry> expiries;   ///< soonest first

    /// Events per second over the last 1, 10 and 60 whole seconds, all four kinds. Unknown while nothing reaches us.
    std::array<Reading<double>, 3> tps;
    ByKind<Reading<double>> tpsByKind; ///< over the last 10 whole seconds
    PeakHold peak;                     ///< highest whole second since start or since the operator reset it
    /// Arrival − event timestamp as it was seen, smallest of the last 10 s (whole-second stamps: ±1 s), of all events.
    /// Clocks are not compared here, as they are not in what history stores; see incoming.lag for that.
    Reading<Millis> lag;
    ByKind<std::optional<UtcTime>> lastEvent;
    SendSource sendSource = SendSource::Unknown;
    EventFeed feed = EventFeed::Listener; ///< None: what happens is not measured, as its tap is missing
    Reading<CallbackSettings> callbacks;
    Reading<qint64> callbackQueueSize; ///< `callback_queue_size`: callbacks waiting at the node, limit 100,000
    Reading<WebAppReport> webApp;
    IncomingView incoming;
    BotServerView botServer;

    TotalCounts totals; ///< since the journal begins
    ApartCounts apart{};
    IngestTotals ingest;
    KindVisibility visibility;          ///< what webhooks of this kind of node can tell at all
    std::vector<ErrorSeen> errors;      ///< told by the node, latest first
    std::optional<SessionView> session; ///< told by the node; empty: it never did
    RouteView route;
    std::optional<TapView> tap; ///< empty: none is configured

    OutboundView outbound;
    std::vector<StormView> storms; ///< strongest first, at most 20
    /// Groups the node has told of, by subject; null: none. Shared between frames while nothing changed.
    std::shared_ptr<const std::vector<GroupView>> groups;
    /// When members have told receipts of earlier messages; null: not enough is known. Shared likewise.
    std::shared_ptr<const ReceiptCurve> receiptCurve;
    Reading<double> otherTps; ///< events per second beside storms, over the last minutes
    /// The last ten minutes and the running second. Shared between frames while nothing changed.
    std::shared_ptr<const SecondSeries> series;
    /// Gauges of the same seconds, without the running one; null: none was ever told. Shared likewise.
    std::shared_ptr<const GaugeSeries> gauges;
    /// State changes, failovers and drift of this run, at most 500; null: none. Controls and annotations are not here.
    MarkerList markers;

    /// Utilisation 0..∞ over window 0, 1 or 2 (1, 10, 60 s); unknown if either part is, and as sure as the rate is.
    Reading<double> utilisation(std::size_t window) const
    {
        if (!allocatedTps.hasValue() || allocatedTps.value() <= 0 || !tps[window].hasValue())
            return {};
        const auto share = tps[window].value() / allocatedTps.value();
        if (tps[window].truth() == Truth::Estimated)
            return Reading<double>::estimated(share, tps[window].takenAt());
        const auto reading = Reading<double>::measured(share, tps[window].takenAt());
        return tps[window].truth() == Truth::Stale ? reading.asStale() : reading;
    }
};

/// Whether webhooks can be received.
struct ListenerView
{
    bool listening = false;
    QString address; ///< e.g. "127.0.0.1"
    quint16 port = 0;
    QString error; ///< why not, and what to do
    quint32 connections = 0;
    bool tls = false;
    QString certificateSha256; ///< lower-case hex; empty without TLS
    QString certificateNotice; ///< not empty: it has expired or soon will; says what to do
    QString warning;     ///< not empty: it is reachable by others with less protection than there should be, by the
                         ///< operator's will
    quint64 refused = 0; ///< requests answered 401, 403 or 404 in this run
    std::vector<RefusedPeer> refusedPeers; ///< latest first, at most 32

    /// Neither open nor refused yet: the first moment after the start, and as long as the journal cannot be opened,
    /// which Frame::journalError tells.
    bool isStarting() const { return !listening && error.isEmpty(); }
};

/// Everything on screen at one moment. Immutable once published; ten a second while anything changes.
/// Built on the ingest thread, read on the GUI thread; can equally be built from history.
struct Frame
{
    quint64 sequence = 0;
    UtcTime takenAt{};
    ListenerView listener;
    IngestTotals ingest;
    QString journalError; ///< not empty: events cannot be stored and are answered 503
    /// Keys and values in bodies that no decoder knew, most frequent first, with how often.
    std::shared_ptr<const std::vector<std::pair<std::string, quint64>>> unknownNames;
    /// The newest events of all nodes; null: the log is not kept.
    std::shared_ptr<const EventLogView> events;
    std::vector<NodeFrame> nodes;

    const NodeFrame *node(const QString &id) const
    {
        for (const auto &candidate : nodes) {
            if (candidate.id == id)
                return &candidate;
        }
        return nullptr;
    }
};
using FramePtr = std::shared_ptr<const Frame>;

} // namespace barograph

Q_DECLARE_METATYPE(barograph::FramePtr)
