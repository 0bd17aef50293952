// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/setup_flow.h"

#include "dialogs/setup/add_node_wizard.h"
#include "dialogs/setup/config_file_dialog.h"
#include "dialogs/setup/edit_node_dialog.h"
#include "dialogs/setup/group_dialog.h"
#include "dialogs/setup/secrets_dialog.h"
#include "widgets/side_window.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>

namespace barograph {

SetupFlow::SetupFlow(Clock clock, QWidget *dialogParent)
    : QObject(dialogParent)
    , m_clock(std::move(clock))
    , m_dialogParent(dialogParent)
{}

void SetupFlow::setNodes(const std::vector<NodeConfig> &nodes)
{
    m_nodes = nodes;
    QStringList ids;
    for (const NodeConfig &node : nodes)
        ids << node.id;
    for (NodeDialog *dialog : nodeDialogs())
        dialog->setKnown(nodes);
    for (ConfigFileDialog *dialog : {m_import.data(), m_export.data()}) {
        if (dialog)
            dialog->setPresentIds(ids);
    }
}

const NodeConfig *SetupFlow::node(const QString &id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_nodes[static_cast<std::size_t>(row)];
}

int SetupFlow::rowOf(const QString &id) const
{
    const auto found =
        std::find_if(m_nodes.begin(), m_nodes.end(), [&](const NodeConfig &node) { return node.id == id; });
    return found == m_nodes.end() ? -1 : static_cast<int>(found - m_nodes.begin());
}

std::vector<NodeDialog *> SetupFlow::nodeDialogs() const
{
    std::vector<NodeDialog *> dialogs;
    if (m_wizard)
        dialogs.push_back(m_wizard);
    for (const auto &[id, editor] : m_editors) {
        if (editor)
            dialogs.push_back(editor);
    }
    return dialogs;
}

void SetupFlow::setSecretsStatus(const SecretsStatus &status)
{
    m_secretsStatus = status;
    if (m_secrets)
        m_secrets->setStatus(status);
    for (NodeDialog *dialog : nodeDialogs())
        dialog->setSecretsStatus(status);
}

void SetupFlow::setFrame(const Frame &frame, UtcTime now)
{
    for (NodeDialog *dialog : nodeDialogs())
        dialog->setFrame(frame, now);
}

quint64 SetupFlow::request(const ConfigEdit &edit)
{
    const quint64 ticket = ++m_lastTicket;
    Q_EMIT editRequested({ticket, edit});
    return ticket;
}

void SetupFlow::connectDialog(NodeDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setKnown(m_nodes);
    dialog->setSecretsStatus(m_secretsStatus);
    const auto cancelOf = [this, dialog] {
        for (auto at = m_tests.begin(); at != m_tests.end();) {
            if (at->second != dialog) {
                ++at;
                continue;
            }
            const quint64 ticket = at->first;
            at = m_tests.erase(at);
            Q_EMIT testCancelled(ticket);
        }
    };
    connect(dialog, &NodeDialog::testCancelled, this, cancelOf);
    connect(dialog, &NodeDialog::testRequested, this, [this, dialog](const NodeDraft &draft) {
        const quint64 ticket = ++m_lastTicket;
        m_tests[ticket] = dialog;
        Q_EMIT testRequested({ticket, draft});
    });
    connect(dialog, &NodeDialog::saveRequested, this, [this, dialog](const NodeDraft &draft) {
        // Known before it is asked for: the answer may come at once.
        m_saves[m_lastTicket + 1] = dialog;
        request(SaveNode{draft});
    });
    connect(dialog, &NodeDialog::offerRequested, this, &SetupFlow::offerRequested);
    connect(dialog, &NodeDialog::selfTestRequested, this, &SetupFlow::selfTestRequested);
    connect(dialog, &NodeDialog::secretsChoiceRequested, this, &SetupFlow::openSecrets);
}

AddNodeWizard *SetupFlow::openWizard()
{
    m_wizard = new AddNodeWizard(m_clock, m_dialogParent);
    connectDialog(m_wizard);
    connect(m_wizard, &AddNodeWizard::finished, this, &SetupFlow::finished);
    bringToFront(*m_wizard);
    return m_wizard;
}

void SetupFlow::askToLeaveDemo()
{
    if (raiseIfOpen(m_dialogParent, QStringLiteral("leaveDemoDialog")))
        return;
    auto *box = new QMessageBox(QMessageBox::Question, tr("Leave the demo?"), tr("This is the demo."),
                                QMessageBox::Cancel, m_dialogParent);
    box->setObjectName(QStringLiteral("leaveDemoDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(
        tr("Numbers that are added to it are forgotten when it closes. Leave it and add a number to "
           "your own configuration?"));
    QPushButton *leave = box->addButton(tr("&Leave the demo"), QMessageBox::AcceptRole);
    leave->setObjectName(QStringLiteral("leaveDemo"));
    box->setDefaultButton(leave);
    box->setModal(false);
    connect(leave, &QPushButton::clicked, this, &SetupFlow::leaveDemoRequested);
    bringToFront(*box);
}

void SetupFlow::addNode()
{
    if (m_demo) {
        askToLeaveDemo();
        return;
    }
    if (m_wizard)
        bringToFront(*m_wizard);
    else
        openWizard();
}

void SetupFlow::openRoute(const QString &id)
{
    const NodeConfig *wanted = node(id);
    if (!wanted)
        return;
    if (m_wizard)
        bringToFront(*m_wizard); // one at a time: it may hold what was typed
    else
        openWizard()->openRoute(*wanted);
}

void SetupFlow::editNode(const QString &id)
{
    const NodeConfig *wanted = node(id);
    if (!wanted)
        return;
    QPointer<EditNodeDialog> &editor = m_editors[id];
    if (!editor) {
        editor = new EditNodeDialog(*wanted, m_dialogParent);
        connectDialog(editor);
    }
    bringToFront(*editor);
}

void SetupFlow::switchNode(const QString &id)
{
    if (const NodeConfig *wanted = node(id))
        request(SwitchNode{id, !wanted->enabled});
}

void SetupFlow::duplicateNode(const QString &id)
{
    if (node(id))
        request(DuplicateNode{id});
}

void SetupFlow::removeNode(const QString &id)
{
    const NodeConfig *wanted = node(id);
    if (!wanted || raiseIfOpen(m_dialogParent, QStringLiteral("removeDialog"), id))
        return;
    auto *box =
        new QMessageBox(QMessageBox::Question, tr("Remove %1?").arg(wanted->name),
                        tr("Remove %1 from the configuration?").arg(wanted->name), QMessageBox::Cancel, m_dialogParent);
    box->setObjectName(QStringLiteral("removeDialog"));
    markAbout(*box, id);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Its history is kept, and so are reports on it. Webhooks that it goes on sending will "
                               "be refused."));
    auto *secrets = new QCheckBox(tr("Remove its stored &passwords and keys too"), box);
    secrets->setObjectName(QStringLiteral("removeSecretsToo"));
    secrets->setChecked(true);
    box->setCheckBox(secrets);
    QPushButton *remove = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("confirmRemove"));
    box->setDefaultButton(QMessageBox::Cancel);
    box->setModal(false);
    connect(remove, &QPushButton::clicked, this, [this, id, secrets] {
        request(RemoveNode{id, secrets->isChecked()});
    });
    bringToFront(*box);
}

