// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "widgets/fitted_dialog.h"

QT_BEGIN_NAMESPACE
class QComboBox;
QT_END_NAMESPACE

namespace barograph {

/// Asks for the heading under which a node stands: one of those in use, a new one, or none. Not modal.
class GroupDialog : public FittedDialog
{
    Q_OBJECT

public:
    GroupDialog(const NodeConfig &node, const QStringList &groups, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &nodeId, const QString &group);

private:
    QComboBox *m_group;
};

} // namespace barograph
