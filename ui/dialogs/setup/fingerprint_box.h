// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace barograph {

class CopyLine;

/// The certificate that a node showed, large enough to be compared with what the node's own machine says, and the
/// button that agrees to it.
class FingerprintBox : public QFrame
{
    Q_OBJECT

public:
    explicit FingerprintBox(QWidget *parent = nullptr);

    /// Lower-case hex; `port` is the node's, for the command to run there.
    void setFingerprint(const QString &sha256, int port);
    QPushButton *pinButton() const { return m_pin; }

Q_SIGNALS:
    void pinRequested(const QString &sha256);

private:
    QString m_sha256;
    QLabel *m_digits;
    CopyLine *m_command;
    QPushButton *m_pin;
};

} // namespace barograph
