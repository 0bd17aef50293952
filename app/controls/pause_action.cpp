// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/pause_action.h"

#include "controls/controls_words.h"

#include <QDateTime>

#include <array>

namespace barograph {

namespace {

const QString kPaused = QStringLiteral("paused");

QString runningText(const QJsonValue &paused)
{
    if (!paused.isBool())
        return ControlWords::tr("not told");
    return paused.toBool() ? ControlWords::tr("paused") : ControlWords::tr("running");
}

QString shownTime(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(unixMillis(time), Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'"));
}

} // namespace

QString durationText(Millis duration)
{
    struct Unit
    {
        qint64 seconds;
        QString counted;
    };
    const std::array units{Unit{86'400, ControlWords::tr("%1 d")}, Unit{3600, ControlWords::tr("%1 h")},
                           Unit{60, ControlWords::tr("%1 min")}, Unit{1, ControlWords::tr("%1 s")}};
    qint64 rest = std::chrono::ceil<Seconds>(duration).count();
    QStringList parts;
    for (const Unit &unit : units) {
        const qint64 count = rest / unit.seconds;
        rest %= unit.seconds;
        if (count > 0 && parts.size() < 2)
            parts << unit.counted.arg(count);
        else if (!parts.isEmpty())
            break;
    }
    return parts.isEmpty() ? ControlWords::tr("0 s") : parts.join(QLatin1Char(' '));
}

PauseAction::PauseAction(const NodeRuntime &runtime, Wanted wanted)
    : m_runtime(runtime)
    , m_wanted(std::move(wanted))
{}

QString PauseAction::auditName() const
{
    return m_wanted.pause ? QStringLiteral("pause-queue") : QStringLiteral("resume-queue");
}

void PauseAction::read(StateRead done)
{
    m_runtime.queue->look(this, [done = std::move(done)](const QueueResult &seen) {
        if (!seen.error.isEmpty()) {
            done(tl::unexpected(seen.error));
            return;
        }
        const QJsonValue paused =
            seen.paused.hasValue() ? QJsonValue(seen.paused.value()) : QJsonValue(QJsonValue::Null);
        done(QJsonObject{{kPaused, paused}});
    });
}

tl::expected<ControlPlan, QString> PauseAction::plan(const QJsonObject &state) const
{
    const QJsonValue paused = state.value(kPaused);
    const QString queue = m_runtime.queue->name();
    const QString node = m_runtime.node.config.name;
    const bool already = paused.isBool() && paused.toBool() == m_wanted.pause;
    const bool timerChanges = m_wanted.pause && (m_wanted.resumeAfter || m_wanted.presentResumeAt);
    if (already && !timerChanges) {
        return tl::unexpected(ControlWords::tr("The queue \"%1\" of %2 is %3 already: there is nothing to do.")
                                  .arg(queue, node, runningText(paused)));
    }
    ControlPlan plan;
    plan.title = (m_wanted.pause ? ControlWords::tr("Pause the queue \"%1\" of %2")
                                 : ControlWords::tr("Resume the queue \"%1\" of %2"))
                     .arg(queue, node);
    plan.target = m_runtime.queue->commandTarget(m_wanted.pause);
    plan.changes.push_back(
        {ControlWords::tr("queue \"%1\"").arg(queue), runningText(paused), runningText(m_wanted.pause)});
    const QString never = ControlWords::tr("no");
    if (m_wanted.pause || m_wanted.presentResumeAt) {
        plan.changes.push_back(
            {ControlWords::tr("resumes by itself"),
             m_wanted.presentResumeAt ? shownTime(*m_wanted.presentResumeAt) : never,
             m_wanted.resumeAfter ? ControlWords::tr("in %1").arg(durationText(*m_wanted.resumeAfter)) : never});
    }
    plan.consequences = consequences();
    return plan;
}

QStringList PauseAction::consequences() const
{
    QStringList lines;
    if (m_wanted.pause) {
        lines << ControlWords::tr("The bot's queue hands out no more messages: they wait there and grow older.")
              << ControlWords::tr("What the node has already taken is still sent, and receipts for it keep arriving.")
              << ControlWords::tr("Incoming messages and callbacks go on as before.");
        if (m_wanted.resumeAfter) {
            lines << ControlWords::tr(
                         "After %1 Barograph resumes the queue by itself. If it does not run then, it does so "
                         "when it is started next.")
                         .arg(durationText(*m_wanted.resumeAfter));
        } else {
            lines << ControlWords::tr("Nothing resumes the queue by itself: somebody has to.");
        }
    } else {
        lines << ControlWords::tr("The bot sends again what has waited, which can come as a burst.");
        if (m_wanted.presentResumeAt)
            lines << ControlWords::tr("The timed resume is dropped.");
    }
    if (!m_runtime.queue->tellsPaused())
        lines << ControlWords::tr("This queue does not tell whether it is paused, so the effect cannot be verified.");
    return lines;
}

void PauseAction::write(const QJsonObject &, Written done)
{
    m_runtime.queue->command(m_wanted.pause, m_wanted.reason, this, std::move(done));
}

QString PauseAction::missing(const QJsonObject &, const QJsonObject &now) const
{
    const QJsonValue paused = now.value(kPaused);
    if (!paused.isBool())
        return ControlWords::tr("The queue does not tell whether it is paused.");
    if (paused.toBool() != m_wanted.pause)
        return ControlWords::tr("The queue still says that it is %1.").arg(runningText(paused));
    return {};
}

} // namespace barograph
