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
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

namespace barograph {

namespace {

QString secretFieldKey(const QString &name)
{
    return QStringLiteral("secret.") + name;
}

} // namespace

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

QLineEdit *DraftFields::addLine(FieldForm *form, const QString &field, const QString &label, const QString &help)
{
    auto *line = new QLineEdit(form);
    form->addField(field, label, line, help);
    connect(line, &QLineEdit::textEdited, this, [this, field] { touch(field); });
    return line;
}

void DraftFields::addSecret(FieldForm *form, const QString &name)
{
    auto *secret = new SecretField(form);
    secret->setObjectName(QStringLiteral("box.") + name);
    form->addField(secretFieldKey(name), name, secret);
    m_secrets[name] = secret;
    connect(secret, &SecretField::edited, this, [this, name] { touch(secretFieldKey(name)); });
}

void DraftFields::buildIdentity()
{
    m_name = addLine(m_identity, QStringLiteral("name"), tr("&Name"));
    m_name->setPlaceholderText(tr("Support EU"));
    m_name->setMaxLength(80);
    m_id = addLine(m_identity, QStringLiteral("id"), tr("I&d"),
                   tr("Part of the webhook address and of file names. Lower-case letters, digits and hyphens."));
    m_id->setMaxLength(40);
    m_group = new QComboBox(m_identity);
    m_group->setEditable(true);
    m_group->lineEdit()->setMaxLength(80);
    m_group->lineEdit()->setPlaceholderText(tr("none"));
    m_identity->addField(QStringLiteral("group"), tr("&Group"), m_group,
                         tr("Heading under which it stands in the list. Choose one or type a new one."));
    m_tps = new TpsChoice(m_identity);
    m_identity->addField(
        QStringLiteral("allocated_tps"), tr("A&llocated TPS"), m_tps,
        tr("What WhatsApp gives this number: receiving, sending, delivery and read reports together."));
    connect(m_name, &QLineEdit::textEdited, this, &DraftFields::proposeId);
    connect(m_id, &QLineEdit::textEdited, this, [this](const QString &text) { m_idProposed = text.isEmpty(); });
    connect(m_group, &QComboBox::editTextChanged, this, [this] { touch(QStringLiteral("group")); });
    connect(m_tps, &TpsChoice::edited, this, [this] { touch(QStringLiteral("allocated_tps")); });
}

void DraftFields::buildAccess()
{
    m_webhooksOnly = new QCheckBox(tr("Webhooks onl&y: ask this number nothing"), m_access);
    m_webhooksOnly->setObjectName(QStringLiteral("webhooksOnly"));
    m_access->addWide(m_webhooksOnly);
    m_url = addLine(m_access, QStringLiteral("url"), tr("&Address"));
    m_account = addLine(m_access, QStringLiteral("account"), tr("Account"));
    m_user = addLine(m_access, QStringLiteral("user"), tr("&User"));
    addSecret(m_access, DraftSecret::kPassword);
    addSecret(m_access, DraftSecret::kApiKey);
    connect(m_webhooksOnly, &QCheckBox::toggled, this, [this] {
        applyKind();
        touch(QStringLiteral("webhooks_only"));
    });
}

void DraftFields::buildMore()
{
    m_trust = new TrustChoice(m_more);
    m_more->addField(QStringLiteral("tls.pinned_sha256"), tr("Trusted &certificate"), m_trust);
    connect(m_trust, &TrustChoice::edited, this, [this] { touch(QStringLiteral("tls.pinned_sha256")); });
    addSecret(m_more, DraftSecret::kNewPassword);
    m_shards = new QComboBox(m_more);
    m_shards->addItem(tr("single container or High Availability"), 0);
    for (const int shards : {1, 2, 4, 8, 16, 32})
        m_shards->addItem(tr("MultiConnect with %n shard(s)", nullptr, shards), shards);
    m_shards->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_more->addField(QStringLiteral("expected_shards"), tr("Sha&rds"), m_shards,
                     tr("The test fills this in where the node tells it."));
    connect(m_shards, &QComboBox::currentIndexChanged, this, [this] { touch(QStringLiteral("expected_shards")); });
    m_apiVersion = addLine(m_more, QStringLiteral("api_version"), tr("API vers&ion"),
                           tr("Leave it empty for the one that Barograph knows."));
    m_apiVersion->setPlaceholderText(QStringLiteral("v23.0"));

    m_auth = new QComboBox(m_more);
    m_auth->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const WebhookAuth auth : {WebhookAuth::AddressOnly, WebhookAuth::HubSha256, WebhookAuth::WahaSha512,
                                   WebhookAuth::JwtHs256, WebhookAuth::Bearer, WebhookAuth::Basic})
        m_auth->addItem(webhookAuthText(auth), static_cast<int>(auth));
    m_more->addField(QStringLiteral("webhook.auth"), tr("&Proof of webhooks"), m_auth,
                     tr("What webhook requests have to show. What this kind of node offers is set already."));
    connect(m_auth, &QComboBox::currentIndexChanged, this, [this] {
        applyKind();
        touch(QStringLiteral("webhook.auth"));
    });
    m_webhookUser = addLine(m_more, QStringLiteral("webhook.user"), tr("User of webhook&s"));
    m_allowFrom = addLine(m_more, QStringLiteral("webhook.allow_from"), tr("Allowed s&enders"),
                          tr("Addresses or networks that webhooks may come from, with commas between them. Empty: "
                             "any."));
    m_allowFrom->setPlaceholderText(QStringLiteral("10.0.0.5, 10.0.0.0/8"));

