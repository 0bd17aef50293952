// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"
#include "core/secret.h"
#include "setup/route_offer.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace barograph {

class CopyLine;
class MarkLabel;
class SecretField;

/// How to point a node's webhooks here: the secret address (copied, never shown), the verify token, the secret that
/// its requests prove, ready-made commands, and a test callback over the real socket.
class RoutePanel : public QWidget
{
    Q_OBJECT

public:
    explicit RoutePanel(QWidget *parent = nullptr);

    /// What is being saved or asked for; empty: nothing.
    void setBusy(const QString &text);
    void setNode(NodeKind kind, WebhookAuth auth);
    void showOffer(const RouteOffer &offer);
    void showSelfTest(const SelfTestResult &result);
    /// The secret entered here was stored, or not.
    void secretStored(bool ok, const QString &text);
    /// Wipes address, token and secret from memory.
    void clear();

Q_SIGNALS:
    void storeSecretRequested(const barograph::Secret &secret);
    void selfTestRequested();

private:
    void clearCommands();

    NodeKind m_kind = NodeKind::OnPremises;
    MarkLabel *m_busy;
    QWidget *m_content;
    MarkLabel *m_notice;
    CopyLine *m_url;
    QLabel *m_tokenLabel;
    CopyLine *m_token;
    QWidget *m_secretPart;
    QLabel *m_secretLabel;
    QLabel *m_secretHelp;
    SecretField *m_secret;
    QPushButton *m_store;
    MarkLabel *m_secretOutcome;
    QWidget *m_commands;
    QVBoxLayout *m_commandLayout;
    QPushButton *m_selfTest;
    MarkLabel *m_selfTestOutcome;
};

} // namespace barograph
