// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/edit_node_dialog.h"

#include "dialogs/setup/draft_fields.h"
#include "dialogs/setup/field_form.h"
#include "dialogs/setup/kind_words.h"
#include "dialogs/setup/route_panel.h"
#include "dialogs/setup/test_panel.h"
#include "widgets/badge.h"
#include "widgets/font_scaled.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace barograph {

EditNodeDialog::EditNodeDialog(const NodeConfig &node, QWidget *parent)
    : NodeDialog(parent)
    , m_id(node.id)
    , m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("editNodeDialog"));
    setWindowTitle(tr("%1 (%2)").arg(node.name, kindTitle(node.kind)));
    resize(fontScaled(QSize(760, 600), *this));
    auto *layout = new QVBoxLayout(this);
    layout->addStrut(fontScaled(560, font())); // a minimum of the window would undo that of its texts
    layout->addWidget(secretsHint());
    layout->addWidget(error());
    layout->addWidget(m_tabs, 1);
    m_tabs->setObjectName(QStringLiteral("editTabs"));
    m_tabs->setUsesScrollButtons(true);
    addTab(fields()->identity(), tr("Number"), QStringLiteral("tabNumber"));
    addTab(fields()->access(), tr("Address and login"), QStringLiteral("tabAccess"));
    addTab(fields()->more(), tr("More"), QStringLiteral("tabMore"));
    addTab(test(), tr("Test"), QStringLiteral("tabTest"));
    addTab(route(), tr("Webhooks"), QStringLiteral("tabWebhooks"));
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    QPushButton *close = buttons->addButton(QDialogButtonBox::Close);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    close->setObjectName(QStringLiteral("close"));
    close->setAutoDefault(false);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &EditNodeDialog::trySave);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tabs, &QTabWidget::currentChanged, this, &EditNodeDialog::tabChanged);
    setTabOrder(m_tabs->tabBar(), fields()->identity());
    fields()->setDraft({node, {}, node.id});
    route()->setNode(node.kind, node.webhook.auth);
}

void EditNodeDialog::addTab(QWidget *content, const QString &title, const QString &name)
{
    auto *area = new QScrollArea(m_tabs);
    area->setObjectName(name);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto *room = new QWidget(area);
    auto *layout = new QVBoxLayout(room);
    layout->addWidget(content);
    layout->addStretch();
    area->setWidget(room);
    m_tabs->addTab(area, title);
}

void EditNodeDialog::trySave()
{
    if (isSaving())
        return;
    if (const QString field = fields()->showAllProblems(); !field.isEmpty()) {
        notSaved(field);
        return;
    }
    m_save->setEnabled(false);
    save(fields()->draft());
}

void EditNodeDialog::tabChanged(int tab)
{
    if (tab != WebhooksTab || m_offerAsked)
        return;
    m_offerAsked = true;
    route()->setBusy(tr("Fetching the address."));
    Q_EMIT offerRequested(m_id);
}

void EditNodeDialog::saved(const QString & /*nodeId*/)
{
    accept();
}

void EditNodeDialog::notSaved(const QString &field)
{
    m_save->setEnabled(true);
    if (field.isEmpty())
        return;
    const FieldForm *form = fields()->formOf(field);
    m_tabs->setCurrentIndex(form == fields()->identity() ? NumberTab
                            : form == fields()->access() ? AccessTab
                                                         : MoreTab);
    fields()->focusField(field);
}

} // namespace barograph
