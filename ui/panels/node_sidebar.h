// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QToolButton;
QT_END_NAMESPACE

namespace barograph {

class NodeList;

/// The list of nodes with a line to narrow it, once there are many, and a button to add one.
class NodeSidebar : public QWidget
{
    Q_OBJECT

public:
    explicit NodeSidebar(NodeList *list, QWidget *parent = nullptr);

    /// The list has got other nodes, or more or fewer of them.
    void updateState();
    /// Brings the line up, also where there are few nodes.
    void startFilter(const QString &text = {});
    void setAddEnabled(bool enabled);

Q_SIGNALS:
    void addRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void applyFilter();

    NodeList *m_list;
    QLineEdit *m_filter;
    QLabel *m_none;
    QToolButton *m_add;
    bool m_wanted = false; ///< asked for although there are few nodes
};

} // namespace barograph
