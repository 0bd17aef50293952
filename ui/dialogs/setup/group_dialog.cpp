// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/group_dialog.h"

#include "widgets/font_scaled.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace barograph {

GroupDialog::GroupDialog(const NodeConfig &node, const QStringList &groups, QWidget *parent)
    : FittedDialog(parent)
    , m_group(new QComboBox(this))
{
    setObjectName(QStringLiteral("groupDialog"));
    setWindowTitle(tr("Group of %1").arg(node.name));
    setModal(false);
    resize(fontScaled(420, font()), 1); // as high as its texts need
    auto *layout = new QVBoxLayout(this);
    auto *label = new QLabel(tr("&Heading under which it stands in the list. Choose one, type a new one, or leave it "
                                "empty for none."),
                             this);
    label->setWordWrap(true);
    label->setBuddy(m_group);
    m_group->setEditable(true);
    m_group->addItem(QString());
    m_group->addItems(groups);
    m_group->setEditText(node.group);
    m_group->lineEdit()->setMaxLength(80);
    m_group->lineEdit()->setPlaceholderText(tr("none"));
    m_group->setObjectName(QStringLiteral("group"));
    m_group->setAccessibleName(tr("Group"));
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("&Move it there"), QDialogButtonBox::AcceptRole)->setObjectName(QStringLiteral("setGroup"));
    buttons->addButton(QDialogButtonBox::Cancel)->setAutoDefault(false);
    layout->addWidget(label);
    layout->addWidget(m_group);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, id = node.id] {
        Q_EMIT chosen(id, m_group->currentText().trimmed());
        accept();
    });
}

} // namespace barograph
