// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/setup/node_dialog.h"

QT_BEGIN_NAMESPACE
class QPushButton;
class QTabWidget;
QT_END_NAMESPACE

namespace barograph {

/// Everything about a configured node, in tabs.
class EditNodeDialog : public NodeDialog
{
    Q_OBJECT

public:
    EditNodeDialog(const NodeConfig &node, QWidget *parent);

    QString nodeId() const override { return m_id; }

protected:
    void saved(const QString &nodeId) override;
    void notSaved(const QString &field) override;

private:
    enum Tab : int { NumberTab, AccessTab, MoreTab, TestTab, WebhooksTab };

    void addTab(QWidget *content, const QString &title, const QString &name);
    void trySave();
    void tabChanged(int tab);

    QString m_id;
    QTabWidget *m_tabs;
    QPushButton *m_save;
    bool m_offerAsked = false;
};

} // namespace barograph
