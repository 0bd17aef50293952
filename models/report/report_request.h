// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/time.h"

#include <QMetaType>
#include <QString>

namespace barograph {

enum class ReportFormat : quint8 { Pdf, Csv };

/// What the operator asked a report of.
struct ReportRequest
{
    QString nodeId;
    UtcSecond from{}; ///< first second in the range
    UtcSecond to{};   ///< first second after the range; > from
    ReportFormat format = ReportFormat::Pdf;
    QString file; ///< absolute; is replaced whole or not at all

    friend bool operator==(const ReportRequest &, const ReportRequest &) = default;
};

} // namespace barograph

Q_DECLARE_METATYPE(barograph::ReportRequest)
