// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <vector>

namespace barograph {

/// Something to run or to enter at the node so that it sends its webhooks here.
struct RouteCommand
{
    QString title;   ///< e.g. "Set it with curl"
    QString command; ///< with the full address in it; goes to the clipboard. Credentials stand as $PLACEHOLDERS
};

/// All that is needed to point a node's webhooks at Barograph. Holds the secret address: never logged, not kept.
struct RouteOffer
{
    QString nodeId;
    QString url;                ///< full, with its secret
    QString shownUrl;           ///< the same with the secret hidden
    QString verifyToken;        ///< Cloud API; else empty
    bool secretMissing = false; ///< the route asks for a signature or token and none is stored
    QString notice; ///< what stands in the way, e.g. that only this machine can reach the address; may be empty
    std::vector<RouteCommand> commands;
};

/// How a callback that Barograph sent to itself over the real socket came out.
struct SelfTestResult
{
    QString nodeId;
    bool ok = false;
    QString text; ///< one or two sentences
};

} // namespace barograph

Q_DECLARE_METATYPE(barograph::RouteOffer)
Q_DECLARE_METATYPE(barograph::SelfTestResult)
