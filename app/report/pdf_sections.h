// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_data.h"

#include <QString>
#include <QTimeZone>

namespace barograph::pdf {

class Pages;

/// The parts of the printed report, in the order in which they are drawn.

QString documentTitle(const ReportData &data);
/// Stands in every header: "SIMULATED" or nothing.
QString documentNote(const ReportData &data);

void drawTitle(Pages &pages, const ReportData &data, const QTimeZone &zone);
void drawSummary(Pages &pages, const ReportData &data, const QTimeZone &zone);
/// Nothing if nothing was recorded: the summary says so.
void drawChartSection(Pages &pages, const ReportData &data, const QTimeZone &zone);
void drawStorms(Pages &pages, const ReportData &data, const QTimeZone &zone);
void drawControls(Pages &pages, const ReportData &data, const QTimeZone &zone);
void drawHowToRead(Pages &pages, const ReportData &data);

} // namespace barograph::pdf
