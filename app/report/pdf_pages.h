// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/pdf_style.h"

#include <QPainter>
#include <QPdfWriter>
#include <QString>
#include <QTextOption>

namespace barograph::pdf {

/// A4 pages with a header and a footer, filled from top to bottom. Lengths in device units (see kPoint).
class Pages
{
public:
    /// `title` goes into the document's properties and every header, `note` beside it. `pageCount` is printed as "of N"
    /// (0: not known yet).
    Pages(QIODevice &device, const QString &title, const QString &note, int pageCount);

    /// False if the device could not be written.
    bool isActive() const { return m_painter.isActive(); }
    /// Completes the document; false if the device took not all of it.
    bool finish();
    int pageCount() const { return m_page; }

    QPainter &painter() { return m_painter; }
    double width() const { return m_width; }
    /// Room left on this page.
    double room() const { return m_bottom - m_y; }
    /// Room on an empty page.
    double fullRoom() const { return m_bottom - m_top; }
    /// Takes `height` from this page, or from the next if it does not fit. The top of what was taken.
    double take(double height);
    /// Space between blocks; nothing at the top of a page.
    void skip(double height);
    void nextPage();

    double textHeight(const QString &text, const QFont &font, double width) const;
    /// A block of wrapped text over the whole width.
    void write(const QString &text, const QFont &font, const QColor &color = kInk);
    /// A section's heading, kept on one page with `followedBy` below it.
    void heading(const QString &text, double followedBy);

private:
    void drawFrame();

    QString m_title;
    QString m_note;
    int m_pageCount = 0;
    QPdfWriter m_writer;
    QPainter m_painter;
    int m_page = 1;
    double m_width = 0;
    double m_height = 0;
    double m_top = 0;
    double m_bottom = 0;
    double m_y = 0;
};

/// Breaks at words, and inside a word that is longer than the line.
QTextOption wrapped(Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignTop);

} // namespace barograph::pdf
