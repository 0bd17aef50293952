// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/node_view/panel_id.h"

#include <QSize>

#include <vector>

namespace barograph {

/// A place in a layout: panels behind one another, or places beside or below one another. A value.
struct LayoutCell
{
    enum class Shape : quint8 { Tabs, Row, Column };

    Shape shape = Shape::Tabs;
    std::vector<PanelId> panels;   ///< of Tabs; the first is on top
    std::vector<LayoutCell> parts; ///< of Row and Column
    double share = 1;              ///< of what its neighbours with fixed sizes leave
    int pixels = 0;                ///< > 0: this wide (in a row) or high (in a column) instead

    static LayoutCell tabs(std::vector<PanelId> panels, double share = 1, int pixels = 0);
    static LayoutCell row(std::vector<LayoutCell> parts, double share = 1, int pixels = 0);
    static LayoutCell column(std::vector<LayoutCell> parts, double share = 1, int pixels = 0);
};

enum class BuiltInLayout : quint8 { Overview, Incident, Storm, Capacity, SmallScreen };
inline constexpr std::array kBuiltInLayouts{BuiltInLayout::Overview, BuiltInLayout::Incident, BuiltInLayout::Storm,
                                            BuiltInLayout::Capacity, BuiltInLayout::SmallScreen};

QString layoutName(BuiltInLayout layout);
/// Names it in files; never changes.
QString layoutKey(BuiltInLayout layout);
std::optional<BuiltInLayout> layoutFromKey(const QString &key);
/// How many panels can be read at once.
enum class Room : quint8 {
    Tiny,   ///< one, and all others behind it: letters are large for the window
    Small,  ///< four: a window of 1280 × 720
    Medium, ///< six: a window of 1600 × 900
    Large   ///< eight or nine: a window of 1920 × 1080
};
/// `letters`: how much larger than usual (1) they are; the same room holds less of larger ones.
Room roomOf(QSize size, double letters);
/// Every panel has its place in each of them. The less room there is, the more panels stand behind one another.
LayoutCell layoutCell(BuiltInLayout layout, Room room, double letters);
/// Without the panels for which `keep` is false and the places that are empty then.
LayoutCell prunedCell(LayoutCell cell, const std::vector<PanelId> &keep);

/// Where the top panel of each place belongs.
struct PlacedPanel
{
    PanelId panel;
    QSize size;
};
/// `separator` pixels lie between two places.
std::vector<PlacedPanel> placedPanels(const LayoutCell &cell, QSize room, int separator);

} // namespace barograph
