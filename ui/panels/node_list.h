// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QListView>

namespace barograph {

class NodeListModel;

/// All nodes as cards, in the order of the configuration.
class NodeList : public QListView
{
    Q_OBJECT

public:
    explicit NodeList(QWidget *parent = nullptr);

    /// Chooses the first node while none is chosen.
    void setFrame(const FramePtr &frame, UtcTime now);
    /// Empty while there is none.
    QString chosenId() const;
    void choose(const QString &id);

    QSize sizeHint() const override { return {300, 400}; }
    QSize minimumSizeHint() const override { return {240, 120}; }

Q_SIGNALS:
    void chosen(const QString &id);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    NodeListModel *m_nodes;
};

} // namespace barograph
