// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "nodes/onprem/probe_session.h"
#include "nodes/question_probe.h"

namespace barograph {

/// Polls an on-premises client: health, CoreApp stats and, rarely, the application settings.
///
/// /v1/stats/app is in CoreApp's memory and made for polling; /v1/stats/db is not and is never polled.
class OnPremProbe : public QuestionProbe
{
    Q_OBJECT

public:
    OnPremProbe(NodeIndex index, OnPremSession &session, QObject *parent);
};

} // namespace barograph
