// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/route_panel.h"

#include "dialogs/setup/copy_line.h"
#include "dialogs/setup/kind_words.h"
#include "dialogs/setup/secret_field.h"
#include "widgets/badge.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace barograph {

namespace {

QLabel *routeHeading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

QLabel *routeHelp(QWidget *parent, const QString &text = {})
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void tellOutcome(MarkLabel *label, bool ok, const QString &text)
{
    label->setContent(ok ? Mark::Ok : Mark::Critical, text);
    label->setAccessibleName(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

RoutePanel::RoutePanel(QWidget *parent)
    : QWidget(parent)
    , m_busy(new MarkLabel(this))
    , m_content(new QWidget(this))
    , m_notice(new MarkLabel(m_content))
    , m_url(new CopyLine(tr("Webhook address"), m_content))
    , m_tokenLabel(routeHeading(tr("Verify token"), m_content))
    , m_token(new CopyLine(tr("Verify token"), m_content))
    , m_secretPart(new QWidget(m_content))
    , m_secretLabel(new QLabel(m_secretPart))
    , m_secretHelp(routeHelp(m_secretPart))
    , m_secret(new SecretField(m_secretPart))
    , m_store(new QPushButton(tr("Sto&re it"), m_secretPart))
    , m_secretOutcome(new MarkLabel(m_secretPart))
    , m_commands(new QWidget(m_content))
    , m_commandLayout(new QVBoxLayout(m_commands))
    , m_selfTest(new QPushButton(tr("Send a test &callback"), m_content))
    , m_selfTestOutcome(new MarkLabel(m_content))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(m_busy);
    outer->addWidget(m_content);
    outer->addStretch();
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(m_notice);
    layout->addWidget(routeHeading(tr("Address for the node's webhooks"), m_content));
    layout->addWidget(m_url);
    layout->addWidget(routeHelp(m_content, tr("It holds a secret, which is left out here and copied with the rest. "
                                              "Treat it like a password.")));
    layout->addWidget(m_tokenLabel);
    layout->addWidget(m_token);
    auto *secretGrid = new QGridLayout(m_secretPart);
    secretGrid->setContentsMargins({});
    m_secretLabel->setWordWrap(true);
    m_secretLabel->setBuddy(m_secret->line());
    secretGrid->addWidget(m_secretLabel, 0, 0);
    secretGrid->addWidget(m_secret, 0, 1);
    secretGrid->addWidget(m_store, 0, 2);
    secretGrid->addWidget(m_secretHelp, 1, 0, 1, 3);
    secretGrid->addWidget(m_secretOutcome, 2, 0, 1, 3);
    secretGrid->setColumnStretch(0, 1);
    secretGrid->setColumnStretch(1, 2);
    layout->addWidget(m_secretPart);
    m_commandLayout->setContentsMargins({});
    m_commandLayout->setSpacing(8);
    layout->addWidget(m_commands);
    layout->addWidget(routeHeading(tr("Does it arrive?"), m_content));
    auto *testRow = new QHBoxLayout;
    testRow->addWidget(m_selfTest, 0, Qt::AlignTop);
    testRow->addWidget(m_selfTestOutcome, 1, Qt::AlignVCenter);
    layout->addLayout(testRow);
    for (MarkLabel *label : {m_busy, m_notice, m_secretOutcome, m_selfTestOutcome}) {
        label->setWordWrap(true);
        label->setVisible(false);
    }
    m_secret->setNames(QStringLiteral("webhookSecret"), tr("Webhook secret"));
    m_store->setObjectName(QStringLiteral("storeWebhookSecret"));
    m_secretOutcome->setObjectName(QStringLiteral("webhookSecretOutcome"));
    m_busy->setObjectName(QStringLiteral("routeBusy"));
    m_notice->setObjectName(QStringLiteral("routeNotice"));
    m_url->setObjectName(QStringLiteral("routeUrl"));
    m_url->button()->setObjectName(QStringLiteral("copyRouteUrl"));
    m_token->button()->setObjectName(QStringLiteral("copyVerifyToken"));
    m_selfTest->setObjectName(QStringLiteral("selfTest"));
    m_selfTestOutcome->setObjectName(QStringLiteral("selfTestOutcome"));
    m_selfTest->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_selfTest->setAutoDefault(false);
    m_store->setAutoDefault(false);
    m_store->setEnabled(false);
    connect(m_secret, &SecretField::edited, this, [this] { m_store->setEnabled(!m_secret->isEmpty()); });
    connect(m_store, &QPushButton::clicked, this, [this] {
        const auto entered = m_secret->entered();
        if (!entered)
            return;
        m_store->setEnabled(false);
        Q_EMIT storeSecretRequested(*entered);
    });
    connect(m_selfTest, &QPushButton::clicked, this, [this] {
        m_selfTest->setEnabled(false);
        m_selfTestOutcome->setContent(Mark::Playing, tr("Sending it through the real listener."));
        m_selfTestOutcome->setVisible(true);
        Q_EMIT selfTestRequested();
    });
    clear();
}

void RoutePanel::setBusy(const QString &text)
{
    m_busy->setContent(Mark::Playing, text);
    m_busy->setAccessibleName(text);
    m_busy->setVisible(!text.isEmpty());
    m_content->setVisible(text.isEmpty());
}

void RoutePanel::setNode(NodeKind kind, WebhookAuth auth)
{
    m_kind = kind;
    const QString label = webhookSecretLabel(kind, auth);
    m_secretLabel->setText(label);
    m_secret->setNames(QStringLiteral("webhookSecret"), QString(label).remove(u'&'));
    m_secretHelp->setText(webhookSecretHelp(kind, auth));
    m_secretPart->setVisible(!label.isEmpty());
}

void RoutePanel::showOffer(const RouteOffer &offer)
{
    setBusy({});
    m_notice->setContent(Mark::Warning, offer.notice);
    m_notice->setAccessibleName(offer.notice);
    m_notice->setVisible(!offer.notice.isEmpty());
    m_url->setTexts(offer.shownUrl, offer.url);
    const bool hasToken = !offer.verifyToken.isEmpty();
    m_tokenLabel->setVisible(hasToken);
    m_token->setVisible(hasToken);
    m_token->setTexts(QStringLiteral("••••••••"), offer.verifyToken);
    m_secret->setMayBeStored(!offer.secretMissing);
    if (offer.secretMissing && m_secret->isEmpty())
        tellOutcome(m_secretOutcome, false, tr("None is stored yet: every webhook would be refused."));
    else if (m_secretOutcome->mark() != Mark::Ok)
        tellOutcome(m_secretOutcome, true, {});
    clearCommands();
    int number = 0;
    for (const RouteCommand &command : offer.commands) {
        auto *line = new CopyLine(command.title, m_commands);
        // The address in it is the secret one: shown, it would be on every screenshot.
        QString shown = command.command;
        if (!offer.url.isEmpty())
            shown.replace(offer.url, offer.shownUrl);
        line->setTexts(shown, command.command);
        line->button()->setObjectName(QStringLiteral("copyCommand.%1").arg(number++));
        m_commandLayout->addWidget(routeHeading(command.title, m_commands));
        m_commandLayout->addWidget(line);
    }
    m_commands->setVisible(!offer.commands.empty());
    m_selfTest->setEnabled(true);
}

void RoutePanel::showSelfTest(const SelfTestResult &result)
{
    m_selfTest->setEnabled(true);
    tellOutcome(m_selfTestOutcome, result.ok, result.text);
}

void RoutePanel::secretStored(bool ok, const QString &text)
{
    if (ok)
        m_secret->clear();
    m_store->setEnabled(!m_secret->isEmpty());
    tellOutcome(m_secretOutcome, ok, ok ? tr("Stored.") : text);
}

void RoutePanel::clearCommands()
{
    while (QLayoutItem *item = m_commandLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void RoutePanel::clear()
{
    m_secret->clear();
    m_url->setTexts({}, {});
    m_token->setTexts({}, {});
    m_tokenLabel->setVisible(false);
    m_token->setVisible(false);
    m_notice->setVisible(false);
    m_secretOutcome->setVisible(false);
    m_selfTestOutcome->setVisible(false);
    m_selfTest->setEnabled(false);
    clearCommands();
    m_commands->setVisible(false);
}

} // namespace barograph
