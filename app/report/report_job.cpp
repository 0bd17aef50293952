// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_job.h"

#include "report/csv_report.h"
#include "report/pdf_report.h"
#include "report/report_words.h"
#include "storage/history_reader.h"

#include <QSaveFile>

namespace barograph {

tl::expected<void, QString> writeReport(const ExportReportRequest &request, const QString &historyFile)
{
    const auto data = HistoryReader(historyFile).load(request.nodeId, request.from, request.to);
    if (!data)
        return tl::unexpected(data.error());
    return writeReportFile(*data, request.format, request.filePath);
}

tl::expected<void, QString> writeReportFile(const ReportData &data, ReportFormat format, const QString &file)
{
    QSaveFile target(file);
    if (!target.open(QIODevice::WriteOnly))
        return tl::unexpected(ReportWords::tr("%1 cannot be written: %2. Choose a folder that exists and that you may "
                                              "write to.")
                                  .arg(file, target.errorString()));
    const auto rendered =
        format == ReportFormat::Csv ? renderCsv(data, target) : renderPdf(data, target, QTimeZone::systemTimeZone());
    if (!rendered) {
        target.cancelWriting();
        return tl::unexpected(ReportWords::tr("The report could not be written to %1: %2. Check the space left on the "
                                              "disk.")
                                  .arg(file, rendered.error()));
    }
    if (!target.commit())
        return tl::unexpected(ReportWords::tr("%1 could not be finished: %2. Check the space left on the disk; a file "
                                              "that was there before is unchanged.")
                                  .arg(file, target.errorString()));
    return {};
}

} // namespace barograph
