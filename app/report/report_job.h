// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_request.h"

#include <QString>

#include <tl/expected.hpp>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace barograph {

struct ReportData;

/// Reads the range from `historyFile` (storms and controls too) and writes the report. The target file is replaced
/// whole once all is written; on an error it stays as it was. Blocks on the disk: call it on a worker thread, for
/// instance with QtConcurrent or QThreadPool; several at once are fine. A PDF needs a QGuiApplication (any platform,
/// also offscreen), because that is what gives Qt its fonts. The error is a sentence that says what to do.
tl::expected<void, QString> writeReport(const ExportReportRequest &request, const QString &historyFile);

/// The same for data that were already read.
tl::expected<void, QString> writeReportFile(const ReportData &data, ReportFormat format, const QString &file);

} // namespace barograph
