// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
QT_END_NAMESPACE

namespace barograph {

class NodeLayouts;

/// Own layouts: save the present one, use, rename, delete, write to and read from files. Not modal: the view goes on.
class LayoutsDialog : public QDialog
{
    Q_OBJECT

public:
    LayoutsDialog(NodeLayouts &layouts, QWidget *parent);

private:
    QString chosen() const;
    void refresh();
    void updateButtons();
    void finish(const QString &problem);

    NodeLayouts &m_layouts;
    QListWidget *m_list;
    QLineEdit *m_name;
    QLabel *m_problem;
    QPushButton *m_save;
    QPushButton *m_use;
    QPushButton *m_rename;
    QPushButton *m_remove;
    QPushButton *m_export;
};

} // namespace barograph
