// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/session_state.h"
#include "ingest/dedupe_window.h"
#include "ingest/fingerprinter.h"
#include "meters/node_meter.h"
#include "nodes/decoder.h"
#include "nodes/name_tally.h"

#include <QFile>
#include <QStringList>

namespace barograph::test {

inline QByteArray gatewayFile(const char *name)
{
    QFile file(QStringLiteral(BAROGRAPH_TEST_DATA "/") + QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QString wordFor(const std::optional<EventKind> &kind, ApartKind apart)
{
    static const QStringList kEvents{QStringLiteral("receive"), QStringLiteral("send"), QStringLiteral("delivery"),
                                     QStringLiteral("read")};
    static const QStringList kApart{
        QStringLiteral("failed"),   QStringLiteral("deleted"),        QStringLiteral("played"),
        QStringLiteral("reaction"), QStringLiteral("system"),         QStringLiteral("error"),
        QStringLiteral("service"),  QStringLiteral("not-understood"), QStringLiteral("own-device"),
        QStringLiteral("echo"),     QStringLiteral("session"),        QStringLiteral("group"),
        QStringLiteral("edited"),   QStringLiteral("other")};
    return kind ? kEvents[static_cast<int>(indexOf(*kind))] : kApart[static_cast<int>(indexOf(apart))];
}

/// "receive", "other"…, one per item; a send with how it was told: "send:message", "send:status"; a session notice with
/// its state: "session:needs login".
inline QStringList wordsFor(const std::vector<DecodedItem> &items)
{
    QStringList words;
    for (const auto &item : items) {
        QString word = wordFor(item.kind, item.apart);
        if (item.way == SendWay::Message)
            word += QStringLiteral(":message");
        if (item.way == SendWay::Status)
            word += QStringLiteral(":status");
        if (!item.kind && item.apart == ApartKind::SessionNotice)
            word += QLatin1Char(':') + sessionStateText(static_cast<SessionState>(item.code));
        words << word;
    }
    return words;
}

inline QStringList splitWords(const char *words)
{
    const auto text = QString::fromLatin1(words);
    return text.isEmpty() ? QStringList() : text.split(QStringLiteral(", "));
}

/// A decoder with its surroundings: bodies are given as the listener does, with readable bytes behind that must not
/// matter; ingest() takes their events the whole way to a meter.
class GatewayBench
{
public:
    explicit GatewayBench(NodeKind nodeKind)
        : kind(nodeKind)
        , meter(0, configOf(nodeKind))
    {
        meter.setListening(true, now);
    }

    tl::expected<DecodeStats, DecodeError> decode(const QByteArray &body, const DecodeLimits &limits = {})
    {
        const auto decoder = makeDecoder(kind, limits);
        const QByteArray padded = body + QByteArray(static_cast<qsizetype>(kBodyPadding), '}');
        items.clear();
        return decoder->decode({padded.constData(), static_cast<std::size_t>(body.size())}, {prints, unknown}, items);
    }
    QStringList words() const { return wordsFor(items); }

    /// Whether the body was taken. What became of its events: `booked`, e.g. "send", "echo", "redelivered".
    bool ingest(const QByteArray &body)
    {
        booked.clear();
        if (!decode(body))
            return false;
        for (const auto &item : items) {
            IngestedEvent event;
            event.kind = item.kind;
            event.apart = item.apart;
            event.way = item.way;
            event.code = item.code;
            event.message = item.message;
            event.participant = item.participant;
            event.group = item.group;
            event.arrival = now;
            event.eventTime = item.eventTime;
            classify(event, 77, dedupe);
            booked << (event.redelivered ? QStringLiteral("redelivered") : wordFor(event.kind, event.apart));
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

    static NodeConfig configOf(NodeKind nodeKind)
    {
        NodeConfig config;
        config.id = QStringLiteral("gateway");
        config.kind = nodeKind;
        return config;
    }

    NodeKind kind;
    InstallationKey key{InstallationKey::Bytes{1, 2, 3}};
    Fingerprinter prints{key};
    NameTally unknown;
    DedupeWindow dedupe{1U << 20U};
    UtcTime now = fromUnixMillis(1'780'000'100'000);
    NodeMeter meter;
    std::vector<DecodedItem> items;
    QStringList booked;
};

inline bool conservesAll(const IngestTotals &totals)
{
    return totals.received == totals.counted + totals.apart + totals.redelivered + totals.rejected;
}

} // namespace barograph::test
