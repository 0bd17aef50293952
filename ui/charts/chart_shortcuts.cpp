// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_shortcuts.h"

#include <QCoreApplication>

namespace barograph {

namespace {

struct ShortcutWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::ChartShortcuts)
};

} // namespace

std::vector<ChartShortcut> chartShortcuts()
{
    return {
        {ShortcutWords::tr("Left, Right"),
         ShortcutWords::tr("Move the cursor by one column, or by a second where it is wider")},
        {ShortcutWords::tr("Shift+Left, Shift+Right"), ShortcutWords::tr("Move the cursor by ten")},
        {ShortcutWords::tr("Home, End"),
         ShortcutWords::tr("Move the cursor to the oldest or the newest moment in view")},
        {ShortcutWords::tr("Page Up, Page Down"), ShortcutWords::tr("Move the view by half of what it shows")},
        {ShortcutWords::tr("+, -"), ShortcutWords::tr("Zoom in or out at the cursor")},
        {ShortcutWords::tr("L"), ShortcutWords::tr("Back to live")},
        {ShortcutWords::tr("Return"), ShortcutWords::tr("Set the next reference mark at the cursor: A, then B")},
        {ShortcutWords::tr("Escape"), ShortcutWords::tr("Take the cursor away, then the reference marks")},
        {ShortcutWords::tr("M, Shift+M"), ShortcutWords::tr("Move the cursor to the next or the last marker")},
        {ShortcutWords::tr("1 to 9"),
         ShortcutWords::tr("Take a series out of the chart, or back in, in the order of the legend")},
        {ShortcutWords::tr("D"), ShortcutWords::tr("Draw the chart in the next way: stacked, lines, percent")},
        {ShortcutWords::tr("T"), ShortcutWords::tr("Show the chart as a table")},
        {ShortcutWords::tr("Ctrl+C"), ShortcutWords::tr("Copy the chart as an image")},
        {ShortcutWords::tr("Ctrl+Shift+C"), ShortcutWords::tr("Copy the values as CSV")},
        {ShortcutWords::tr("Ctrl+S"), ShortcutWords::tr("Save the chart as PNG, SVG or CSV")},
        {ShortcutWords::tr("Wheel"), ShortcutWords::tr("Zoom at the mouse")},
        {ShortcutWords::tr("Shift+Wheel"), ShortcutWords::tr("Move the view")},
        {ShortcutWords::tr("Drag"), ShortcutWords::tr("Move the view")},
        {ShortcutWords::tr("Ctrl+Drag"), ShortcutWords::tr("Zoom into the box")},
        {ShortcutWords::tr("Shift+Click, Shift+Drag"), ShortcutWords::tr("Set a reference mark, or both")},
        {ShortcutWords::tr("Drag a mark"), ShortcutWords::tr("Move this reference mark; Escape puts it back")},
        {ShortcutWords::tr("Double-click"), ShortcutWords::tr("Back to live")},
        {ShortcutWords::tr("Right click, Menu key"), ShortcutWords::tr("Everything a chart can do")},
    };
}

} // namespace barograph
