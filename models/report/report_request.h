// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QMetaType>
#include <QString>

namespace barograph {

enum class ReportFormat : quint8 { Pdf, Csv };

/// What the operator wants written, and where to.
struct ExportReportRequest
{
    QString nodeId;
    UtcSecond from{}; ///< first second in the range
    UtcSecond to{};   ///< first second after the range; > from
    ReportFormat format = ReportFormat::Pdf;
    QString filePath; ///< absolute; overwriting was agreed to

    friend bool operator==(const ExportReportRequest &, const ExportReportRequest &) = default;
};

} // namespace barograph

Q_DECLARE_METATYPE(barograph::ExportReportRequest)
