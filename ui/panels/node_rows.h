// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QAbstractListModel>

namespace barograph {

/// Rows of the node list: one for each node of the newest frame.
class NodeRows : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setFrame(const FramePtr &frame, UtcTime now);
    const NodeFrame *nodeAt(int row) const;
    int rowOf(const QString &id) const;
    UtcTime now() const { return m_now; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    FramePtr m_frame;
    UtcTime m_now{};
};

} // namespace barograph
