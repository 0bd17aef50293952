// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventlog/event_export.h"

#include <QStringList>

#include <algorithm>

namespace barograph {

namespace {

enum class ExportStyle : quint8 { Csv, Text };

/// Never the subject of a group: what is copied goes to other people.
QString exportedCell(const EventLogModel &model, const EventRecord &record, EventLogModel::Column column,
                     const EventLogModel::ClockText &at, ExportStyle style)
{
    if (column == EventLogModel::TimeColumn)
        return at(fromUnixMillis(record.arrivedMs));
    if (column == EventLogModel::GroupColumn)
        return record.group == 0 ? QString() : hashText(record.group);
    if (column == EventLogModel::LagColumn && style == ExportStyle::Csv)
        return record.lagMs == EventRecord::kNoLag ? QString() : QString::number(record.lagMs);
    return model.text(record, column);
}

/// A spreadsheet would take a name that begins with these for a formula.
QString csvCell(QString text)
{
    bool isNumber = false;
    (void)text.toInt(&isNumber);
    if (!isNumber && !text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

std::vector<QStringList> exportedRows(const EventLogModel &model, std::vector<int> rows,
                                      const EventLogModel::ClockText &at, ExportStyle style)
{
    std::sort(rows.begin(), rows.end(), std::greater<>());
    std::vector<QStringList> lines(1);
    for (int column = 0; column < EventLogModel::ColumnCount; ++column)
        lines.front().append(EventLogModel::columnName(static_cast<EventLogModel::Column>(column)));
    for (const int row : rows) {
        QStringList line;
        for (int column = 0; column < EventLogModel::ColumnCount; ++column)
            line.append(exportedCell(model, model.record(row), static_cast<EventLogModel::Column>(column), at, style));
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

QString rowsAsCsv(const EventLogModel &model, const std::vector<int> &rows, const EventLogModel::ClockText &at)
{
    QString csv;
    auto lines = exportedRows(model, rows, at, ExportStyle::Csv);
    lines.front()[EventLogModel::LagColumn] =
        EventLogModel::tr("%1 (ms)", "a quantity and its unit").arg(lines.front()[EventLogModel::LagColumn]);
    for (auto &line : lines) {
        for (auto &cell : line)
            cell = csvCell(cell);
        csv += line.join(u',') + QStringLiteral("\r\n");
    }
    return csv;
}

QString rowsAsText(const EventLogModel &model, const std::vector<int> &rows, const EventLogModel::ClockText &at)
{
    const auto lines = exportedRows(model, rows, at, ExportStyle::Text);
    std::array<qsizetype, EventLogModel::ColumnCount> widths{};
    for (const auto &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[static_cast<std::size_t>(i)] = std::max(widths[static_cast<std::size_t>(i)], line[i].size());
    }
    QString text;
    for (const auto &line : lines) {
        QString one;
        for (qsizetype i = 0; i < line.size(); ++i)
            one += line[i].leftJustified(widths[static_cast<std::size_t>(i)] + 2);
        while (one.endsWith(u' '))
            one.chop(1);
        text += one + u'\n';
    }
    return text;
}

} // namespace barograph