    m_capacity = new QSpinBox(m_more);
    m_capacity->setRange(1, 100'000'000);
    m_capacity->setGroupSeparatorShown(true);
    m_capacity->setSingleStep(1000);
    m_more->addField(QStringLiteral("incoming_capacity"), tr("Room for incoming &messages"), m_capacity,
                     tr("How many can wait before further ones are lost. 100,000 is what a client holds."));
    connect(m_capacity, &QSpinBox::valueChanged, this, [this] { touch(QStringLiteral("incoming_capacity")); });
    auto *server = new QWidget(m_more);
    auto *row = new QHBoxLayout(server);
    row->setContentsMargins({});
    m_cpus = new QSpinBox(server);
    m_cpus->setRange(0, 1024);
    m_cpus->setSpecialValueText(tr("not given"));
    m_cpus->setSuffix(tr(" CPU"));
    m_cpus->setObjectName(QStringLiteral("field.bot_server.cpus"));
    m_cpus->setAccessibleName(tr("CPUs of the bot's server"));
    m_memory = new QDoubleSpinBox(server);
    m_memory->setRange(0, 16'384);
    m_memory->setDecimals(2);
    m_memory->setSpecialValueText(tr("not given"));
    m_memory->setSuffix(tr(" GB"));
    m_memory->setObjectName(QStringLiteral("field.bot_server.memory_gb"));
    m_memory->setAccessibleName(tr("Memory of the bot's server in GB"));
    row->addWidget(m_cpus, 1);
    row->addWidget(m_memory, 1);
    server->setFocusProxy(m_cpus);
    m_more->addField(QStringLiteral("bot_server"), tr("Bot's ser&ver"), server,
                     tr("The machine that answers this number's webhooks, to compare with what it needs."));
    connect(m_cpus, &QSpinBox::valueChanged, this, [this] { touch(QStringLiteral("bot_server")); });
    connect(m_memory, &QDoubleSpinBox::valueChanged, this, [this] { touch(QStringLiteral("bot_server")); });
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
        formOf(secretFieldKey(name))->setFieldVisible(secretFieldKey(name), false);
    for (const Credential &credential : credentialsOf(m_kind)) {
        const QString key = secretFieldKey(credential.name);
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
        key = secretFieldKey(key);
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
