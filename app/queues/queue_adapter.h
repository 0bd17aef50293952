// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe_result.h"

#include <QObject>
#include <QString>

#include <tl/expected.hpp>

#include <functional>

namespace barograph {

/// One bot's outbound queue. One implementation per kind of queue, each in its own folder. Lives on the poller thread.
class QueueAdapter : public QObject
{
    Q_OBJECT

public:
    using Looked = std::function<void(const QueueResult &)>;
    using Commanded = std::function<void(const tl::expected<void, QString> &)>;

    using QObject::QObject;

    /// What the operator calls the queue.
    virtual QString name() const = 0;
    /// Method and address of a pause or resume as they may be shown. Empty: not supported.
    virtual QString commandTarget(bool pause) const = 0;
    /// False: the queue never says whether it is paused.
    virtual bool tellsPaused() const = 0;

    /// One look at the queue. `done` is called once, later, unless `context` or the adapter goes before.
    virtual void look(QObject *context, Looked done) = 0;
    /// Stops or continues the queue. Success means that the queue accepted it, not that it did it.
    virtual void command(bool pause, const QString &reason, QObject *context, Commanded done) = 0;
};

} // namespace barograph
