// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/certificate_dialog.h"

#include "widgets/badge.h"
#include "widgets/font_scaled.h"
#include "widgets/side_window.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace barograph {

namespace {

QLabel *plainText(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// In groups of four, so that it can be compared by eye and broken at the end of a line.
QString inGroups(const QString &hex)
{
    QString text;
    for (qsizetype i = 0; i < hex.size(); i += 4)
        text += (i > 0 ? QStringLiteral(" ") : QString()) + hex.mid(i, 4);
    return text;
}

} // namespace

CertificateDialog::CertificateDialog(const QString &sha256, QWidget *parent)
    : FittedDialog(parent)
    , m_file(new QLineEdit(this))
    , m_there(plainText(tr("The file exists and will be overwritten."), this))
    , m_outcome(new MarkLabel(this))
{
    setWindowTitle(tr("Save webhook certificate"));
    auto *layout = new QVBoxLayout(this);
    layout->addStrut(fontScaled(560, font())); // a minimum of the window would undo that of its texts
    layout->addWidget(plainText(tr("A node that is to trust this listener needs its certificate. The file holds no "
                                   "secret."),
                                this));
    auto *form = new QFormLayout;
    auto *fileRow = new QHBoxLayout;
    auto *browseButton = new QPushButton(tr("Browse…"), this);
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(browseButton);
    m_file->setAccessibleName(tr("File to write"));
    form->addRow(tr("File"), fileRow);
    QLabel *fingerprint = plainText(sha256.isEmpty() ? tr("unknown") : inGroups(sha256), this);
    fingerprint->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    fingerprint->setAccessibleName(tr("SHA-256 of the certificate"));
    form->addRow(tr("SHA-256"), fingerprint);
    layout->addLayout(form);
    layout->addWidget(m_there);
    m_outcome->setWordWrap(true);
    m_outcome->setVisible(false);
    layout->addWidget(m_outcome);
    layout->addStretch();
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Close);
    layout->addWidget(buttons);
    connect(m_file, &QLineEdit::textChanged, this, &CertificateDialog::updateState);
    connect(browseButton, &QPushButton::clicked, this, &CertificateDialog::browse);
    connect(buttons, &QDialogButtonBox::accepted, this, &CertificateDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setFile(QDir::home().filePath(QStringLiteral("barograph-webhook.pem")));
}

void CertificateDialog::setFile(const QString &path)
{
    m_file->setText(path);
}

QString CertificateDialog::file() const
{
    return QDir::cleanPath(QDir::home().absoluteFilePath(m_file->text().trimmed()));
}

void CertificateDialog::browse()
{
    askForFile(this, {FileWish::Save, windowTitle(), m_file->text(), tr("PEM (*.pem)")},
               [this](const QString &path) { setFile(path); });
}

void CertificateDialog::start()
{
    // It may have come since the button was named: then the new name is to be read first.
    const bool agreed = m_overwrites;
    updateState();
    if (m_overwrites && !agreed)
        return;
    m_running = true;
    m_outcome->setVisible(false);
    updateState();
    Q_EMIT saveRequested(file());
}

void CertificateDialog::finish(bool ok, const QString &text)
{
    m_running = false;
    m_outcome->setContent(ok ? Mark::Ok : Mark::Critical, text);
    m_outcome->setVisible(true);
    updateState();
}

void CertificateDialog::updateState()
{
    const QString typed = m_file->text().trimmed();
    m_overwrites = !typed.isEmpty() && QFileInfo(file()).isFile();
    m_there->setVisible(m_overwrites);
    m_save->setText(m_overwrites ? tr("&Overwrite") : tr("&Save"));
    m_save->setEnabled(!m_running && !typed.isEmpty());
}

} // namespace barograph
