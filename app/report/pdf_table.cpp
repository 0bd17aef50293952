// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf_table.h"

#include "report/pdf_pages.h"

#include <algorithm>

namespace barograph::pdf {

namespace {

constexpr double kPadX = 4 * kPoint;
constexpr double kPadY = 2.5 * kPoint;
constexpr double kTextSize = 8.5;
constexpr qsizetype kLongestText = 600;

class TablePainter
{
public:
    TablePainter(Pages &pages, const std::vector<TableColumn> &columns)
        : m_pages(pages)
        , m_columns(columns)
    {
        double shares = 0;
        for (const auto &column : columns)
            shares += column.share;
        double x = 0;
        for (const auto &column : columns) {
            m_left.push_back(x);
            x += m_pages.width() * column.share / shares;
        }
        m_left.push_back(x);
        for (const auto &column : columns)
            m_titles.push_back({column.title, kFaintInk, true});
    }

    void draw(const std::vector<TableRow> &rows)
    {
        const double titleHeight = heightOf(m_titles);
        drawTitles(titleHeight);
        bool banded = false;
        for (const auto &row : rows) {
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

private:
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
    std::vector<double> m_left; // one more than columns
    TableRow m_titles;
};

} // namespace

void drawTable(Pages &pages, const std::vector<TableColumn> &columns, const std::vector<TableRow> &rows)
{
    TablePainter(pages, columns).draw(rows);
}

double tableStartHeight()
{
    return 2 * (kTextSize * 1.4 * kPoint + 2 * kPadY);
}

} // namespace barograph::pdf
