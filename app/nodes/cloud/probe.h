// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/asked/asked_probe.h"

namespace barograph {

/// The Graph API's version where NodeConfig::apiVersion is empty.
inline const QString kGraphVersion = QStringLiteral("v23.0");

AskedSession::Manner cloudManner();

/// Asks Meta about one phone number: what it may send, its throughput level, quality and webhook addresses in one
/// request, and rarely when the access token ends.
class CloudProbe : public AskedProbe
{
    Q_OBJECT

public:
    CloudProbe(NodeIndex index, AskedSession &session, QObject *parent = nullptr);
};

} // namespace barograph
