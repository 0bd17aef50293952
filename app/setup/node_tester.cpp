// SPDX-License-Identifier: GPL-3.0-or-later
#include "setup/node_tester.h"

namespace barograph {

NodeTester::NodeTester(SecretStore &secrets, const NodeTestLimits &limits, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_limits(limits)
    , m_home(new QObject)
{
    m_thread.setObjectName(QStringLiteral("node test"));
    m_home->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_home, &QObject::deleteLater);
    m_thread.start();
}

NodeTester::~NodeTester()
{
    m_thread.quit();
    m_thread.wait();
}

void NodeTester::start(const NodeTestRequest &request)
{
    m_open.insert(request.ticket);
    QMetaObject::invokeMethod(m_home, [this, request] {
        auto *run = new NodeTestRun(request, m_secrets, m_limits, m_home);
        run->setObjectName(QString::number(request.ticket));
        connect(run, &NodeTestRun::reported, run, [this, run](const NodeTestReport &report) {
            if (report.finished)
                run->deleteLater();
            QMetaObject::invokeMethod(
                this,
                [this, report] {
                    if (m_open.count(report.ticket) == 0)
                        return;
                    if (report.finished)
                        m_open.erase(report.ticket);
                    Q_EMIT reported(report);
                },
                Qt::QueuedConnection);
        });
        run->begin();
    });
}

void NodeTester::cancel(quint64 ticket)
{
    if (m_open.erase(ticket) == 0)
        return;
    const auto stop = [home = m_home, ticket] {
        qDeleteAll(home->findChildren<NodeTestRun *>(QString::number(ticket), Qt::FindDirectChildrenOnly));
    };
    QTimer::singleShot(0, m_home, stop);
}

} // namespace barograph
