// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/fitted_dialog.h"

namespace barograph {

/// Says what is kept of webhook bodies before any is written down. Accepted: record.
class CaptureDialog : public FittedDialog
{
    Q_OBJECT

public:
    /// `folder`: where the file goes; empty = the data folder, whose path is not known here.
    CaptureDialog(const QString &nodeName, const QString &folder, QWidget *parent = nullptr);
};

} // namespace barograph
