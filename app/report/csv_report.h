// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_data.h"

#include <QString>

#include <tl/expected.hpp>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace barograph {

/// Writes one row for each known second, oldest first, idle ones included; seconds of which nothing is known have no
/// row.
///
/// RFC 4180 (CRLF, quotes doubled), UTF-8 without BOM, numbers with a point whatever the locale. The first line names
/// the columns:
///
/// second           ISO 8601, UTC, with offset: 2026-01-31T23:59:59+00:00
/// node             id
/// name             what the operator calls it
/// simulated        yes or no
/// receive, send, delivery, read   events in that second; empty = not known, never 0
/// total            sum of the kinds that are known
/// budget           allocated TPS in force; empty = not known
/// redelivered      events that had been counted before
/// apart            failed, deleted, played, … that spend no TPS
/// min_lag_ms       smallest arrival − event timestamp; empty = no event told
/// status           "ok", or which cells are empty or incomplete and why: "not measured: delivery read; unknown: send"
///
/// A text that a spreadsheet would take for a formula is written with a leading apostrophe. Rows are streamed: memory
/// does not grow with the range. The error says why the device took no more.
tl::expected<void, QString> renderCsv(const ReportData &data, QIODevice &device);

/// One text cell as renderCsv writes it.
QString csvText(const QString &text);

} // namespace barograph
