// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/pdf_style.h"

#include <QString>

#include <vector>

namespace barograph::pdf {

class Pages;

struct TableColumn
{
    QString title;
    bool number = false; ///< aligned to the right
};

struct TableCell
{
    QString text;
    QColor color = kInk;
    bool bold = false;
};
using TableRow = std::vector<TableCell>;

/// Columns are as wide as their texts need; where that is too much, long texts are wrapped and short ones are not.
/// Draws a table from where the page stands; rows never split, and the titles are repeated on each further page. A text
/// of more than 600 characters is cut with an ellipsis. Each row has as many cells as there are columns.
void drawTable(Pages &pages, const std::vector<TableColumn> &columns, const std::vector<TableRow> &rows);
/// Height of the titles and the first row: to keep a heading together with the beginning of its table.
double tableStartHeight(Pages &pages, const std::vector<TableColumn> &columns, const std::vector<TableRow> &rows);

} // namespace barograph::pdf
