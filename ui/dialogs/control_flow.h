// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/control.h"

#include <QObject>
#include <QPointer>

namespace barograph {

class ControlDialog;

/// Takes one control from the button to its result: asks for a preview, shows it, hands back the confirmation.
/// One at a time. Knows no control; whoever is connected carries it out.
class ControlFlow : public QObject
{
    Q_OBJECT

public:
    explicit ControlFlow(QWidget *dialogParent);

    /// Opens the dialog, busy, and emits requested().
    void start(const ControlRequest &request, const QString &nodeName);
    /// Ignored, and cancelled, when the dialog was closed meanwhile.
    void showPreview(const ControlPreview &preview);
    /// Ends whatever the result belongs to.
    void showResult(const ControlResult &result);

    bool isRunning() const;
    /// Null while none is open.
    ControlDialog *dialog() const;

Q_SIGNALS:
    void requested(const barograph::ControlRequest &request);
    void confirmed(quint64 ticket, const barograph::ControlRequest &request);
    void cancelled(quint64 ticket);
    /// Something is being written (true) or no longer (false).
    void workingChanged(bool working);

private:
    void onConfirmed(quint64 ticket, const ControlRequest &request);
    void onCancelled(quint64 ticket);

    QWidget *m_dialogParent;
    QPointer<ControlDialog> m_dialog;
    quint64 m_ticketInWork = 0;
};

} // namespace barograph
