// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <tl/expected.hpp>

namespace barograph {

/// What a control found before it changed something.
struct ControlSnapshot
{
    QString nodeId;
    QString target;    ///< ControlAction::targetKind() of the action that can put it back
    QJsonObject state; ///< as ControlAction::read() gave it; may hold a webhook address with its secret
};

/// One file of mode 0600 per control, below a folder of mode 0700. Because a snapshot may hold a webhook address, it is
/// never shown or logged as it is. Keeps the newest 500. Not thread-safe.
class SnapshotStore
{
public:
    explicit SnapshotStore(QString folder);

    tl::expected<void, QString> save(const QString &controlId, const ControlSnapshot &snapshot);
    /// The error is a sentence.
    tl::expected<ControlSnapshot, QString> load(const QString &controlId) const;
    void remove(const QString &controlId);

private:
    QString fileOf(const QString &controlId) const;
    void dropOldest();

    QString m_folder;
};

} // namespace barograph
