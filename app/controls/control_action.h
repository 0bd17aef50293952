// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"

#include <QJsonObject>
#include <QObject>

#include <tl/expected.hpp>

#include <functional>

namespace barograph {

/// What will change, as it is shown before anything is written.
struct ControlPlan
{
    QString title;
    QString target; ///< method and URL without secrets
    std::vector<ControlChange> changes;
    QStringList consequences;
};

/// One change to somebody else's system, in steps: read, plan, write, compare. Every kind of control implements these,
/// so that all of them are previewed, audited, verified and restored in the same way. Lives on the poller thread.
/// Callbacks come later, once, and not at all after destruction. Errors are sentences.
class ControlAction : public QObject
{
    Q_OBJECT

public:
    using StateRead = std::function<void(const tl::expected<QJsonObject, QString> &)>;
    using Written = std::function<void(const tl::expected<void, QString> &)>;

    using QObject::QObject;

    /// Name in the audit trail, e.g. "pause-queue".
    virtual QString auditName() const = 0;
    /// Which state this reads and writes; a snapshot goes back to an action of the same kind.
    virtual QString targetKind() const = 0;

    /// Everything that the action could change or that decides about it. May hold secrets.
    virtual void read(StateRead done) = 0;
    /// What would change from `state`. The error says why nothing is to be done or cannot be.
    virtual tl::expected<ControlPlan, QString> plan(const QJsonObject &state) const = 0;
    /// Writes, given the state that was read last.
    virtual void write(const QJsonObject &before, Written done) = 0;
    /// What of the wanted is missing in `now`, as a sentence; empty if all is as wanted and nothing else changed.
    virtual QString missing(const QJsonObject &before, const QJsonObject &now) const = 0;
};

} // namespace barograph
