// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/report_command.h"

#include "cli/help_text.h"
#include "cli/time_argument.h"
#include "report/csv_report.h"
#include "report/report_job.h"
#include "report/report_text.h"
#include "storage/history_reader.h"

#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>

#include <cstdio>

namespace barograph {

namespace {

void say(QIODevice &device, const QString &text)
{
    device.write(text.toUtf8() + '\n');
}

struct ReportOptions
{
    QCommandLineOption node{QStringLiteral("node"), QStringLiteral("Id of the node."), QStringLiteral("ID")};
    QCommandLineOption from{QStringLiteral("from"),
                            QStringLiteral("Beginning: ISO 8601 with offset or Z, local time without, or before now "
                                           "as -90s, -30m, -2h, -7d."),
                            QStringLiteral("TIME")};
    QCommandLineOption to{QStringLiteral("to"), QStringLiteral("End, in the same ways. Default: now."),
                          QStringLiteral("TIME"), QStringLiteral("now")};
    QCommandLineOption format{QStringLiteral("format"),
                              QStringLiteral("pdf or csv. Default: by the ending of the file."),
                              QStringLiteral("FORMAT")};
    QCommandLineOption out{QStringLiteral("out"), QStringLiteral("File to write; - for CSV on standard output."),
                           QStringLiteral("FILE")};
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Shows this help.")};
};

tl::expected<ReportFormat, QString> formatOf(const QString &format, const QString &file)
{
    const QString name = format.isEmpty() ? QFileInfo(file).suffix().toLower() : format.toLower();
    const bool toStandardOutput = file == QLatin1String("-");
    if (name == QLatin1String("csv") || (name.isEmpty() && toStandardOutput))
        return ReportFormat::Csv;
    if (name == QLatin1String("pdf") && !toStandardOutput)
        return ReportFormat::Pdf;
    if (name == QLatin1String("pdf"))
        return tl::unexpected(QStringLiteral("A PDF is not written to standard output. Name a file with --out."));
    return tl::unexpected(QStringLiteral("The format is neither pdf nor csv. Give --format pdf or --format csv."));
}

tl::expected<ExportReportRequest, QString> requestFrom(const QCommandLineParser &parser, const ReportOptions &options,
                                                       const CommandContext &context)
{
    if (!parser.positionalArguments().isEmpty())
        return tl::unexpected(
            QStringLiteral("\"%1\" is not understood. Every value needs its option; see barograph report --help.")
                .arg(parser.positionalArguments().constFirst()));
    for (const auto *needed : {&options.node, &options.from, &options.out}) {
        if (parser.value(*needed).isEmpty())
            return tl::unexpected(
                QStringLiteral("--%1 is missing. See barograph report --help.").arg(needed->names().constFirst()));
    }
    ExportReportRequest request;
    request.nodeId = parser.value(options.node);
    request.filePath = parser.value(options.out);
    const auto format = formatOf(parser.value(options.format), request.filePath);
    if (!format)
        return tl::unexpected(format.error());
    request.format = *format;
    const auto from = parseTimeArgument(parser.value(options.from), context.now, context.zone);
    if (!from)
        return tl::unexpected(QStringLiteral("--from: ") + from.error());
    const auto to = parseTimeArgument(parser.value(options.to), context.now, context.zone);
    if (!to)
        return tl::unexpected(QStringLiteral("--to: ") + to.error());
    if (*from >= *to)
        return tl::unexpected(QStringLiteral("--from (%1) is not before --to (%2). Choose an end after the beginning.")
                                  .arg(localText(*from, context.zone), localText(*to, context.zone)));
    if (*from >= secondOf(context.now))
        return tl::unexpected(QStringLiteral("The range begins in the future (%1). Choose a beginning before now.")
                                  .arg(localText(*from, context.zone)));
    request.from = *from;
    request.to = std::min(*to, secondOf(context.now));
    if (request.to < *to)
        say(context.errors, QStringLiteral("The range reaches into the future; it ends now (%1).")
                                .arg(localText(request.to, context.zone)));
    return request;
}

tl::expected<void, QString> carryOut(const ExportReportRequest &request, const Paths &paths,
                                     const CommandContext &context)
{
    if (request.filePath != QLatin1String("-"))
        return writeReport(request, paths.historyFile());
    const auto data = HistoryReader(paths.historyFile()).load(request.nodeId, request.from, request.to);
    if (!data)
        return tl::unexpected(data.error());
    if (auto written = renderCsv(*data, context.out); !written)
        return tl::unexpected(QStringLiteral("Standard output took no more: %1.").arg(written.error()));
    return {};
}

} // namespace

int runReportCommand(const QStringList &args, const Paths &paths, const CommandContext &context)
{
    const ReportOptions options;
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Writes a report of one node from the stored history."));
    parser.addOptions({options.node, options.from, options.to, options.format, options.out, options.help});
    // The parser takes the first argument for the program's name.
    if (!parser.parse(QStringList{QStringLiteral("barograph report")} + args)) {
        say(context.errors, parser.errorText() + QStringLiteral(" See barograph report --help."));
        return kExitBadArguments;
    }
    if (parser.isSet(options.help)) {
        say(context.out, helpTextOf(parser, QStringLiteral("barograph report")));
        return kExitDone;
    }
    const auto request = requestFrom(parser, options, context);
    if (!request) {
        say(context.errors, request.error());
        return kExitBadArguments;
    }
    if (const auto done = carryOut(*request, paths, context); !done) {
        say(context.errors, done.error());
        return kExitFailed;
    }
    if (request->filePath != QLatin1String("-"))
        say(context.errors, QStringLiteral("Written: %1").arg(QFileInfo(request->filePath).absoluteFilePath()));
    return kExitDone;
}

int runReportCommand(const QStringList &args, const Paths &paths)
{
    QFile out;
    QFile errors;
    if (!out.open(stdout, QIODevice::WriteOnly) || !errors.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return kExitFailed;
    return runReportCommand(args, paths, {out, errors, utcNow(), QTimeZone::systemTimeZone()});
}

} // namespace barograph
