// SPDX-License-Identifier: GPL-3.0-or-later
#include "help/shortcut_list.h"

#include "palette/menu_commands.h"

#include <QAction>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QShortcut>

#include <algorithm>

namespace barograph {

namespace {

struct SheetWords
{
    Q_DECLARE_TR_FUNCTIONS(barograph::ShortcutSheet)
};

QStringList nativeKeys(const QList<QKeySequence> &sequences)
{
    QStringList keys;
    for (const QKeySequence &sequence : sequences)
        keys << sequence.toString(QKeySequence::NativeText);
    return keys;
}

void addMenuKeys(const QMenu &menu, ShortcutArea &area, QSet<const QAction *> &seen)
{
    for (const QAction *action : menu.actions()) {
        seen.insert(action);
        if (const QMenu *inner = action->menu())
            addMenuKeys(*inner, area, seen);
        else if (!action->shortcuts().isEmpty() && action->isVisible())
            area.rows.push_back({nativeKeys(action->shortcuts()), plainActionText(action->text())});
    }
}

void addRow(std::vector<ShortcutArea> &areas, const QString &title, ShortcutRow row)
{
    const auto at =
        std::find_if(areas.begin(), areas.end(), [&](const ShortcutArea &area) { return area.title == title; });
    if (at != areas.end())
        at->rows.push_back(std::move(row));
    else
        areas.push_back({title, {std::move(row)}});
}

QString areaHtml(const ShortcutArea &area)
{
    QString html = QStringLiteral("<tr><td colspan=\"2\"><h3>%1</h3></td></tr>").arg(area.title.toHtmlEscaped());
    for (const ShortcutRow &row : area.rows) {
        QStringList keys;
        for (const QString &key : row.keys)
            keys << QStringLiteral("<b>%1</b>").arg(key.toHtmlEscaped());
        html += QStringLiteral("<tr><td style=\"padding:2px 14px 2px 0;white-space:nowrap\">%1</td>"
                               "<td style=\"padding:2px 0\">%2</td></tr>")
                    .arg(keys.join(SheetWords::tr(" or ")), row.what.toHtmlEscaped());
    }
    return html;
}

} // namespace

std::vector<ShortcutArea> shortcutAreas(const QMainWindow &window, const std::vector<KeyHintSource> &hints)
{
    std::vector<ShortcutArea> areas;
    QSet<const QAction *> seen;
    for (const QAction *action : window.menuBar()->actions()) {
        if (!action->menu())
            continue;
        ShortcutArea area{plainActionText(action->text()), {}};
        addMenuKeys(*action->menu(), area, seen);
        if (!area.rows.empty())
            areas.push_back(std::move(area));
    }
    const QString elsewhere = SheetWords::tr("In the window");
    for (const QAction *action : window.findChildren<QAction *>()) {
        if (!action->shortcuts().isEmpty() && !seen.contains(action) && !action->text().isEmpty())
            addRow(areas, elsewhere, {nativeKeys(action->shortcuts()), plainActionText(action->text())});
    }
    // A bare QShortcut says in its "What's this?" what it does.
    for (const QShortcut *shortcut : window.findChildren<QShortcut *>()) {
        if (!shortcut->key().isEmpty() && !shortcut->whatsThis().isEmpty())
            addRow(areas, elsewhere, {nativeKeys(shortcut->keys()), shortcut->whatsThis()});
    }
    for (const KeyHintSource &source : hints) {
        for (const KeyHint &hint : source())
            addRow(areas, hint.area, {{hint.keys}, hint.what});
    }
    return areas;
}

std::vector<ShortcutArea> filteredAreas(const std::vector<ShortcutArea> &areas, const QString &wanted)
{
    const QStringList words = wanted.split(u' ', Qt::SkipEmptyParts);
    std::vector<ShortcutArea> left;
    for (const ShortcutArea &area : areas) {
        ShortcutArea fitting{area.title, {}};
        for (const ShortcutRow &row : area.rows) {
            const QString all = area.title + u' ' + row.keys.join(u' ') + u' ' + row.what;
            if (std::all_of(words.begin(), words.end(),
                            [&](const QString &word) { return all.contains(word, Qt::CaseInsensitive); }))
                fitting.rows.push_back(row);
        }
        if (!fitting.rows.empty())
            left.push_back(std::move(fitting));
    }
    return left;
}

QString shortcutHtml(const std::vector<ShortcutArea> &areas)
{
    constexpr int kHeading = 2; // as high as two rows
    int all = 0;
    for (const ShortcutArea &area : areas)
        all += static_cast<int>(area.rows.size()) + kHeading;
    // Where the higher one of the columns is lowest.
    std::size_t split = 0;
    int lowest = all;
    int left = 0;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        left += static_cast<int>(areas[i].rows.size()) + kHeading;
        if (const int height = std::max(left, all - left); height < lowest) {
            lowest = height;
            split = i + 1;
        }
    }
    std::array<QString, 2> columns;
    for (std::size_t i = 0; i < areas.size(); ++i)
        columns[i < split ? 0 : 1] += areaHtml(areas[i]);
    QString html = QStringLiteral("<table width=\"100%\"><tr>");
    for (const QString &column : columns)
        html += QStringLiteral("<td width=\"50%\" valign=\"top\"><table>%1</table></td>").arg(column);
    return html + QStringLiteral("</tr></table>");
}

} // namespace barograph
