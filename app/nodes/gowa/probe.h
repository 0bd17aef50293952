// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/asked/asked_probe.h"

namespace barograph {

/// User name from the configuration, password from the store.
AskedSession::Manner gowaManner(const NodeConfig &config);

/// Asks GOWA for the state of one device, its webhook and the health of its server. Versions without devices are asked
/// for the state of the only one they have.
class GowaProbe : public AskedProbe
{
    Q_OBJECT

public:
    GowaProbe(NodeIndex index, AskedSession &session, QObject *parent = nullptr);

private:
    Send askForState(const QString &path);

    AskedSession &m_asked;
    bool m_hasDevices = true; ///< false: this version knows no /devices
    QString m_trouble;
};

} // namespace barograph
