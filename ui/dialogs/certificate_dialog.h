// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/fitted_dialog.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace barograph {

class MarkLabel;

/// Asks where the listener's certificate is to be saved (PEM), for upload to a node, and shows how it ended.
class CertificateDialog : public FittedDialog
{
    Q_OBJECT

public:
    /// `sha256`: lower-case hex, to compare with what the node shows; empty = unknown.
    explicit CertificateDialog(const QString &sha256, QWidget *parent = nullptr);

    void setFile(const QString &path);
    QString file() const; ///< absolute

public Q_SLOTS:
    /// The end of what saveRequested() began.
    void finish(bool ok, const QString &text);

Q_SIGNALS:
    void saveRequested(const QString &path);

private:
    void browse();
    void start();
    void updateState();

    QLineEdit *m_file;
    QLabel *m_there; ///< says that the file exists
    QPushButton *m_save;
    MarkLabel *m_outcome;
    bool m_overwrites = false; ///< what the button said last
    bool m_running = false;
};

} // namespace barograph
