// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../decoder_bench.h"
#include "health/session_state.h"
#include "ingest/dedupe_window.h"
#include "meters/node_meter.h"

namespace barograph::test {

inline QStringList splitWords(const char *words)
{
    const auto text = QString::fromLatin1(words);
    return text.isEmpty() ? QStringList() : text.split(QStringLiteral(", "));
}

inline NodeConfig gatewayConfig(NodeKind kind)
{
    NodeConfig config;
    config.id = QStringLiteral("gateway");
    config.kind = kind;
    return config;
}

inline bool conservesAll(const IngestTotals &totals)
{
    return totals.received == totals.counted + totals.apart + totals.redelivered + totals.rejected;
}

/// A gateway's decoder, and with ingest() the whole way of its events to a meter.
class GatewayBench : public DecoderBench
{
public:
    explicit GatewayBench(NodeKind kind, const DecodeLimits &limits = {})
        : DecoderBench(kind, limits)
        , meter(0, gatewayConfig(kind))
    {
        meter.setListening(true, now);
    }

    /// Like kinds(), with how a send was told ("send:message", "send:status") and a session's state in words.
    QStringList words() const
    {
        QStringList list = kinds();
        for (qsizetype i = 0; i < list.size(); ++i) {
            const auto &item = items.at(static_cast<std::size_t>(i));
            if (item.way != SendWay::Only)
                list[i] += item.way == SendWay::Message ? QStringLiteral(":message") : QStringLiteral(":status");
            if (!item.kind && item.apart == ApartKind::SessionNotice)
                list[i] = QStringLiteral("session:") + sessionStateText(static_cast<SessionState>(item.code));
        }
        return list;
    }

    /// Whether the body was taken. `booked` says what each of its events was counted as in the end: like kinds(), or
    /// "echo", or "redelivered".
    bool ingest(const QByteArray &body)
    {
        booked.clear();
        if (!decode(body))
            return false;
        booked = kinds();
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto &item = items[i];
            IngestedEvent event = eventOf(0, item, now);
            classify(event, 77, dedupe);
            if (event.redelivered)
                booked[static_cast<qsizetype>(i)] = QStringLiteral("redelivered");
            else if (!event.kind && event.apart == ApartKind::SendEcho)
                booked[static_cast<qsizetype>(i)] = QStringLiteral("echo");
            meter.count(event);
        }
        now += Millis{1};
        return true;
    }
    QString outcome(const QByteArray &body)
    {
        return ingest(body) ? booked.join(QStringLiteral(", ")) : QStringLiteral("refused");
    }
    std::vector<StormView> storms()
    {
        meter.advance(now);
        return meter.frame(now).storms;
    }

    DedupeWindow dedupe{1U << 20U};
    UtcTime now = fromUnixMillis(1'780'000'100'000);
    NodeMeter meter;
    QStringList booked;
};

} // namespace barograph::test
