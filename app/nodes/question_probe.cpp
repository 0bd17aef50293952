// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodes/question_probe.h"

namespace barograph {

namespace {

constexpr Millis kAfterNotThere{600'000};
constexpr Millis kFirstOfOthers{200};

} // namespace

bool concernsWholeNode(ProbeFault fault)
{
    switch (fault) {
    case ProbeFault::None:
    case ProbeFault::Forbidden:
    case ProbeFault::BadAnswer:
    case ProbeFault::ServerError:
        return false;
    default:
        return true;
    }
}

QuestionProbe::QuestionProbe(NodeIndex index, QObject *parent)
    : NodeProbe(parent)
    , m_index(index)
{}

void QuestionProbe::addQuestion(Millis interval, Weight weight, Send send, Digest digest)
{
    auto task = std::make_unique<Task>();
    task->interval = interval;
    task->weight = weight;
    task->send = std::move(send);
    task->digest = std::move(digest);
    task->timer.setSingleShot(true);
    connect(&task->timer, &QTimer::timeout, this, [this, asked = task.get()] { ask(*asked); });
    m_tasks.push_back(std::move(task));
}

void QuestionProbe::start()
{
    // The first one decides whether the others are worth asking.
    for (const auto &task : m_tasks)
        task->timer.start(task == m_tasks.front() ? Millis{0} : withJitter(kFirstOfOthers, randomFraction()));
}

void QuestionProbe::askNow()
{
    for (const auto &task : m_tasks) {
        task->backOff.reset();
        if (!task->underWay)
            task->timer.start(0);
    }
}

void QuestionProbe::ask(Task &task)
{
    task.underWay = true;
    task.send(this, [this, &task](const HttpReply &reply) { onReply(task, reply); });
}

void QuestionProbe::onReply(Task &task, HttpReply reply)
{
    ProbeResult result;
    result.node = m_index;
    result.at = utcNow();
    if (reply.ok()) {
        const QString unreadable = task.digest(reply, result);
        if (!unreadable.isEmpty()) {
            reply.fault = ProbeFault::BadAnswer;
            reply.detail = unreadable;
        } else {
            m_lastSuccess = result.at;
        }
    }
    if (reply.date)
        result.clock = ClockSample{*reply.date, reply.sentAt, reply.receivedAt};
    if (reply.certificateExpires)
        result.expiries.push_back({ExpiringThing::NodeCertificate, *reply.certificateExpires, false});
    task.underWay = false;
    if (const auto pause = lookAt(reply, result)) {
        task.fault = ProbeFault::None;
        task.detail.clear();
        task.timer.start(withJitter(*pause, randomFraction()));
    } else {
        task.fault = reply.fault;
        task.detail = reply.detail;
        schedule(task, reply);
    }
    result.state = state();
    result.state.lastAttempt = result.at;
    Q_EMIT probed(result);
}

void QuestionProbe::schedule(Task &task, const HttpReply &reply)
{
    if (reply.ok()) {
        task.backOff.reset();
        task.timer.start(withJitter(task.interval, randomFraction()));
        return;
    }
    // Never sooner than in good times, and not before the node said.
    Millis delay = std::max({withJitter(task.interval, randomFraction()), task.backOff.next(randomFraction()),
                             reply.retryAfter.value_or(Millis{0})});
    if (task.weight == Weight::Extra && reply.status == 404)
        delay = std::max(delay, kAfterNotThere);
    task.timer.start(delay);
    if (!holdsOthersBack(task))
        return;
    for (const auto &other : m_tasks) {
        if (other.get() != &task && !other->underWay && other->timer.remainingTimeAsDuration() < delay)
            other->timer.start(delay);
    }
}

bool QuestionProbe::holdsOthersBack(const Task &task)
{
    // Where a node is watched with a monitoring key only, there is no login for the rest. That is no fault of the node.
    const bool onlyAboutLogin = task.fault == ProbeFault::NoCredentials || task.fault == ProbeFault::Unauthorized;
    return concernsWholeNode(task.fault) && !(task.weight == Weight::Extra && onlyAboutLogin);
}

ProbeState QuestionProbe::state() const
{
    ProbeState state;
    state.lastSuccess = m_lastSuccess;
    for (const auto &task : m_tasks) {
        if (task->fault == ProbeFault::None || (task->weight == Weight::Extra && !holdsOthersBack(*task)))
            continue;
        state.fault = task->fault;
        state.detail = task->detail;
        break;
    }
    return state;
}

} // namespace barograph
