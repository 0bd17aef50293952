// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf_report.h"

#include "report/pdf_pages.h"
#include "report/pdf_sections.h"
#include "report/report_words.h"

#include <QBuffer>
#include <QGuiApplication>

namespace barograph {

namespace {

/// Draws the whole document; the number of its pages, or 0 if the device did not take it.
int drawDocument(const ReportData &data, QIODevice &device, const QTimeZone &zone, int pageCount)
{
    pdf::Pages pages(device, pdf::documentTitle(data), pdf::documentNote(data), pageCount);
    if (!pages.isActive())
        return 0;
    pdf::drawTitle(pages, data, zone);
    pdf::drawSummary(pages, data, zone);
    pdf::drawChartSection(pages, data, zone);
    pdf::drawStorms(pages, data, zone);
    pdf::drawControls(pages, data, zone);
    pdf::drawHowToRead(pages, data);
    return pages.finish() ? pages.pageCount() : 0;
}

} // namespace

tl::expected<void, QString> renderPdf(const ReportData &data, QIODevice &device, const QTimeZone &zone)
{
    // Without it Qt ends the program at the first letter.
    if (qobject_cast<QGuiApplication *>(QCoreApplication::instance()) == nullptr)
        return tl::unexpected(ReportWords::tr("a PDF needs the graphical part of Qt, which was not started"));
    // Once to learn the number of pages, once for good.
    QBuffer draft;
    draft.open(QIODevice::WriteOnly);
    const int pageCount = drawDocument(data, draft, zone, 0);
    if (pageCount == 0)
        return tl::unexpected(ReportWords::tr("Qt could not draw the pages"));
    QBuffer document;
    document.open(QIODevice::WriteOnly);
    if (drawDocument(data, document, zone, pageCount) == 0)
        return tl::unexpected(ReportWords::tr("Qt could not draw the pages"));
    // QPdfWriter does not look at what write() returns; from a buffer it can be checked.
    if (device.write(document.data()) != document.size())
        return tl::unexpected(device.errorString());
    return {};
}

} // namespace barograph
