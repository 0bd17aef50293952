// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storms/receipt_curve.h"

#include <QMap>
#include <QString>

#include <tl/expected.hpp>

namespace barograph {

/// By node id.
using ReceiptCurves = QMap<QString, ReceiptCurve>;

/// The curves of earlier runs (JSON, some 2 KB a node, no identifier of anybody in it). A file that does not exist is
/// an empty one; nodes whose curve cannot be read are left out. Errors are sentences.
tl::expected<ReceiptCurves, QString> loadReceiptCurves(const QString &file);
/// Replaces the file as a whole, readable by its owner only. Waits for the disk.
tl::expected<void, QString> saveReceiptCurves(const QString &file, const ReceiptCurves &curves);

} // namespace barograph
