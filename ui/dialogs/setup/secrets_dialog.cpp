// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/secrets_dialog.h"

#include "dialogs/setup/passphrase_strength.h"
#include "dialogs/setup/secret_field.h"
#include "widgets/badge.h"
#include "widgets/font_scaled.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace barograph {

namespace {

QLabel *secretsHelp(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setIndent(22);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

/// Nothing is left to be decided.
bool isSettled(SecretsHome home)
{
    return home == SecretsHome::Keychain || home == SecretsHome::Memory || home == SecretsHome::File;
}

Mark markOfHome(SecretsHome home)
{
    switch (home) {
    case SecretsHome::Keychain:
    case SecretsHome::File:
        return Mark::Lock;
    case SecretsHome::Memory:
        return Mark::Info;
    case SecretsHome::Undecided:
    case SecretsHome::FileLocked:
        return Mark::Warning;
    case SecretsHome::Asking:
        break;
    }
    return Mark::Unknown;
}

} // namespace

SecretsDialog::SecretsDialog(QWidget *parent)
    : FittedDialog(parent)
    , m_where(new MarkLabel(this))
    , m_error(new MarkLabel(this))
    , m_choices(new QWidget(this))
    , m_file(new QRadioButton(m_choices))
    , m_fileHelp(secretsHelp({}, m_choices))
    , m_memory(new QRadioButton(tr("Keep them in &memory until Barograph closes"), m_choices))
    , m_passphrasePart(new QWidget(this))
    , m_passphraseLabel(new QLabel(tr("&Passphrase"), m_passphrasePart))
    , m_passphrase(new SecretField(m_passphrasePart))
    , m_strength(new MarkLabel(m_passphrasePart))
    , m_againLabel(new QLabel(tr("The same a&gain"), m_passphrasePart))
    , m_again(new SecretField(m_passphrasePart))
    , m_differ(new MarkLabel(m_passphrasePart))
    , m_lostWarning(new QLabel(m_passphrasePart))
{
    setObjectName(QStringLiteral("secretsDialog"));
    setWindowTitle(tr("Passwords and keys"));
    setModal(false);
    setSizeGripEnabled(true);
    resize(fontScaled(520, font()), 1); // as high as its texts need
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(m_where);
    layout->addWidget(m_error);
    auto *choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins({});
    choices->addWidget(m_file);
    choices->addWidget(m_fileHelp);
    choices->addWidget(m_memory);
    choices->addWidget(secretsHelp(tr("Nothing is written to the disk. They have to be entered again after each "
                                      "start."),
                                   m_choices));
    layout->addWidget(m_choices);
    auto *grid = new QGridLayout(m_passphrasePart);
    grid->setContentsMargins(22, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_passphraseLabel, 0, 0);
    grid->addWidget(m_passphrase, 0, 1);
    grid->addWidget(m_strength, 1, 1);
    grid->addWidget(m_againLabel, 2, 0);
    grid->addWidget(m_again, 2, 1);
    grid->addWidget(m_differ, 3, 1);
    m_lostWarning->setText(tr("Nobody can recover a lost passphrase: all passwords and keys would have to be entered "
                              "anew."));
    m_lostWarning->setWordWrap(true);
    grid->addWidget(m_lostWarning, 4, 0, 1, 2);
    layout->addWidget(m_passphrasePart);
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(this);
    m_apply = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_lookAgain = buttons->addButton(tr("&Look for a keychain again"), QDialogButtonBox::ActionRole);
    QPushButton *close = buttons->addButton(QDialogButtonBox::Close);
    layout->addWidget(buttons);
    for (MarkLabel *label : {m_where, m_error, m_strength, m_differ})
        label->setWordWrap(true);
    m_passphraseLabel->setBuddy(m_passphrase->line());
    m_againLabel->setBuddy(m_again->line());
    m_passphrase->setNames(QStringLiteral("passphrase"), tr("Passphrase"));
    m_again->setNames(QStringLiteral("passphraseAgain"), tr("The same passphrase again"));
    m_where->setObjectName(QStringLiteral("secretsWhere"));
    m_error->setObjectName(QStringLiteral("secretsError"));
    m_strength->setObjectName(QStringLiteral("passphraseStrength"));
    m_differ->setObjectName(QStringLiteral("passphraseDiffer"));
    m_file->setObjectName(QStringLiteral("keepInFile"));
    m_memory->setObjectName(QStringLiteral("keepInMemory"));
    m_apply->setObjectName(QStringLiteral("applySecretsChoice"));
    close->setObjectName(QStringLiteral("close"));
    close->setAutoDefault(false);
    m_lookAgain->setObjectName(QStringLiteral("lookForKeychain"));
    m_lookAgain->setAutoDefault(false);
    m_apply->setDefault(true);
    m_differ->setContent(Mark::Critical, tr("The two are not the same."));
    connect(m_file, &QRadioButton::toggled, this, &SecretsDialog::updateState);
    connect(m_memory, &QRadioButton::toggled, this, &SecretsDialog::updateState);
    connect(m_passphrase, &SecretField::edited, this, &SecretsDialog::updateState);
    connect(m_again, &SecretField::edited, this, &SecretsDialog::updateState);
    connect(buttons, &QDialogButtonBox::accepted, this, &SecretsDialog::apply);
    connect(m_lookAgain, &QPushButton::clicked, this, [this] { Q_EMIT chosen({SecretsHome::Keychain, {}}); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setStatus({});
}

void SecretsDialog::setStatus(const SecretsStatus &status)
{
    // In between it may be told again as it was, e.g. while a key is derived from the passphrase.
    const bool answered = m_waiting && (isSettled(status.home) || !status.error.isEmpty());
    m_waiting = m_waiting && !answered;
    m_status = status;
    if (answered)
        clearFields();
    if (answered && status.error.isEmpty()) {
        accept();
        return;
    }
    // Neither is ticked beforehand: it is the operator's choice. A file that is there already is the likely one.
    if (status.home == SecretsHome::FileLocked)
        m_file->setChecked(true);
    updateState();
    if (status.home == SecretsHome::FileLocked)
        m_passphrase->setFocus(Qt::OtherFocusReason);
}

bool SecretsDialog::isMakingFile() const
{
    return m_file->isChecked() && m_status.home != SecretsHome::FileLocked && !m_status.fileExists;
}

void SecretsDialog::updateState()
{
    const bool open = m_status.home == SecretsHome::Undecided || m_status.home == SecretsHome::FileLocked ||
                      m_status.home == SecretsHome::Memory;
    const bool unlocking = m_file->isChecked() && !isMakingFile();
    m_where->setContent(markOfHome(m_status.home),
                        m_status.text.isEmpty() ? tr("It is being found out where they can be kept.") : m_status.text);
    m_where->setAccessibleName(m_where->text());
    m_error->setContent(Mark::Critical, m_status.error);
    m_error->setAccessibleName(m_status.error);
    m_error->setVisible(!m_status.error.isEmpty());
    m_choices->setVisible(open);
    m_file->setText(m_status.fileExists || m_status.home == SecretsHome::FileLocked
                        ? tr("&Unlock the encrypted file")
                        : tr("Keep them in an &encrypted file"));
    m_fileHelp->setText(m_status.fileExists || m_status.home == SecretsHome::FileLocked
                            ? tr("With the passphrase that it was made with.")
                            : tr("Protected by a passphrase that you enter at each start."));
    const bool withPassphrase = open && m_file->isChecked();
    m_passphrasePart->setVisible(withPassphrase);
    const bool making = isMakingFile();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_strength, m_againLabel, m_again, m_lostWarning})
        widget->setVisible(withPassphrase && making);
    const PassphraseHint hint = passphraseHint(m_passphrase->line()->text());
    m_strength->setContent(hint.mark, hint.text);
    const bool same = m_passphrase->line()->text() == m_again->line()->text();
    m_differ->setVisible(withPassphrase && making && !m_again->isEmpty() && !same);
    m_apply->setVisible(open);
    m_lookAgain->setVisible(open);
    m_lookAgain->setEnabled(!m_waiting);
    m_apply->setText(unlocking ? tr("&Unlock") : tr("&Keep them there"));
    const bool fileReady = making ? hint.usable && same : !m_passphrase->isEmpty();
    m_apply->setEnabled(open && !m_waiting && (m_memory->isChecked() || (m_file->isChecked() && fileReady)));
    if (m_waiting)
        m_apply->setText(tr("One moment…"));
}

void SecretsDialog::apply()
{
    if (!m_apply->isEnabled())
        return;
    SecretsChoice choice;
    choice.home = m_file->isChecked() ? SecretsHome::File : SecretsHome::Memory;
    if (choice.home == SecretsHome::File)
        choice.passphrase = m_passphrase->entered().value_or(Secret());
    m_waiting = true;
    updateState();
    Q_EMIT chosen(choice);
}

void SecretsDialog::clearFields()
{
    m_passphrase->clear();
    m_again->clear();
}

void SecretsDialog::done(int result)
{
    clearFields();
    QDialog::done(result);
}

} // namespace barograph
