// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/node_dialog.h"

#include "dialogs/setup/draft_fields.h"
#include "dialogs/setup/field_form.h"
#include "dialogs/setup/route_panel.h"
#include "dialogs/setup/secret_names.h"
#include "dialogs/setup/test_panel.h"
#include "widgets/badge.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScopedValueRollback>

namespace barograph {

namespace {

constexpr int kHttpsPort = 443;

} // namespace

NodeDialog::NodeDialog(QWidget *parent)
    : FittedDialog(parent)
    , m_fields(new DraftFields(this))
    , m_test(new TestPanel(this))
    , m_route(new RoutePanel(this))
    , m_secretsHint(new QWidget(this))
    , m_secretsText(new MarkLabel(m_secretsHint))
    , m_error(new MarkLabel(this))
{
    setModal(false);
    setSizeGripEnabled(true);
    m_error->setWordWrap(true);
    m_error->setVisible(false);
    m_error->setObjectName(QStringLiteral("setupError"));
    buildSecretsHint();
    connect(m_fields, &DraftFields::edited, this, [this] {
        if (m_takingOver)
            return;
        m_error->setVisible(false);
        cancelTest();
        m_test->reset(tr("Not tested as it stands now."));
        testChanged();
    });
    connect(m_test, &TestPanel::testRequested, this, &NodeDialog::startTest);
    connect(m_test, &TestPanel::cancelRequested, this, [this] {
        Q_EMIT testCancelled();
        testChanged();
    });
    connect(m_test, &TestPanel::pinRequested, this, [this](const QString &sha256) {
        m_fields->setPin(sha256);
        startTest();
    });
    connect(m_test, &TestPanel::accountChosen, this, [this](const QString &account) {
        m_fields->setAccount(account);
        startTest();
    });
    connect(m_route, &RoutePanel::storeSecretRequested, this, &NodeDialog::storeWebhookSecret);
    connect(m_route, &RoutePanel::selfTestRequested, this, [this] { Q_EMIT selfTestRequested(nodeId()); });
}

void NodeDialog::buildSecretsHint()
{
    auto *layout = new QHBoxLayout(m_secretsHint);
    layout->setContentsMargins({});
    auto *choose = new QPushButton(tr("&Passwords and keys…"), m_secretsHint);
    choose->setObjectName(QStringLiteral("chooseSecrets"));
    choose->setAutoDefault(false);
    m_secretsText->setWordWrap(true);
    m_secretsText->setObjectName(QStringLiteral("secretsHint"));
    layout->addWidget(m_secretsText, 1, Qt::AlignVCenter);
    layout->addWidget(choose, 0, Qt::AlignTop);
    m_secretsHint->setVisible(false);
    connect(choose, &QPushButton::clicked, this, &NodeDialog::secretsChoiceRequested);
}

void NodeDialog::setKnown(const std::vector<NodeConfig> &nodes)
{
    m_known = nodes;
    m_fields->setKnown(nodes);
}

void NodeDialog::setSecretsStatus(const SecretsStatus &status)
{
    const bool cannotKeep = status.home == SecretsHome::Undecided || status.home == SecretsHome::FileLocked;
    m_secretsText->setContent(Mark::Warning,
                              status.home == SecretsHome::FileLocked
                                  ? tr("The file with passwords and keys is locked: unlock it before you save.")
                                  : tr("It is not decided yet where passwords and keys are kept: choose before you "
                                       "save."));
    m_secretsHint->setVisible(cannotKeep);
}

void NodeDialog::startTest()
{
    cancelTest();
    m_test->begin();
    testChanged();
    Q_EMIT testRequested(m_fields->draft());
}

void NodeDialog::cancelTest()
{
    if (!m_test->isRunning())
        return;
    m_test->reset(tr("The test was stopped."));
    Q_EMIT testCancelled();
}

void NodeDialog::showTest(const NodeTestReport &report)
{
    if (!m_test->isRunning())
        return;
    const NodeConfig node = m_fields->draft().config;
    if (report.finished && report.shards) {
        const QScopedValueRollback guard(m_takingOver, true);
        m_fields->setShards(*report.shards);
    }
    m_test->showReport(report, node.baseUrl.port(kHttpsPort), node.account);
    testChanged();
}

void NodeDialog::save(const NodeDraft &draft)
{
    m_error->setVisible(false);
    m_lastSaved = draft;
    m_saving = Saving::Draft;
    Q_EMIT saveRequested(draft);
}

void NodeDialog::storeWebhookSecret(const Secret &secret)
{
    NodeDraft draft;
    draft.config = m_lastSaved.config;
    // As it is stored by now: somebody may have edited the file.
    for (const NodeConfig &node : m_known) {
        if (node.id == nodeId())
            draft.config = node;
    }
    draft.editedId = nodeId();
    draft.secrets[DraftSecret::kWebhookSecret] = secret;
    m_saving = Saving::WebhookSecret;
    Q_EMIT saveRequested(draft);
}

void NodeDialog::saveFinished(const ConfigEditResult &result)
{
    const Saving was = std::exchange(m_saving, Saving::Nothing);
    if (was == Saving::WebhookSecret) {
        m_route->secretStored(result.ok, result.text);
        if (result.ok)
            Q_EMIT offerRequested(nodeId());
        return;
    }
    if (result.ok) {
        m_fields->clearSecrets();
        m_lastSaved.secrets.clear();
        saved(result.nodeId.isEmpty() ? m_lastSaved.config.id : result.nodeId);
        return;
    }
    m_lastSaved.secrets.clear();
    const QString field = m_fields->showError(result.field, result.text);
    const bool atField = !field.isEmpty() && m_fields->formOf(field)->isFieldVisible(field);
    if (!atField) {
        const QString text = result.field.isEmpty() ? tr("Not saved. %1").arg(result.text)
                                                    : tr("Not saved. %1: %2").arg(result.field, result.text);
        m_error->setContent(Mark::Critical, text);
        m_error->setAccessibleName(text);
    }
    m_error->setVisible(!atField);
    notSaved(atField ? field : QString());
}

void NodeDialog::showOffer(const RouteOffer &offer)
{
    if (offer.nodeId == nodeId())
        m_route->showOffer(offer);
}

void NodeDialog::showSelfTest(const SelfTestResult &result)
{
    if (result.nodeId == nodeId())
        m_route->showSelfTest(result);
}

void NodeDialog::done(int result)
{
    cancelTest();
    m_fields->clearSecrets();
    m_lastSaved.secrets.clear();
    m_route->clear();
    QDialog::done(result);
}

} // namespace barograph
