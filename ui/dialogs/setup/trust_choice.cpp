// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/setup/trust_choice.h"

#include "setup/draft_check.h"
#include "widgets/side_window.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

namespace barograph {

namespace {

enum TrustWay { SystemWay, PinWay, CaFileWay };

} // namespace

TrustChoice::TrustChoice(QWidget *parent)
    : QWidget(parent)
    , m_way(new QComboBox(this))
    , m_pin(new QLineEdit(this))
    , m_caFile(new QLineEdit(this))
    , m_browse(new QPushButton(tr("&Browse…"), this))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_way, 0, 0, 1, 2);
    layout->addWidget(m_pin, 1, 0, 1, 2);
    layout->addWidget(m_caFile, 2, 0);
    layout->addWidget(m_browse, 2, 1);
    layout->setColumnStretch(0, 1);
    setFocusProxy(m_way);
    m_way->addItem(tr("certificates that this system trusts"));
    m_way->addItem(tr("one certificate, by its fingerprint"));
    m_way->addItem(tr("certificates of the CAs in a file"));
    m_way->setObjectName(QStringLiteral("field.tls"));
    m_way->setAccessibleName(tr("Certificate"));
    m_way->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_pin->setObjectName(QStringLiteral("field.tls.pinned_sha256"));
    m_pin->setAccessibleName(tr("SHA-256 fingerprint"));
    m_pin->setPlaceholderText(tr("AB:CD:… as openssl prints it; the test shows it too"));
    m_caFile->setObjectName(QStringLiteral("field.tls.ca_file"));
    m_caFile->setAccessibleName(tr("File with CAs"));
    m_caFile->setPlaceholderText(QStringLiteral("/etc/ssl/wa-ca.pem"));
    m_browse->setAutoDefault(false);
    connect(m_way, &QComboBox::currentIndexChanged, this, [this] {
        updateParts();
        Q_EMIT edited();
    });
    connect(m_pin, &QLineEdit::textEdited, this, &TrustChoice::edited);
    connect(m_caFile, &QLineEdit::textChanged, this, &TrustChoice::edited);
    connect(m_browse, &QPushButton::clicked, this, &TrustChoice::browse);
    updateParts();
}

void TrustChoice::updateParts()
{
    m_pin->setVisible(m_way->currentIndex() == PinWay);
    m_caFile->setVisible(m_way->currentIndex() == CaFileWay);
    m_browse->setVisible(m_way->currentIndex() == CaFileWay);
}

void TrustChoice::browse()
{
    askForFile(this, {FileWish::Open, tr("File with CAs"), m_caFile->text(), tr("PEM (*.pem *.crt);;All files (*)")},
               [this](const QString &path) { m_caFile->setText(path); });
}

void TrustChoice::setTrust(const TlsTrust &trust)
{
    m_pin->setText(fingerprintInLines(trust.pinnedSha256).replace(u'\n', u':'));
    m_caFile->setText(trust.caFile);
    m_way->setCurrentIndex(!trust.pinnedSha256.isEmpty() ? PinWay : !trust.caFile.isEmpty() ? CaFileWay : SystemWay);
}

TlsTrust TrustChoice::trust() const
{
    TlsTrust trust;
    if (m_way->currentIndex() == PinWay) {
        // What is no fingerprint is kept as typed, so that the check finds it.
        const QString typed = m_pin->text().trimmed();
        const QString digits = fingerprintDigits(typed);
        trust.pinnedSha256 = digits.isEmpty() ? (typed.isEmpty() ? QStringLiteral("?") : typed) : digits;
    } else if (m_way->currentIndex() == CaFileWay) {
        trust.caFile = m_caFile->text().trimmed();
    }
    return trust;
}

} // namespace barograph
