// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace barograph {

/// Says once that there is a tray, and lets the operator choose whether closing the window ends the program. In the
/// window and not over it: nothing has to be answered.
class TrayHint : public QFrame
{
    Q_OBJECT

public:
    explicit TrayHint(QWidget *parent = nullptr);

Q_SIGNALS:
    /// `keep`: closing the window leaves the program in the tray.
    void answered(bool keep);
};

} // namespace barograph
