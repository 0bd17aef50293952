// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QScrollArea;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;
class MemberListModel;
class TableView;
class TopologyPicture;

/// The members of the chosen number's cluster, as a picture or as a table, and how they were asked.
class MembersPanel : public QWidget
{
    Q_OBJECT

public:
    explicit MembersPanel(QWidget *parent = nullptr);

    void setNode(const NodeFrame &node, UtcTime now);

private:
    MarkLabel *m_judgement;
    MarkLabel *m_probe;
    MarkLabel *m_failover;
    QCheckBox *m_asTable;
    TopologyPicture *m_picture;
    QScrollArea *m_pictureArea;
    MemberListModel *m_members;
    TableView *m_table;
};

} // namespace barograph
