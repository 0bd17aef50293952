// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "setup/config_edit.h"
#include "setup/node_test.h"
#include "setup/route_offer.h"
#include "setup/secrets_status.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace barograph {

class AddNodeWizard;
class ConfigFileDialog;
class EditNodeDialog;
class NodeDialog;
class SecretsDialog;

/// Keeps the setup dialogs: opens them, gives their wishes a ticket, and hands each answer to the dialog that waits for
/// it. Decides nothing; whoever is connected does. GUI thread.
class SetupFlow : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<UtcTime()>;

    SetupFlow(Clock clock, QWidget *dialogParent);

    /// All configured nodes, in their order.
    void setNodes(const std::vector<NodeConfig> &nodes);
    const std::vector<NodeConfig> &nodes() const { return m_nodes; }
    const NodeConfig *node(const QString &id) const;
    void setSecretsStatus(const SecretsStatus &status);
    const SecretsStatus &secretsStatus() const { return m_secretsStatus; }
    void setFrame(const Frame &frame, UtcTime now);
    /// What is added to a demo is forgotten with it: adding and importing then offer to leave it first.
    void setDemo(bool demo) { m_demo = demo; }

    void addNode();
    void openRoute(const QString &id);
    void editNode(const QString &id);
    void switchNode(const QString &id);
    void duplicateNode(const QString &id);
    void removeNode(const QString &id);
    void chooseGroup(const QString &id);
    /// By one place among those that stand in the same group.
    void moveNode(const QString &id, bool down);
    bool canMove(const QString &id, bool down) const;
    /// To the place before another node, or last in that group if `beforeId` is empty.
    void moveNodeTo(const QString &id, const QString &group, const QString &beforeId);
    void importConfig();
    void exportConfig();
    void openSecrets();

    /// True: a dialog was waiting for it and shows it.
    bool configEdited(const ConfigEditResult &result);
    void showTest(const NodeTestReport &report);
    void showOffer(const RouteOffer &offer);
    void showSelfTest(const SelfTestResult &result);

Q_SIGNALS:
    void editRequested(const barograph::ConfigEditRequest &request);
    void testRequested(const barograph::NodeTestRequest &request);
    void testCancelled(quint64 ticket);
    void offerRequested(const QString &nodeId);
    void selfTestRequested(const QString &nodeId);
    void secretsChosen(const barograph::SecretsChoice &choice);
    /// Close the demo, open the operator's own configuration and add a number to that.
    void leaveDemoRequested();
    /// A node was set up to the end: it should be looked at.
    void finished(const QString &nodeId);

private:
    quint64 request(const ConfigEdit &edit);
    void connectDialog(NodeDialog *dialog);
    void openFileDialog(QPointer<ConfigFileDialog> &dialog, bool importing);
    void askToLeaveDemo();
    AddNodeWizard *openWizard();
    std::vector<NodeDialog *> nodeDialogs() const;
    /// Place among all nodes of the neighbour in the same group; −1 if there is none.
    int neighbourRow(const QString &id, bool down) const;
    int rowOf(const QString &id) const;

    Clock m_clock;
    QWidget *m_dialogParent;
    std::vector<NodeConfig> m_nodes;
    SecretsStatus m_secretsStatus;
    quint64 m_lastTicket = 0;
    /// Who waits for which ticket.
    std::map<quint64, QPointer<NodeDialog>> m_saves;
    std::map<quint64, QPointer<NodeDialog>> m_tests;
    std::map<quint64, QPointer<ConfigFileDialog>> m_files;
    QPointer<AddNodeWizard> m_wizard;
    std::map<QString, QPointer<EditNodeDialog>> m_editors;
    QPointer<SecretsDialog> m_secrets;
    QPointer<ConfigFileDialog> m_import;
    QPointer<ConfigFileDialog> m_export;
    bool m_demo = false;
};

} // namespace barograph
