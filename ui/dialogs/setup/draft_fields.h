// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/draft_check.h"

#include <QObject>
#include <QPointer>

#include <map>
#include <set>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QSpinBox;
QT_END_NAMESPACE

namespace barograph {

class FieldForm;
class SecretField;
class TpsChoice;
class TrustChoice;

/// All fields of a node, in three forms that a dialog arranges as it likes: who it is, how it is reached, and what is
/// rarely needed. Says what is wrong at the field as soon as that was touched. GUI thread.
class DraftFields : public QObject
{
    Q_OBJECT

public:
    /// The forms become children of `parent`.
    explicit DraftFields(QWidget *parent);

    FieldForm *identity() const { return m_identity; }
    FieldForm *access() const { return m_access; }
    FieldForm *more() const { return m_more; }

    /// The nodes that there are: for ids that are taken and groups to choose from.
    void setKnown(const std::vector<NodeConfig> &nodes);
    void setDraft(const NodeDraft &draft);
    /// Keeps what was typed as far as the other kind has it too.
    void setKind(NodeKind kind);
    NodeDraft draft() const;
    /// Nothing is asked of this node; only its webhooks are counted.
    bool isWebhooksOnly() const;

    /// Puts a found account, shards or certificate into the fields.
    void setAccount(const QString &account);
    void setShards(int shards);
    void setPin(const QString &fingerprint);

    /// Shows everything that is wrong, also in fields not touched yet, and returns the first such field.
    QString showAllProblems();
    /// What the one who saves says of a field, e.g. "node[2].tls.ca_file"; empty when there is no such field here.
    QString showError(const QString &field, const QString &text);
    FieldForm *formOf(const QString &field) const;
    void focusField(const QString &field);
    void clearSecrets();

Q_SIGNALS:
    void edited();

private:
    /// Of the field in which this secret is entered.
    static QString secretKey(const QString &name);
    void buildIdentity();
    void buildAccess();
    void buildMore();
    QLineEdit *addLine(FieldForm *form, const QString &field, const QString &label, const QString &help = {});
    void addSecret(FieldForm *form, const QString &name);
    void applyKind();
    void touch(const QString &field);
    void proposeId();
    void refreshProblems();
    QStringList takenIds() const;

    FieldForm *m_identity;
    FieldForm *m_access;
    FieldForm *m_more;
    NodeDraft m_draft; ///< as it was given, for what has no field
    NodeKind m_kind = NodeKind::OnPremises;
    std::vector<NodeConfig> m_known;
    std::set<QString> m_touched;
    std::map<QString, QString> m_told; ///< errors told by the one who saves, until the field is touched
    bool m_idProposed = true;
    bool m_loading = false;

    QLineEdit *m_name;
    QLineEdit *m_id;
    QComboBox *m_group;
    TpsChoice *m_tps;
    QCheckBox *m_webhooksOnly;
    QLineEdit *m_url;
    QLineEdit *m_account;
    QLineEdit *m_user;
    std::map<QString, SecretField *> m_secrets; ///< by name, with ".more" behind those that are folded away
    TrustChoice *m_trust;
    QLineEdit *m_apiVersion;
    QComboBox *m_shards;
    QSpinBox *m_capacity;
    QSpinBox *m_cpus;
    QDoubleSpinBox *m_memory;
    QComboBox *m_auth;
    QLineEdit *m_webhookUser;
    QLineEdit *m_allowFrom;
};

} // namespace barograph
