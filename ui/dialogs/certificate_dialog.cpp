// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/certificate_dialog.h"

#include "widgets/badge.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLineEdit>
#include <QMessageBox>
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
    : QDialog(parent)
    , m_file(new QLineEdit(this))
    , m_outcome(new MarkLabel(this))
{
    setWindowTitle(tr("Save webhook certificate"));
    setMinimumWidth(560);
    auto *layout = new QVBoxLayout(this);
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
    const QString path = QFileDialog::getSaveFileName(this, windowTitle(), m_file->text(), tr("PEM (*.pem)"), nullptr,
                                                      QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty())
        setFile(path);
}

void CertificateDialog::start()
{
    const QString path = file();
    if (QFileInfo::exists(path)) {
        const auto answer = QMessageBox::question(this, tr("Overwrite?"), tr("%1 exists. Overwrite it?").arg(path),
                                                  QMessageBox::Yes | QMessageBox::No, QMessageBox::No);
        if (answer != QMessageBox::Yes)
            return;
    }
    m_running = true;
    m_outcome->setVisible(false);
    updateState();
    Q_EMIT saveRequested(path);
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
    m_save->setEnabled(!m_running && !m_file->text().trimmed().isEmpty());
}

} // namespace barograph
