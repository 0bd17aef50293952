// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace barograph {

/// As high as its texts need in its present width, also when more of them is shown than before: Qt counts wrapped texts
/// as one line each. Never gets smaller by itself, which would move buttons away from under the pointer.
class FittedDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

protected:
    bool event(QEvent *event) override;
};

} // namespace barograph
