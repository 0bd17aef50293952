// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ingest_options_below.h"

#include <QByteArray>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

#include <numeric>

namespace barograph::test {

inline constexpr int kFramePatience = 20000;

/// Waits until the service listens and gives the address of the node's webhook; empty if it never does.
inline QUrl awaitUrl(const IngestService &service, const QString &nodeId = QStringLiteral("node-a"))
{
    QString url;
    const bool came = QTest::qWaitFor([&] { return !(url = service.webhookUrl(nodeId)).isEmpty(); });
    return came ? QUrl(url) : QUrl();
}

inline QByteArray postRequest(const QUrl &url, const QByteArray &body)
{
    return "POST " + url.path().toUtf8() +
           " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline QByteArray statusBody(const QByteArray &id, const QByteArray &status,
                             const QByteArray &recipient = "16315551234")
{
    return "{\"statuses\":[{\"id\":\"" + id + "\",\"recipient_id\":\"" + recipient + "\",\"status\":\"" + status +
           "\",\"timestamp\":\"1533332775\"}]}";
}

/// Sends raw bytes and waits until `count` whole answers have come back.
inline QByteArray exchange(QTcpSocket &socket, const QByteArray &bytes, int count = 1)
{
    socket.write(bytes);
    QByteArray answers;
    while (answers.count("HTTP/1.1 ") < count && socket.waitForReadyRead(5000))
        answers += socket.readAll();
    return answers;
}

/// Posts one body over a connection of its own; the status code, 0 if none came.
inline int post(const QUrl &url, const QByteArray &body)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    if (!socket.waitForConnected(5000))
        return 0;
    return exchange(socket, postRequest(url, body)).mid(9, 3).toInt();
}

/// Nothing that arrived is anywhere but in one of these four.
inline bool isConserved(const IngestTotals &totals)
{
    return totals.received == totals.counted + totals.apart + totals.redelivered + totals.rejected;
}

/// In all and for each node.
inline bool isConserved(const Frame &frame)
{
    bool conserved = isConserved(frame.ingest);
    for (const auto &node : frame.nodes) {
        conserved = conserved && isConserved(node.ingest);
        conserved = conserved && node.ingest.apart == std::accumulate(node.apart.begin(), node.apart.end(), quint64{0});
    }
    return conserved;
}

/// The first frame that fulfils the condition; null if none comes, or if one on the way does not add up. Each frame can
/// be had only once.
template<typename Condition> FramePtr awaitFrame(IngestService &service, Condition condition)
{
    FramePtr frame;
    bool conserved = true;
    const bool came = QTest::qWaitFor(
        [&] {
            frame = service.latestFrame();
            conserved = !frame || isConserved(*frame);
            return !conserved || (frame && condition(*frame));
        },
        kFramePatience);
    if (!conserved)
        qCritical("received is not counted + apart + redelivered + rejected");
    return came && conserved ? frame : nullptr;
}

/// Stores two requests and lets nothing else be on its way to the disk: with a clock that stands the service writes
/// nothing by itself from here on. Then the next request is the first that a failing disk fails.
inline bool settleJournal(IngestService &service, const QUrl &url, const QByteArray &first, const QByteArray &second)
{
    // The second's heartbeat comes at the latest before the frame that shows the first; it shares the disk's
    // confirmation with the second or comes before it.
    return post(url, first) == 200 && awaitFrame(service, [](const Frame &f) { return f.ingest.received >= 1; }) &&
           post(url, second) == 200;
}

} // namespace barograph::test
