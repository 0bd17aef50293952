// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QHash>
#include <QString>

namespace barograph {

using NodeStates = QHash<QString, NodeState>; ///< by id

NodeStates nodeStates(const Frame &frame);

/// What a screen reader is to be told about the nodes whose state is another one than before, as sentences; empty when
/// there is none. The first states of a node are no news.
QString stateNews(const NodeStates &before, const Frame &now);

} // namespace barograph
