// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/fingerprint_box.h"

#include "dialogs/setup/copy_line.h"
#include "setup/draft_check.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace barograph {

FingerprintBox::FingerprintBox(QWidget *parent)
    : QFrame(parent)
    , m_digits(new QLabel(this))
    , m_command(new CopyLine(tr("Command that prints the fingerprint"), this))
    , m_pin(new QPushButton(tr("It is the sa&me: pin it"), this))
{
    setFrameShape(StyledPanel);
    auto *layout = new QVBoxLayout(this);
    auto *title = new QLabel(tr("No authority vouches for this certificate. Is it the node's own? Its SHA-256:"), this);
    title->setWordWrap(true);
    QFont large = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    m_digits->setFont(large);
    m_digits->setObjectName(QStringLiteral("fingerprint"));
    m_digits->setAccessibleName(tr("SHA-256 of the certificate"));
    m_digits->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *how = new QLabel(tr("Compare it with what this prints on the node's own machine:"), this);
    how->setWordWrap(true);
    m_command->button()->setObjectName(QStringLiteral("copyFingerprintCommand"));
    m_pin->setObjectName(QStringLiteral("pin"));
    m_pin->setAutoDefault(false);
    layout->addWidget(title);
    layout->addWidget(m_digits);
    layout->addWidget(how);
    layout->addWidget(m_command);
    layout->addWidget(m_pin, 0, Qt::AlignLeft);
    connect(m_pin, &QPushButton::clicked, this, [this] { Q_EMIT pinRequested(m_sha256); });
}

void FingerprintBox::setFingerprint(const QString &sha256, int port)
{
    m_sha256 = sha256;
    m_digits->setText(fingerprintInLines(sha256));
    m_command->setText(QStringLiteral("openssl s_client -connect 127.0.0.1:%1 </dev/null | openssl x509 -noout "
                                      "-fingerprint -sha256")
                           .arg(port));
}

} // namespace barograph
