// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/asked_section.h"

#include "health/asked.h"
#include "text/asked_text.h"
#include "text/reading_text.h"
#include "widgets/badge.h"

#include <QGridLayout>
#include <QLabel>

namespace barograph {

namespace {

Mark markOfAskedSession(SessionState state)
{
    switch (state) {
    case SessionState::Working:
        return Mark::Ok;
    case SessionState::Starting:
        return Mark::Warning;
    case SessionState::NeedsLogin:
    case SessionState::Stopped:
    case SessionState::Failed:
        return Mark::Critical;
    case SessionState::Unknown:
        break;
    }
    return Mark::Unknown;
}

Mark markOfPermission(SendPermission permission)
{
    switch (permission) {
    case SendPermission::Available:
        return Mark::Ok;
    case SendPermission::Limited:
        return Mark::Warning;
    case SendPermission::Blocked:
        return Mark::Critical;
    case SendPermission::Unknown:
        break;
    }
    return Mark::Unknown;
}

Mark markOfQuality(const QString &quality)
{
    if (quality == QLatin1String("GREEN"))
        return Mark::Ok;
    if (quality == QLatin1String("YELLOW"))
        return Mark::Warning;
    return quality == QLatin1String("RED") ? Mark::Critical : Mark::Unknown;
}

Mark markOfAsking(const NodeFrame &node)
{
    if (!isAskedNow(node) || !node.probe.lastAttempt)
        return Mark::Unknown;
    return node.probe.fault == ProbeFault::None ? Mark::Ok : Mark::Critical;
}

void say(MarkLabel *label, Mark mark, const QString &text)
{
    label->setContent(mark, text);
    label->setAccessibleDescription(text);
}

} // namespace

AskedSection::AskedSection(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_asking = addRow(tr("Asking"));
    m_session = addRow(tr("Answers"));
    m_server = addRow(tr("Server"));
    m_throughput = addRow(tr("Throughput"));
    m_quality = addRow(tr("Quality"));
    // Last, so that what it hangs on comes below.
    m_permission = addRow(tr("May send"));
    m_permission.value->setToolTip(
        tr("What Meta permits. It is no sign that messages get through: events arriving are."));
}

AskedSection::Row AskedSection::addRow(const QString &name)
{
    const int at = m_grid->rowCount();
    Row row{new QLabel(name, this), new MarkLabel(this)};
    row.name->setTextFormat(Qt::PlainText);
    row.value->setWordWrap(true);
    row.value->setAccessibleName(name);
    m_grid->addWidget(row.name, at, 0, Qt::AlignTop);
    m_grid->addWidget(row.value, at, 1, Qt::AlignTop);
    return row;
}

void AskedSection::setNode(const NodeFrame &node, UtcTime now)
{
    say(m_asking.value, markOfAsking(node), askingText(node, now));
    setSession(node.sessionAsked, now);
    setAccount(node.account, now);
}

void AskedSection::setSession(const Reading<SessionReport> &session, UtcTime now)
{
    const bool shown = session.truth() != Truth::NotSupported;
    m_session.name->setVisible(shown);
    m_session.value->setVisible(shown);
    const SessionReport report = session.valueOr({});
    const bool fresh = session.truth() == Truth::Measured;
    say(m_session.value, fresh ? markOfAskedSession(report.state) : Mark::Unknown,
        formatReading(session, now, sessionReportText));
    const QString server = sessionServerText(report);
    m_server.name->setVisible(shown && !server.isEmpty());
    m_server.value->setVisible(shown && !server.isEmpty());
    const Mark health = report.trouble.isEmpty() ? Mark::Ok : Mark::Warning;
    say(m_server.value, fresh ? health : Mark::Unknown, server);
}

void AskedSection::setAccount(const Reading<AccountReport> &account, UtcTime now)
{
    const bool shown = account.truth() != Truth::NotSupported;
    const bool fresh = account.truth() == Truth::Measured;
    const AccountReport report = account.valueOr({});
    const auto set = [](const Row &row, bool visible, Mark mark, const QString &text) {
        row.name->setVisible(visible);
        row.value->setVisible(visible);
        say(row.value, mark, text);
    };
    set(m_permission, shown, fresh ? markOfPermission(report.permission) : Mark::Unknown,
        formatReading(account, now, [](const AccountReport &each) { return sendPermissionText(each.permission); }));
    set(m_throughput, shown && !report.throughputLevel.isEmpty(), fresh ? Mark::Ok : Mark::Unknown,
        throughputText(report.throughputLevel));
    set(m_quality, shown && !report.quality.isEmpty(), fresh ? markOfQuality(report.quality) : Mark::Unknown,
        qualityText(report.quality));
    setEntities(report.entities, fresh);
}

void AskedSection::setEntities(const std::vector<AccountEntity> &entities, bool fresh)
{
    while (m_entities.size() < entities.size())
        m_entities.push_back(addRow({}));
    for (std::size_t i = 0; i < m_entities.size(); ++i) {
        const Row &row = m_entities[i];
        const bool used = i < entities.size();
        row.name->setVisible(used);
        row.value->setVisible(used);
        if (!used)
            continue;
        const QString name = entityTypeText(entities[i].type);
        row.name->setText(name);
        row.value->setAccessibleName(name);
        say(row.value, fresh ? markOfPermission(entities[i].permission) : Mark::Unknown, entityText(entities[i]));
    }
}

} // namespace barograph
