// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "setup/secrets_status.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace barograph {

/// A line above everything while passwords and keys cannot be kept, with a button that leads on. Takes no room else.
class SecretsStrip : public QWidget
{
    Q_OBJECT

public:
    explicit SecretsStrip(QWidget *parent = nullptr);

    void setStatus(const SecretsStatus &status);

Q_SIGNALS:
    void openRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColors();

    QLabel *m_text;
    QPushButton *m_open;
};

} // namespace barograph
