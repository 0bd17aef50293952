// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv_report.h"

#include "report/report_text.h"
#include "report/report_walk.h"

#include <QDateTime>
#include <QIODevice>

namespace barograph {

namespace {

constexpr qsizetype kChunkBytes = 65'536;

/// Collects rows and hands them on in chunks.
class CsvStream
{
public:
    explicit CsvStream(QIODevice &device)
        : m_device(device)
    {}

    void append(const QByteArray &text) { m_buffer.append(text); }
    void append(char character) { m_buffer.append(character); }
    void endRow()
    {
        m_buffer.append("\r\n");
        if (m_buffer.size() >= kChunkBytes)
            flush();
    }
    void flush()
    {
        if (!m_failed && m_device.write(m_buffer) != m_buffer.size())
            m_failed = true;
        m_buffer.resize(0); // keeps the memory
    }
    bool failed() const { return m_failed; }

private:
    QIODevice &m_device;
    QByteArray m_buffer;
    bool m_failed = false;
};

bool looksLikeFormula(const QString &text)
{
    // OWASP, "CSV Injection": these first characters start a formula in common spreadsheets.
    return !text.isEmpty() && QStringLiteral("=+-@\t\r\n").contains(text.front());
}

QByteArray isoSecond(UtcSecond second)
{
    return QDateTime::fromSecsSinceEpoch(unixSeconds(second), Qt::UTC)
               .toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss"))
               .toLatin1() +
           "+00:00";
}

QByteArray kindList(const ReportSecond &second, bool notMeasured)
{
    QByteArray list;
    for (const auto kind : kEventKinds) {
        const bool off = (second.sample.notMeasuredMask & SecondSample::bit(kind)) != 0;
        if (second.sample.isKnown(kind) || off != notMeasured)
            continue;
        list += ' ' + kindName(kind).toLatin1();
    }
    return list;
}

QByteArray statusOf(const ReportSecond &second)
{
    QByteArray status;
    if (const auto off = kindList(second, true); !off.isEmpty())
        status = "not measured:" + off;
    if (const auto unknown = kindList(second, false); !unknown.isEmpty())
        status += QByteArray(status.isEmpty() ? "" : "; ") + "unknown:" + unknown;
    return status.isEmpty() ? QByteArrayLiteral("ok") : status;
}

void appendRow(CsvStream &stream, const QByteArray &nodeCells, const ReportSecond &second, double allocatedTps)
{
    stream.append(isoSecond(second.second));
    stream.append(nodeCells);
    for (const auto kind : kEventKinds) {
        stream.append(',');
        if (second.tells(kind))
            stream.append(QByteArray::number(second.sample.counts[kind]));
    }
    stream.append(',');
    stream.append(QByteArray::number(second.sample.counts.total()));
    stream.append(',');
    if (allocatedTps > 0)
        stream.append(QByteArray::number(allocatedTps, 'g', 10));
    stream.append(',');
    stream.append(QByteArray::number(second.redelivered));
    stream.append(',');
    stream.append(QByteArray::number(second.apart));
    stream.append(',');
    if (second.minLagMs)
        stream.append(QByteArray::number(*second.minLagMs));
    stream.append(',');
    stream.append(statusOf(second));
    stream.endRow();
}

} // namespace

QString csvText(const QString &text)
{
    QString cell = looksLikeFormula(text) ? QLatin1Char('\'') + text : text;
    const bool quote = cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')) ||
                       cell.contains(QLatin1Char('\n')) || cell.contains(QLatin1Char('\r'));
    if (quote) {
        cell.replace(QLatin1Char('"'), QStringLiteral("\"\""));
        cell = QLatin1Char('"') % cell % QLatin1Char('"');
    }
    return cell;
}

tl::expected<void, QString> renderCsv(const ReportData &data, QIODevice &device)
{
    CsvStream stream(device);
    stream.append("second,node,name,simulated,receive,send,delivery,read,total,budget,redelivered,apart,min_lag_ms,"
                  "status");
    stream.endRow();
    const QByteArray nodeCells =
        ',' + csvText(data.nodeId).toUtf8() + ',' + csvText(data.nodeName).toUtf8() + (data.simulated ? ",yes" : ",no");
    forEachStretch(
        data,
        [&](const ReportSecond &second, double allocatedTps) {
            if (second.tellsAnything() && !stream.failed())
                appendRow(stream, nodeCells, second, allocatedTps);
        },
        [&](const CoverageSpan &span, UtcSecond from, UtcSecond to) {
            ReportSecond idle;
            idle.sample.knownMask = span.knownMask;
            idle.sample.notMeasuredMask = span.notMeasuredMask;
            if (!idle.tellsAnything())
                return;
            for (auto second = from; second < to && !stream.failed(); second += Seconds{1}) {
                idle.second = second;
                appendRow(stream, nodeCells, idle, span.allocatedTps);
            }
        });
    stream.flush();
    if (stream.failed())
        return tl::unexpected(device.errorString());
    return {};
}

} // namespace barograph
