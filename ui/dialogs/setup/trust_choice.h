// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/node_config.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace barograph {

/// Whose certificate is believed: the system's CAs, one pinned certificate, or the CAs in a file.
class TrustChoice : public QWidget
{
    Q_OBJECT

public:
    explicit TrustChoice(QWidget *parent = nullptr);

    void setTrust(const TlsTrust &trust);
    TlsTrust trust() const;

Q_SIGNALS:
    void edited();

private:
    void updateParts();
    void browse();

    QComboBox *m_way;
    QLineEdit *m_pin;
    QLineEdit *m_caFile;
    QPushButton *m_browse;
};

} // namespace barograph
