// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QWidget>

namespace barograph {

class StormListModel;
class TableView;

/// The storms of the chosen number: what their receipts cost so far and how much is still to come.
class StormsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit StormsPanel(QWidget *parent = nullptr);

    void setNode(const FramePtr &frame, const NodeFrame &node, UtcTime now);

private:
    StormListModel *m_storms;
    TableView *m_table;
};

} // namespace barograph
