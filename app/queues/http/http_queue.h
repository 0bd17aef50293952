// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_client.h"
#include "queues/queue_adapter.h"

namespace barograph {

/// Any queue that a small JSON endpoint of the bot describes: depth, age of the oldest waiting job and whether it is
/// paused, each found by a JSON pointer; POST to pause and to resume. Trusts the same certificate as the node.
class HttpQueue : public QueueAdapter
{
    Q_OBJECT

public:
    /// Precondition: `config.outboundQueue` is set.
    HttpQueue(NodeIndex index, const NodeConfig &config, HttpLimits limits, QObject *parent);

    QString name() const override { return m_queue.name; }
    QString commandTarget(bool pause) const override;
    bool tellsPaused() const override { return !m_queue.pausedPointer.isEmpty(); }
    void look(QObject *context, Looked done) override;
    void command(bool pause, const QString &reason, QObject *context, Commanded done) override;

private:
    NodeIndex m_index;
    QueueConfig m_queue;
    HttpClient *m_client;
};

/// Reads a queue's answer. A pointer that finds nothing usable gives an unknown reading, an empty pointer one that is
/// not supported; the error is set if the answer is not JSON at all. Numbers may be texts. Pure.
QueueResult readQueueAnswer(const QueueConfig &queue, NodeIndex node, UtcTime at, const QByteArray &body);

} // namespace barograph
