// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/draft_fields.h"

#include "dialogs/setup/field_form.h"
#include "dialogs/setup/kind_words.h"
#include "dialogs/setup/secret_field.h"
#include "dialogs/setup/secret_names.h"
#include "dialogs/setup/tps_choice.h"
#include "dialogs/setup/trust_choice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

namespace barograph {

QString DraftFields::secretKey(const QString &name)
{
    return QStringLiteral("secret.") + name;
}

DraftFields::DraftFields(QWidget *parent)
    : QObject(parent)
    , m_identity(new FieldForm(parent))
    , m_access(new FieldForm(parent))
    , m_more(new FieldForm(parent))
{
    buildIdentity();
    buildAccess();
    buildMore();
    setDraft({});
}

void DraftFields::setKnown(const std::vector<NodeConfig> &nodes)
{
    m_known = nodes;
    const QString typed = m_group->currentText();
    m_loading = true;
    m_group->clear();
    m_group->addItem(QString());
    for (const NodeConfig &node : nodes) {
        if (!node.group.isEmpty() && m_group->findText(node.group, Qt::MatchExactly) < 0)
            m_group->addItem(node.group);
    }
    m_group->setEditText(typed);
    m_loading = false;
}

void DraftFields::setDraft(const NodeDraft &draft)
{
    m_loading = true;
    m_draft = draft;
    m_kind = draft.config.kind;
    const NodeConfig &node = draft.config;
    m_name->setText(node.name);
    m_id->setText(node.id);
    m_idProposed = node.id.isEmpty();
    // The id names files, secrets and the webhook address: it stays.
    m_id->setReadOnly(!draft.editedId.isEmpty());
    m_identity->setLabel(QStringLiteral("id"), tr("I&d"),
                         draft.editedId.isEmpty()
                             ? tr("Part of the webhook address and of file names. Lower-case letters, digits and "
                                  "hyphens.")
                             : tr("It stays as it is: the webhook address, history and secrets go by it."));
    m_group->setEditText(node.group);
    m_tps->setTps(node.allocatedTps);
    m_webhooksOnly->setChecked(!draft.editedId.isEmpty() && node.kind != NodeKind::OnPremises &&
                               node.baseUrl.isEmpty() && node.account.isEmpty());
    m_url->setText(node.baseUrl.toString());
    m_account->setText(node.account);
    m_user->setText(node.userName);
    m_trust->setTrust(node.tls);
    m_apiVersion->setText(node.apiVersion);
    m_shards->setCurrentIndex(std::max(0, m_shards->findData(node.expectedShards)));
    m_capacity->setValue(static_cast<int>(node.incomingCapacity));
    m_cpus->setValue(node.botServer ? node.botServer->cpus : 0);
    m_memory->setValue(node.botServer ? node.botServer->memoryGb : 0);
    m_auth->setCurrentIndex(m_auth->findData(static_cast<int>(node.webhook.auth)));
    m_webhookUser->setText(node.webhook.user);
    m_allowFrom->setText(node.webhook.allowFrom.join(QStringLiteral(", ")));
    for (const auto &[name, field] : m_secrets) {
        field->clear();
        field->setMayBeStored(!draft.editedId.isEmpty());
        if (const auto found = draft.secrets.find(name); found != draft.secrets.end())
            field->setEntered(found->second);
    }
    m_touched.clear();
    m_told.clear();
    m_loading = false;
    applyKind();
    refreshProblems();
}

void DraftFields::setKind(NodeKind kind)
{
    if (kind == m_kind)
        return;
    m_loading = true;
    m_kind = kind;
    m_account->clear();
    for (const auto &[name, field] : m_secrets)
        field->clear();
    m_auth->setCurrentIndex(m_auth->findData(static_cast<int>(usualWebhookAuth(kind))));
    m_webhooksOnly->setChecked(false);
    m_touched.clear();
    m_told.clear();
    m_loading = false;
    applyKind();
    refreshProblems();
}

bool DraftFields::isWebhooksOnly() const
{
    return m_kind != NodeKind::OnPremises && m_webhooksOnly->isChecked();
}

void DraftFields::applyKind()
{
    const bool asked = !isWebhooksOnly();
    m_webhooksOnly->setVisible(m_kind != NodeKind::OnPremises);
    m_url->setPlaceholderText(addressHint(m_kind));
    m_access->setLabel(QStringLiteral("url"), tr("&Address"), addressHelp(m_kind));
    m_access->setFieldVisible(QStringLiteral("url"), asked);
    const QString account = accountLabel(m_kind);
    m_account->setPlaceholderText(accountHint(m_kind));
    if (!account.isEmpty())
        m_access->setLabel(QStringLiteral("account"), account, {});
    m_access->setFieldVisible(QStringLiteral("account"), asked && !account.isEmpty());
    m_access->setFieldVisible(QStringLiteral("user"), asked && hasUser(m_kind));
    for (const auto &[name, field] : m_secrets)
        formOf(secretKey(name))->setFieldVisible(secretKey(name), false);
    for (const Credential &credential : credentialsOf(m_kind)) {
        const QString key = secretKey(credential.name);
        FieldForm *form = formOf(key);
        form->setLabel(key, credential.label, credential.help);
        form->setFieldVisible(key, asked);
        m_secrets.at(credential.name)
            ->setNames(QStringLiteral("field.") + credential.name, QString(credential.label).remove(u'&'));
    }
    m_more->setFieldVisible(QStringLiteral("tls.pinned_sha256"), asked);
    m_more->setFieldVisible(QStringLiteral("expected_shards"), m_kind == NodeKind::OnPremises);
    m_more->setFieldVisible(QStringLiteral("api_version"), asked && m_kind == NodeKind::CloudApi);
    m_more->setFieldVisible(QStringLiteral("webhook.user"),
                            m_auth->currentData().toInt() == static_cast<int>(WebhookAuth::Basic));
}

NodeDraft DraftFields::draft() const
{
    NodeDraft draft = m_draft;
    NodeConfig &node = draft.config;
    const bool asked = !isWebhooksOnly();
    node.kind = m_kind;
    node.name = m_name->text().trimmed();
    node.id = m_id->text().trimmed();
    node.group = m_group->currentText().trimmed();
    node.allocatedTps = m_tps->tps();
    node.baseUrl = asked ? typedAddress(m_url->text()) : QUrl();
    node.account = asked && !accountLabel(m_kind).isEmpty() ? m_account->text().trimmed() : QString();
    node.userName = m_user->text().trimmed();
    node.tls = asked ? m_trust->trust() : TlsTrust();
    node.apiVersion = m_kind == NodeKind::CloudApi ? m_apiVersion->text().trimmed() : QString();
    node.expectedShards = m_kind == NodeKind::OnPremises ? m_shards->currentData().toInt() : 0;
    node.incomingCapacity = m_capacity->value();
    node.botServer.reset();
    if (m_cpus->value() > 0 || m_memory->value() > 0)
        node.botServer = ServerSize{m_cpus->value(), m_memory->value()};
    node.webhook.auth = static_cast<WebhookAuth>(m_auth->currentData().toInt());
    node.webhook.user = node.webhook.auth == WebhookAuth::Basic ? m_webhookUser->text().trimmed() : QString();
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    node.webhook.allowFrom = m_allowFrom->text().split(separators, Qt::SkipEmptyParts);
    draft.secrets.clear();
    if (!asked)
        return draft;
    for (const Credential &credential : credentialsOf(m_kind)) {
        if (const auto entered = m_secrets.at(credential.name)->entered())
            draft.secrets[credential.name] = *entered;
    }
    return draft;
}

void DraftFields::setAccount(const QString &account)
{
    m_account->setText(account);
    touch(QStringLiteral("account"));
}

void DraftFields::setShards(int shards)
{
    if (const int at = m_shards->findData(shards); at >= 0)
        m_shards->setCurrentIndex(at);
}

void DraftFields::setPin(const QString &fingerprint)
{
    TlsTrust trust;
    trust.pinnedSha256 = fingerprint;
    m_trust->setTrust(trust);
}

void DraftFields::proposeId()
{
    if (!m_idProposed || m_id->isReadOnly())
        return;
    m_id->setText(m_name->text().trimmed().isEmpty() ? QString() : proposedId(m_name->text(), takenIds()));
    refreshProblems();
}

QStringList DraftFields::takenIds() const
{
    QStringList ids;
    for (const NodeConfig &node : m_known) {
        if (node.id != m_draft.editedId)
            ids << node.id;
    }
    return ids;
}

void DraftFields::touch(const QString &field)
{
    if (m_loading)
        return;
    m_touched.insert(field);
    m_told.erase(field);
    refreshProblems();
    Q_EMIT edited();
}

void DraftFields::refreshProblems()
{
    std::map<QString, QString> texts = m_told;
    for (const FieldProblem &problem : checkDraft(draft(), takenIds(), !isWebhooksOnly())) {
        if (m_touched.contains(problem.field))
            texts.try_emplace(problem.field, problem.text);
    }
    for (FieldForm *form : {m_identity, m_access, m_more}) {
        for (const QString &field : form->fields()) {
            const auto found = texts.find(field);
            form->setProblem(field, found == texts.end() ? QString() : found->second);
        }
    }
}

QString DraftFields::showAllProblems()
{
    const auto problems = checkDraft(draft(), takenIds(), !isWebhooksOnly());
    for (const FieldProblem &problem : problems)
        m_touched.insert(problem.field);
    refreshProblems();
    if (!problems.empty())
        return problems.front().field;
    return m_told.empty() ? QString() : m_told.begin()->first;
}

QString DraftFields::showError(const QString &field, const QString &text)
{
    static const QRegularExpression prefix(QStringLiteral("\\A(node\\[\\d+\\]\\.|node\\.)"));
    QString key = QString(field).remove(prefix);
    if (key == QLatin1String("tls.ca_file"))
        key = QStringLiteral("tls.pinned_sha256"); // both belong to one field here
    else if (key.startsWith(QLatin1String("bot_server")))
        key = QStringLiteral("bot_server");
    else if (m_secrets.contains(key))
        key = secretKey(key);
    FieldForm *form = formOf(key);
    if (!form)
        return {};
    m_told[key] = text;
    refreshProblems();
    return key;
}

FieldForm *DraftFields::formOf(const QString &field) const
{
    for (FieldForm *form : {m_identity, m_access, m_more}) {
        if (form->hasField(field))
            return form;
    }
    return nullptr;
}

void DraftFields::focusField(const QString &field)
{
    if (FieldForm *form = formOf(field))
        form->focusField(field);
}

void DraftFields::clearSecrets()
{
    for (const auto &[name, field] : m_secrets)
        field->clear();
    m_draft.secrets.clear();
}

} // namespace barograph
