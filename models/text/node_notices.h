// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "text/headline.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace barograph {

/// Something about one node that is worth knowing and is no state: settings that were changed elsewhere, things that
/// will end.
struct NodeNotice
{
    Urgency urgency = Urgency::Attention;
    QString text;        ///< one or two sentences
    QStringList details; ///< the diff, one line each
    bool dismissible = false;

    friend bool operator==(const NodeNotice &, const NodeNotice &) = default;
};

/// Most urgent first; none of a node that is switched off. Pure.
std::vector<NodeNotice> nodeNotices(const NodeFrame &node, UtcTime now);

/// "webhooks.message.read: on → off".
QString settingChangeText(const SettingChange &change);

} // namespace barograph