void SetupFlow::chooseGroup(const QString &id)
{
    const NodeConfig *wanted = node(id);
    if (!wanted || raiseIfOpen(m_dialogParent, QStringLiteral("groupDialog"), id))
        return;
    QStringList groups;
    for (const NodeConfig &other : m_nodes) {
        if (!other.group.isEmpty() && !groups.contains(other.group))
            groups << other.group;
    }
    auto *dialog = new GroupDialog(*wanted, groups, m_dialogParent);
    markAbout(*dialog, id);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GroupDialog::chosen, this, [this](const QString &nodeId, const QString &group) {
        request(GroupNode{nodeId, group});
    });
    bringToFront(*dialog);
}

int SetupFlow::neighbourRow(const QString &id, bool down) const
{
    const int row = rowOf(id);
    if (row < 0)
        return -1;
    const QString &group = m_nodes[static_cast<std::size_t>(row)].group;
    const int step = down ? 1 : -1;
    for (int other = row + step; other >= 0 && other < static_cast<int>(m_nodes.size()); other += step) {
        if (m_nodes[static_cast<std::size_t>(other)].group == group)
            return other;
    }
    return -1;
}

bool SetupFlow::canMove(const QString &id, bool down) const
{
    return neighbourRow(id, down) >= 0;
}

