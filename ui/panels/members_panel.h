// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QWidget>

namespace barograph {

class MarkLabel;
class MemberListModel;
class TableView;
class ValueLabel;

/// The members of the chosen number's cluster and how they were asked.
class MembersPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MembersPanel(QWidget *parent = nullptr);

    void setNode(const NodeFrame &node, UtcTime now);

private:
    MarkLabel *m_judgement;
    MarkLabel *m_probe;
    MemberListModel *m_members;
    TableView *m_table;
};

} // namespace barograph
