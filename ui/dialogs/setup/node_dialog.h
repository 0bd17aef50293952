// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/frame.h"
#include "setup/config_edit.h"
#include "setup/node_test.h"
#include "setup/route_offer.h"
#include "setup/secrets_status.h"
#include "widgets/fitted_dialog.h"

namespace barograph {

class DraftFields;
class FieldForm;
class MarkLabel;
class RoutePanel;
class TestPanel;

/// What adding and editing a node have in common: the fields, the test, the webhook route, and what goes between them.
/// Derived dialogs arrange the parts. Not modal; every wish leaves as a signal, every answer comes in by a call.
class NodeDialog : public FittedDialog
{
    Q_OBJECT

public:
    explicit NodeDialog(QWidget *parent);

    virtual void setKnown(const std::vector<NodeConfig> &nodes);
    void setSecretsStatus(const SecretsStatus &status);
    void showTest(const NodeTestReport &report);
    /// The end of what saveRequested() began.
    void saveFinished(const ConfigEditResult &result);
    void showOffer(const RouteOffer &offer);
    void showSelfTest(const SelfTestResult &result);
    virtual void setFrame(const Frame & /*frame*/, UtcTime /*now*/) {}
    /// Of the configured node that this is about; empty while it is none yet.
    virtual QString nodeId() const = 0;

Q_SIGNALS:
    void testRequested(const barograph::NodeDraft &draft);
    void testCancelled();
    void saveRequested(const barograph::NodeDraft &draft);
    void offerRequested(const QString &nodeId);
    void selfTestRequested(const QString &nodeId);
    void secretsChoiceRequested();

protected:
    DraftFields *fields() const { return m_fields; }
    TestPanel *test() const { return m_test; }
    RoutePanel *route() const { return m_route; }
    /// A line that says that secrets cannot be kept at present; hidden where they can.
    QWidget *secretsHint() const { return m_secretsHint; }
    MarkLabel *error() const { return m_error; }

    void startTest();
    void cancelTest();
    /// Asks for the whole draft to be saved.
    void save(const NodeDraft &draft);
    bool isSaving() const { return m_saving != Saving::Nothing; }
    /// The whole draft was saved.
    virtual void saved(const QString &nodeId) = 0;
    /// It was not. Shown at the field where there is one, else in error(); `field` is empty then.
    virtual void notSaved(const QString &field) = 0;
    /// The parts that depend on whether a test runs or went well.
    virtual void testChanged() {}
    void done(int result) override;

private:
    enum class Saving : quint8 { Nothing, Draft, WebhookSecret };

    void buildSecretsHint();
    void storeWebhookSecret(const Secret &secret);

    DraftFields *m_fields;
    TestPanel *m_test;
    RoutePanel *m_route;
    QWidget *m_secretsHint;
    MarkLabel *m_secretsText;
    MarkLabel *m_error;
    std::vector<NodeConfig> m_known;
    NodeDraft m_lastSaved;
    Saving m_saving = Saving::Nothing;
    bool m_takingOver = false; ///< what the test found goes into the fields; that is no change of the operator's
};

} // namespace barograph