void SetupFlow::moveNode(const QString &id, bool down)
{
    if (const int row = neighbourRow(id, down); row >= 0)
        request(MoveNode{id, row});
}

void SetupFlow::moveNodeTo(const QString &id, const QString &group, const QString &beforeId)
{
    const NodeConfig *moved = node(id);
    if (!moved || id == beforeId)
        return;
    const int from = rowOf(id);
    int before = rowOf(beforeId);
    // Where it stands already: a change that nobody sees is none.
    if (moved->group == group && neighbourRow(id, true) == before)
        return;
    if (before < 0) {
        // Behind the last one of the group.
        for (int row = 0; row < static_cast<int>(m_nodes.size()); ++row) {
            if (row != from && m_nodes[static_cast<std::size_t>(row)].group == group)
                before = row + 1;
        }
    }
    if (moved->group != group)
        request(GroupNode{id, group});
    if (before < 0)
        return;
    // The row among those that are left once it is taken out of its place.
    const int row = before > from ? before - 1 : before;
    if (row != from)
        request(MoveNode{id, row});
}

void SetupFlow::openFileDialog(QPointer<ConfigFileDialog> &dialog, bool importing)
{
    if (!dialog) {
        dialog = new ConfigFileDialog(importing ? ConfigFileDialog::Way::Import : ConfigFileDialog::Way::Export,
                                      m_dialogParent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &ConfigFileDialog::requested, this, [this, shown = dialog.data()](const ConfigEdit &edit) {
            m_files[m_lastTicket + 1] = shown;
            request(edit);
        });
        QStringList ids;
        for (const NodeConfig &node : m_nodes)
            ids << node.id;
        dialog->setPresentIds(ids);
    }
    bringToFront(*dialog);
}

void SetupFlow::importConfig()
{
    if (m_demo) {
        askToLeaveDemo();
        return;
    }
    openFileDialog(m_import, true);
}

void SetupFlow::exportConfig()
{
    openFileDialog(m_export, false);
}

void SetupFlow::openSecrets()
{
    if (!m_secrets) {
        m_secrets = new SecretsDialog(m_dialogParent);
        m_secrets->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_secrets, &SecretsDialog::chosen, this, &SetupFlow::secretsChosen);
        m_secrets->setStatus(m_secretsStatus);
    }
    bringToFront(*m_secrets);
}

bool SetupFlow::configEdited(const ConfigEditResult &result)
{
    if (const auto save = m_saves.find(result.ticket); save != m_saves.end()) {
        const QPointer<NodeDialog> dialog = save->second;
        m_saves.erase(save);
        if (dialog)
            dialog->saveFinished(result);
        return dialog;
    }
    if (const auto file = m_files.find(result.ticket); file != m_files.end()) {
        const QPointer<ConfigFileDialog> dialog = file->second;
        m_files.erase(file);
        if (dialog)
            dialog->finish(result);
        return dialog;
    }
    return false;
}

void SetupFlow::showTest(const NodeTestReport &report)
{
    const auto found = m_tests.find(report.ticket);
    if (found == m_tests.end())
        return;
    const QPointer<NodeDialog> dialog = found->second;
    if (report.finished)
        m_tests.erase(found);
    if (dialog)
        dialog->showTest(report);
}

void SetupFlow::showOffer(const RouteOffer &offer)
{
    for (NodeDialog *dialog : nodeDialogs())
        dialog->showOffer(offer);
}

void SetupFlow::showSelfTest(const SelfTestResult &result)
{
    for (NodeDialog *dialog : nodeDialogs())
        dialog->showSelfTest(result);
}

} // namespace barograph
