// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QString>

namespace barograph {

/// There is something to ask this node about itself.
bool isAskedNow(const NodeFrame &node);

/// How asking the node goes: when it last answered, when it was last tried, and why it fails. One or two sentences.
QString askingText(const NodeFrame &node, UtcTime now);

/// "WORKING (working), engine NOWEB"; with the reason the node or we have for it.
QString sessionReportText(const SessionReport &report);
/// "version 2026.7.1 PLUS, running since …"; with what is wrong with the server. Empty if nothing is known.
QString sessionServerText(const SessionReport &report);
/// "available", or "limited" with the reasons.
QString entityText(const AccountEntity &entity);
/// "STANDARD: 80 messages a second, received and sent together, unless Meta raised or lowered it".
QString throughputText(const QString &level);
/// "GREEN", and what another colour means for the number.
QString qualityText(const QString &quality);

} // namespace barograph
