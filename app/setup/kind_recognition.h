// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

#include <QByteArray>

#include <optional>

namespace barograph {

/// What an answer looks like it came from.
struct Recognised
{
    bool webPage = false;         ///< HTML: a console, a proxy, a login page
    std::optional<NodeKind> kind; ///< empty: no kind that we know
    QString version;              ///< as the answer says; may be empty

    friend bool operator==(const Recognised &, const Recognised &) = default;
};

/// By the least that each kind's answers, also its errors, have in common. Never wrong about HTML; about kinds only as
/// good as what they show without a login. Pure.
Recognised recogniseAnswer(const QByteArray &contentType, const QByteArray &body);

/// "a WAHA server", for a sentence.
QString kindInASentence(NodeKind kind);

/// Paths below a node's address that tell without a login what it is; GET.
QStringList tellingPaths();

} // namespace barograph
