// SPDX-License-Identifier: GPL-3.0-or-later
#include "queues/http/http_queue.h"

#include "net/json_pointer.h"
#include "net/shown_url.h"
#include "queues/queues_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace barograph {

namespace {

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const double number = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    constexpr double kLargestExact = 9007199254740992.0; // 2^53
    if (!isNumber || !std::isfinite(number) || number < 0 || number > kLargestExact)
        return std::nullopt;
    return static_cast<qint64>(std::llround(number));
}

std::optional<bool> truthOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    const QString text = value.toVariant().toString();
    if (text == QLatin1String("true") || text == QLatin1String("1"))
        return true;
    if (text == QLatin1String("false") || text == QLatin1String("0"))
        return false;
    return std::nullopt;
}

} // namespace

QueueResult readQueueAnswer(const QueueConfig &queue, NodeIndex node, UtcTime at, const QByteArray &body)
{
    QueueResult result;
    result.node = node;
    result.at = at;
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isNull()) {
        result.error = QueueWords::tr("The queue's answer is not JSON. Check status_url of outbound_queue.");
        return result;
    }
    const QJsonValue root = document.isObject() ? QJsonValue(document.object()) : QJsonValue(document.array());
    if (const auto depth = wholeNumber(jsonAt(root, queue.depthPointer)))
        result.depthMessages = Reading<qint64>::measured(*depth, at);
    if (queue.oldestAgePointer.isEmpty())
        result.oldestAge = Reading<Millis>::notSupported();
    else if (const auto age = wholeNumber(jsonAt(root, queue.oldestAgePointer)))
        result.oldestAge = Reading<Millis>::measured(Millis{*age}, at);
    if (queue.pausedPointer.isEmpty())
        result.paused = Reading<bool>::notSupported();
    else if (const auto paused = truthOf(jsonAt(root, queue.pausedPointer)))
        result.paused = Reading<bool>::measured(*paused, at);
    return result;
}

HttpQueue::HttpQueue(NodeIndex index, const NodeConfig &config, HttpLimits limits, QObject *parent)
    : QueueAdapter(parent)
    , m_index(index)
    , m_queue(*config.outboundQueue)
    , m_client(new HttpClient(config.tls, limits, this))
{}

QString HttpQueue::commandTarget(bool pause) const
{
    const QUrl url = pause ? m_queue.pauseUrl : m_queue.resumeUrl;
    return url.isEmpty() ? QString() : QLatin1String("POST ") % shownUrl(url);
}

void HttpQueue::look(QObject *context, Looked done)
{
    m_client->send({HttpVerb::Get, m_queue.statusUrl, {}, {}}, context,
                   [this, done = std::move(done)](const HttpReply &reply) {
                       if (reply.ok()) {
                           done(readQueueAnswer(m_queue, m_index, utcNow(), reply.body));
                           return;
                       }
                       QueueResult failed;
                       failed.node = m_index;
                       failed.at = utcNow();
                       failed.error = reply.detail;
                       done(failed);
                   });
}

void HttpQueue::command(bool pause, const QString &reason, QObject *context, Commanded done)
{
    const QUrl url = pause ? m_queue.pauseUrl : m_queue.resumeUrl;
    const QByteArray body =
        QJsonDocument(QJsonObject{{QStringLiteral("reason"), reason}}).toJson(QJsonDocument::Compact);
    m_client->send({HttpVerb::Post, url, {}, body}, context, [done = std::move(done)](const HttpReply &reply) {
        if (reply.ok())
            done({});
        else
            done(tl::unexpected(reply.detail));
    });
}

} // namespace barograph
