// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_data.h"

#include <QString>
#include <QTimeZone>

#include <tl/expected.hpp>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace barograph {

/// Draws the report as an A4 PDF of vectors and text, always in light colours: title, range (wall clock of `zone` with
/// offset, and UTC), summary, TPS chart, storms, controls, and how to read it. As many pages as the tables need. Needs
/// a QGuiApplication; may be called on any thread.
tl::expected<void, QString> renderPdf(const ReportData &data, QIODevice &device, const QTimeZone &zone);

} // namespace barograph
