// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "taps/tap_connection.h"
#include "taps/tap_hub.h"

#include <map>

namespace barograph {

/// The part of TapHub that lives on its thread.
class TapHubWorker : public QObject
{
    Q_OBJECT

public:
    TapHubWorker(SecretStore &secrets, TapHub::TakeBody take, const TapTimings &timings);

    void setNodes(const std::vector<PolledNode> &nodes);
    void credentialsChanged(const QString &nodeId);

Q_SIGNALS:
    void noted(const barograph::TapNote &note);

private:
    struct Tapped
    {
        PolledNode node;
        std::unique_ptr<TapConnection> connection;
    };

    void begin(const PolledNode &node);

    SecretStore &m_secrets;
    TapHub::TakeBody m_take;
    TapTimings m_timings;
    std::map<QString, Tapped> m_taps;
};

} // namespace barograph
