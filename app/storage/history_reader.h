// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_data.h"

#include <QString>

#include <tl/expected.hpp>

#include <optional>
#include <vector>

namespace barograph {

/// A node that the history knows, and between which seconds.
struct RecordedNode
{
    QString id;
    QString name;
    bool simulated = false;
    std::optional<UtcSecond> earliest; ///< none: nothing is covered yet
    std::optional<UtcSecond> latest;   ///< last covered second

    friend bool operator==(const RecordedNode &, const RecordedNode &) = default;
};

/// Reads the history file, also while a HistoryWriter of this or another process writes it. Each call opens a read-only
/// connection of its own and blocks on the disk: call it on a worker thread. Any thread, several at once. Errors are
/// sentences that say what to do.
class HistoryReader
{
public:
    /// More busy seconds than this in one range are refused, so that memory stays below half a gigabyte. It is 115 days
    /// without a quiet second.
    static constexpr qint64 kMaxRows = 10'000'000;

    explicit HistoryReader(QString file);

    /// All nodes, by name.
    tl::expected<std::vector<RecordedNode>, QString> nodes() const;
    /// Everything stored of the node in [from, to), summarised, as one consistent state. A range in which nothing was
    /// recorded gives empty data, an unknown node an error that lists the known ones.
    tl::expected<ReportData, QString> load(const QString &nodeId, UtcSecond from, UtcSecond to) const;

private:
    QString m_file;
};

} // namespace barograph
