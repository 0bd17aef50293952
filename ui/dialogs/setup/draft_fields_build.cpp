// SPDX-License-Identifier: GPL-3.0-or-later
// What the fields of a node are: their widgets, words and bounds. What stands in them is in draft_fields.cpp.
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
#include <QSpinBox>

namespace barograph {

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
    form->addField(secretKey(name), name, secret);
    m_secrets[name] = secret;
    connect(secret, &SecretField::edited, this, [this, name] { touch(secretKey(name)); });
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

} // namespace barograph
