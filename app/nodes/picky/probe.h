// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/asked/asked_probe.h"

namespace barograph {

AskedSession::Manner pickyManner(const NodeConfig &config);

/// Asks Picky Assist for the state of one project's device and how many messages wait in its queue. Exists for
/// projects with a phone or a web automation server.
class PickyProbe : public AskedProbe
{
    Q_OBJECT

public:
    PickyProbe(NodeIndex index, AskedSession &session, QObject *parent = nullptr);
};

} // namespace barograph
