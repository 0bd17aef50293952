// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/back_off.h"
#include "net/http_client.h"
#include "nodes/node_probe.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace barograph {

/// What the probes of all kinds have in common: questions that are asked again and again, each in its own rhythm.
///
/// A question has ± 10 % of jitter and never overlaps itself. After a failure it backs off up to a minute (or its
/// interval, if that is longer) and waits as long as the node's Retry-After says; a failure that concerns the whole
/// node (unreachable, refused, overloaded…) holds the other questions back too. Every result carries the node's clock,
/// the end of its certificate and the probe's state. Lives on the poller thread.
class QuestionProbe : public NodeProbe
{
    Q_OBJECT

public:
    void start() override;
    void askNow() override;

protected:
    enum class Weight : quint8 {
        Essential, ///< its failure is the node's
        Extra ///< its failure only counts where it concerns the whole node, and never if it is about a login; where the
              ///< node has no such thing (404), it is asked again after ten minutes at the earliest
    };
    using Send = std::function<void(QObject *context, HttpClient::Done done)>;
    /// Reads a good answer into `result`; a sentence if it cannot be read.
    using Digest = std::function<QString(const HttpReply &reply, ProbeResult &result)>;

    QuestionProbe(NodeIndex index, QObject *parent);

    /// Looks at every answer, good or bad, and adds to its result what all questions of a kind have in common. If it
    /// returns a pause, the node is only not ready to answer: the question is asked again after that pause, without
    /// backing off, and that is no fault.
    virtual std::optional<Millis> lookAt(const HttpReply &reply, ProbeResult &result)
    {
        Q_UNUSED(reply)
        Q_UNUSED(result)
        return std::nullopt;
    }

    /// Before start(). In the order of importance: the first that failed is the one that the state tells.
    void addQuestion(Millis interval, Weight weight, Send send, Digest digest);

private:
    struct Task
    {
        Millis interval{};
        Weight weight = Weight::Essential;
        Send send;
        Digest digest;
        QTimer timer;
        BackOff backOff;
        bool underWay = false;
        ProbeFault fault = ProbeFault::None;
        QString detail;
    };

    void ask(Task &task);
    void onReply(Task &task, HttpReply reply);
    void schedule(Task &task, const HttpReply &reply);
    static bool holdsOthersBack(const Task &task);
    ProbeState state() const;

    NodeIndex m_index;
    std::vector<std::unique_ptr<Task>> m_tasks;
    std::optional<UtcTime> m_lastSuccess;
};

/// True for faults that say something about the node as a whole and not about one question. Pure.
bool concernsWholeNode(ProbeFault fault);

} // namespace barograph
