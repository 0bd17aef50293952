// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf_table.h"

#include "report/pdf_pages.h"

#include <QFontMetricsF>
#include <QRegularExpression>

#include <algorithm>

namespace barograph::pdf {

namespace {

constexpr double kPadX = 4 * kPoint;
constexpr double kPadY = 2.5 * kPoint;
constexpr double kTextSize = 8;
constexpr qsizetype kLongestText = 600;
constexpr double kWidestColumn = 0.5; // of the page
constexpr std::size_t kRowsMeasured = 300;

class TablePainter
{
public:
    TablePainter(Pages &pages, const std::vector<TableColumn> &columns, const std::vector<TableRow> &rows)
        : m_pages(pages)
        , m_columns(columns)
        , m_rows(rows)
    {
        for (const auto &column : columns)
            m_titles.push_back({column.title, kFaintInk, true});
        double x = 0;
        for (const double width : columnWidths()) {
            m_left.push_back(x);
            x += width;
        }
        m_left.push_back(x);
    }

    void draw()
    {
        const double titleHeight = heightOf(m_titles);
        if (startHeight() > m_pages.room())
            m_pages.nextPage();
        drawTitles(titleHeight);
        bool banded = false;
        for (const auto &row : m_rows) {
            const double height = heightOf(row);
            if (height > m_pages.room()) {
                m_pages.nextPage();
                drawTitles(titleHeight);
                banded = false;
            }
            const double top = m_pages.take(height);
            if (banded)
                m_pages.painter().fillRect(QRectF(0, top, m_pages.width(), height), kBand);
            drawCells(row, top, height);
            banded = !banded;
        }
    }

    double startHeight() const { return heightOf(m_titles) + (m_rows.empty() ? 0 : heightOf(m_rows.front())); }

private:
    struct Need
    {
        double whole = 0; // every text on one line
        double word = 0;  // no word broken
    };

    Need needOf(std::size_t column) const
    {
        const double longest = m_pages.width() * kWidestColumn;
        Need need;
        const auto consider = [&](const TableCell &cell) {
            const QFontMetricsF metrics(fontOf(cell), m_pages.painter().device());
            const QString text = textOf(cell);
            for (const auto &line : text.split(QLatin1Char('\n')))
                need.whole = std::max(need.whole, metrics.horizontalAdvance(line));
            for (const auto &word : text.split(QRegularExpression(QStringLiteral("\\s+"))))
                need.word = std::max(need.word, metrics.horizontalAdvance(word));
        };
        consider(m_titles[column]);
        for (std::size_t row = 0; row < std::min(m_rows.size(), kRowsMeasured); ++row)
            consider(m_rows[row][column]);
        const double extra = 2 * kPadX + kPoint; // a little more, for what metrics round off
        return {std::min(need.whole + extra, longest), std::min(need.word + extra, longest)};
    }

    /// In sum the whole width: words first, then whole lines, then what is left over evenly. Where not even the words
    /// fit, the widest columns give way and the narrow ones keep theirs.
    std::vector<double> columnWidths() const
    {
        const double width = m_pages.width();
        double words = 0;
        double wholes = 0;
        std::vector<Need> needs;
        for (std::size_t column = 0; column < m_columns.size(); ++column) {
            needs.push_back(needOf(column));
            words += needs.back().word;
            wholes += needs.back().whole;
        }
        std::vector<double> widths;
        for (const auto &need : needs) {
            if (wholes <= width)
                widths.push_back(need.whole + (width - wholes) / static_cast<double>(needs.size()));
            else if (words < width)
                widths.push_back(need.word + (need.whole - need.word) * (width - words) / (wholes - words));
            else
                widths.push_back(std::min(need.word, widestThatFits(needs, width)));
        }
        return widths;
    }

    static double widestThatFits(const std::vector<Need> &needs, double width)
    {
        double tooLittle = 0;
        double enough = width;
        for (int halvings = 0; halvings < 40; ++halvings) {
            const double limit = (tooLittle + enough) / 2;
            double sum = 0;
            for (const auto &need : needs)
                sum += std::min(need.word, limit);
            (sum <= width ? tooLittle : enough) = limit;
        }
        return tooLittle;
    }

    QFont fontOf(const TableCell &cell) const { return font(kTextSize, cell.bold ? QFont::DemiBold : QFont::Normal); }
    double widthOf(std::size_t column) const { return m_left[column + 1] - m_left[column] - 2 * kPadX; }
    static QString textOf(const TableCell &cell)
    {
        return cell.text.size() <= kLongestText ? cell.text : cell.text.left(kLongestText) + QChar(0x2026);
    }

    double heightOf(const TableRow &row) const
    {
        double height = 0;
        for (std::size_t i = 0; i < row.size(); ++i)
            height = std::max(height, m_pages.textHeight(textOf(row[i]), fontOf(row[i]), widthOf(i)));
        return height + 2 * kPadY;
    }

    void drawTitles(double height)
    {
        const double top = m_pages.take(height);
        drawCells(m_titles, top, height);
        m_pages.painter().setPen(QPen(kRule, 0.8 * kPoint));
        m_pages.painter().drawLine(QPointF(0, top + height), QPointF(m_pages.width(), top + height));
    }

    void drawCells(const TableRow &row, double top, double height)
    {
        auto &painter = m_pages.painter();
        for (std::size_t i = 0; i < row.size(); ++i) {
            painter.setFont(fontOf(row[i]));
            painter.setPen(row[i].color);
            const auto side = m_columns[i].number ? Qt::AlignRight : Qt::AlignLeft;
            painter.drawText(QRectF(m_left[i] + kPadX, top + kPadY, widthOf(i), height - kPadY), textOf(row[i]),
                             wrapped(side | Qt::AlignTop));
        }
    }

    Pages &m_pages;
    const std::vector<TableColumn> &m_columns;
    const std::vector<TableRow> &m_rows;
    std::vector<double> m_left; // one more than columns
    TableRow m_titles;
};

} // namespace

void drawTable(Pages &pages, const std::vector<TableColumn> &columns, const std::vector<TableRow> &rows)
{
    TablePainter(pages, columns, rows).draw();
}

double tableStartHeight(Pages &pages, const std::vector<TableColumn> &columns, const std::vector<TableRow> &rows)
{
    return TablePainter(pages, columns, rows).startHeight();
}

} // namespace barograph::pdf
