// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe_result.h"

#include <QObject>

namespace barograph {

/// Asks one node about itself, again and again, in its own rhythm. One implementation per kind of node, made by
/// makeNodeRuntime(). Lives on the poller thread; destroying it ends everything under way.
class NodeProbe : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Everything is asked again as soon as the budget allows, also if backing off: something changed.
    virtual void askNow() = 0;

Q_SIGNALS:
    void probed(const barograph::ProbeResult &result);
};

} // namespace barograph
