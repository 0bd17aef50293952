// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "widgets/fitted_dialog.h"

#include <QSet>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QTreeWidget;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;
class SpendBar;

/// What will one message to these groups cost? Groups that the node has told of can be ticked, others entered as
/// "10 × 256". The answer follows each change, in words and as a small picture. Changes nothing anywhere and leaves the
/// window usable.
class StormCalculator : public FittedDialog
{
    Q_OBJECT

public:
    explicit StormCalculator(QWidget *parent = nullptr);

    /// The number that is asked about, as it stands now; keeps what is ticked while it is the same number.
    void setNode(const NodeFrame &node);
    const QString &nodeId() const { return m_node.id; }

private:
    void listGroups();
    void answer();
    std::vector<quint32> chosenGroups() const;
    void setChecked(bool checked);

    NodeFrame m_node;
    bool m_listing = false;
    QLabel *m_title;
    QLabel *m_groupsHint;
    QTreeWidget *m_groups;
    QWidget *m_groupButtons;
    QLineEdit *m_entered;
    QLabel *m_enteredWrong;
    QLabel *m_result;
    SpendBar *m_bar;
    MarkLabel *m_warning;
};

} // namespace barograph
