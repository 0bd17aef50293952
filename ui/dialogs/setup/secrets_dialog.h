// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/secrets_status.h"
#include "widgets/fitted_dialog.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QRadioButton;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;
class SecretField;

/// Says where passwords and keys are kept and, where no keychain runs, lets the operator choose or unlock. Not modal.
class SecretsDialog : public FittedDialog
{
    Q_OBJECT

public:
    explicit SecretsDialog(QWidget *parent = nullptr);

    void setStatus(const SecretsStatus &status);

Q_SIGNALS:
    void chosen(const barograph::SecretsChoice &choice);

protected:
    void done(int result) override;

private:
    void apply();
    void updateState();
    bool isMakingFile() const;
    void clearFields();

    SecretsStatus m_status;
    bool m_waiting = false; ///< for the answer to a choice made here
    MarkLabel *m_where;
    MarkLabel *m_error;
    QWidget *m_choices;
    QRadioButton *m_file;
    QLabel *m_fileHelp;
    QRadioButton *m_memory;
    QWidget *m_passphrasePart;
    QLabel *m_passphraseLabel;
    SecretField *m_passphrase;
    MarkLabel *m_strength;
    QLabel *m_againLabel;
    SecretField *m_again;
    MarkLabel *m_differ;
    QLabel *m_lostWarning;
    QPushButton *m_lookAgain;
    QPushButton *m_apply;
};

} // namespace barograph
