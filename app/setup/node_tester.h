// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/node_test_run.h"

#include <QThread>

#include <set>

namespace barograph {

/// Runs tests of nodes that are being set up, on a thread of its own, so that a slow handshake is nobody's business.
/// Functions are called on the thread this object lives on and return at once, but the destructor joins.
class NodeTester : public QObject
{
    Q_OBJECT

public:
    /// `secrets` must outlive this object.
    explicit NodeTester(SecretStore &secrets, const NodeTestLimits &limits = {}, QObject *parent = nullptr);
    ~NodeTester() override;

    /// reported() follows after each step, until a report is finished.
    void start(const NodeTestRequest &request);
    /// Nothing more is reported for that ticket.
    void cancel(quint64 ticket);

Q_SIGNALS:
    void reported(const barograph::NodeTestReport &report);

private:
    SecretStore &m_secrets;
    NodeTestLimits m_limits;
    QThread m_thread;
    QObject *m_home;          ///< lives on the thread; parent of the runs
    std::set<quint64> m_open; ///< tickets whose reports are wanted
};

} // namespace barograph
